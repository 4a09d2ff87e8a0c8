public import Complaints
import Store

extension BacklogBook {
  /// Opens an item; the weeks that led to it are kept out of its baseline.
  ///
  /// - Throws: `BacklogError`: a problem without a case, one that another item owns, or an empty
  ///   field.
  @discardableResult
  public func open(
    _ draft: ItemDraft, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let person = try name(person, of: "by")
    let problems = draft.problems.reduce(into: [Problem]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard !problems.isEmpty else { throw BacklogError.emptyField("problem") }
    let title = try words(draft.title, of: "title", limit: 200)
    let change = try draft.change.flatMap { try optionalWords($0, of: "change") }
    let owner = try draft.owner.flatMap { try optionalWords($0, of: "owner", limit: 200) }
    return try write(at: moment) { standing, records in
      for problem in problems {
        try check(problem, in: standing, at: moment)
        try checkOwner(of: problem, standing, records)
      }
      let trigger = Trigger(
        of: problems, in: days.week(of: moment), standing.watch, fallback: 4)
      let record = ItemRecord(
        item: (records.map(\.item).max() ?? 0) + 1, at: moment, actor: person,
        change: .opened(
          .init(
            title: title, kind: draft.kind, problems: problems.map(\.key), change: change,
            owner: owner, trigger: trigger)))
      guard let item = PreventionItem.items(of: [record]).first else {
        throw BacklogError.emptyField("problem")
      }
      return ([record], item)
    }
  }

  /// Refuses a problem that another item owns, at that moment or later.
  func checkOwner(
    of problem: Problem, _ standing: Standing, _ records: [ItemRecord], except number: Int? = nil
  ) throws(BacklogError) {
    for item in standing.items + PreventionItem.items(of: records)
    where item.number != number && item.state != .accepted && item.problems.contains(problem) {
      if standing.item(item.number) == nil {
        throw .backwards(item: item.number, last: item.openedAt)
      }
      throw .alreadyOwned(problem, item: item.number)
    }
  }

  /// The words of a field on one line.
  func words(
    _ text: String, of field: String, limit: Int = 2_000
  ) throws(BacklogError) -> String {
    guard let words = try optionalWords(text, of: field, limit: limit) else {
      throw .emptyField(field)
    }
    return words
  }

  /// As `words`; nil without any.
  func optionalWords(
    _ text: String, of field: String, limit: Int = 2_000
  ) throws(BacklogError) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count <= limit else { throw .longField(field, limit: limit) }
    return words.isEmpty ? nil : words
  }

  /// Who does something.
  func name(_ person: String, of field: String) throws(BacklogError) -> String {
    try words(person, of: field, limit: 200)
  }
}
