import Backlog

extension LetterWriter {
  /// Signals, what happened to items, and what is still raised.
  var whatChanged: Letter.Section? {
    let points =
      facts.rises.filter(\.isNew).map(point) + facts.changes.compactMap(point)
      + facts.rises.filter { !$0.isNew }.map(point)
    guard !points.isEmpty else { return nil }
    return Letter.Section(title: "What changed", points: points)
  }

  private func point(_ rise: DigestFacts.Rise) -> Letter.Point {
    let cases = Wording.count(rise.cases, "case")
    let expected =
      "\(Wording.number(rise.expectedCases)) expected "
      + "(n = \(Wording.count(rise.baselineWeeks, "week")) before)"
    let span = rise.weeks == 1 ? "this week" : "in \(rise.weeks) weeks, since \(rise.since)"
    let item = rise.item.map { "\(name($0)) is there for it." } ?? "No item is there for it yet."
    return Letter.Point(
      .bad, title(rise.problem),
      "\(rise.isNew ? "Rising" : "Still raised"): \(cases) \(span); \(expected). \(item)",
      ask: rise.item == nil ? "say who opens an item for it." : nil)
  }

  private func point(_ change: DigestFacts.Change) -> Letter.Point? {
    guard let kind = ItemEvent.Kind(rawValue: change.kind) else { return nil }
    let owner = items[change.item]?.owner
    let (tone, words): (Letter.Tone, String)
    switch kind {
    case .opened: (tone, words) = (.plain, "Opened. \(self.owner(owner))")
    case .assigned: (tone, words) = (.plain, self.owner(owner))
    case .planned: (tone, words) = (.plain, "The change is planned\(due(change.item)).")
    case .done: (tone, words) = (.plain, "The change is made; its trial is planned.")
    case .watching: (tone, words) = (.plain, "Its trial has begun.")
    case .verified: (tone, words) = (.good, "Verified: the fall is more than chance explains.")
    case .ineffective: (tone, words) = (.bad, "Ineffective: the planned cut is ruled out.")
    case .inconclusive:
      (tone, words) = (.wanted, "Inconclusive: the trial is over and cannot tell.")
    case .regressed: (tone, words) = (.bad, "It has come back after it was verified.")
    case .accepted: (tone, words) = (.plain, "Accepted: it is lived with for now.")
    case .reopened: (tone, words) = (.plain, "Opened again. \(self.owner(owner))")
    case .rootCause, .noted: return nil
    }
    return Letter.Point(tone, name(change.item), words)
  }

  private func owner(_ name: String?) -> String {
    name.map { "Owner: \($0)." } ?? "It has no owner."
  }

  private func due(_ item: Int) -> String {
    facts.known.first { $0.item == item }?.dueDay.map { " for \(Wording.day($0))" } ?? ""
  }
}
