import GRDB
import Store

extension Recount {
  /// What can put two complaints into one case.
  private enum Tie: Hashable {
    /// The case that they are in so far, whatever they are now.
    case member(Int64)
    case thread(Int64)
    case person(String)
    /// The same words by anybody.
    case words(Int64)
    /// The same words by somebody unknown.
    case namelessWords(Int64)
  }

  /// Some rows with all the complaints whose cases they can change, near and far.
  func rowsDepending(on rows: [Int64]) throws -> Set<Int64> {
    var known: Set<Int64> = []
    var followed: Set<Tie> = []
    var ties: [Tie] = []
    func enter(_ row: Row) {
      guard known.insert(row[0]).inserted else { return }
      let person: String? = row[1]
      let words: Int64 = row[3]
      let caseID: Int64? = row[4]
      var new: [Tie] = [.thread(row[2])]
      if let caseID { new.append(.member(caseID)) }
      if let person { new.append(.person(person)) }
      if words != 0 { new.append(person == nil ? .words(words) : .namelessWords(words)) }
      ties += new.filter { followed.insert($0).inserted }
    }
    for row in rows {
      try linked("verbatim.id = ?", row, complaintsOnly: false).forEach(enter)
    }
    while let tie = ties.popLast() {
      let found =
        switch tie {
        case .member(let id): try linked("contact.caseID = ?", id, complaintsOnly: false)
        case .thread(let thread): try linked("contact.thread = ?", thread)
        case .person(let person): try linked("verbatim.person = ?", person)
        case .words(let words): try linked("contact.words = ? AND contact.words <> 0", words)
        case .namelessWords(let words):
          try linked(
            "contact.words = ? AND contact.words <> 0 AND verbatim.person IS NULL", words)
        }
      found.forEach(enter)
    }
    return known
  }

  private func linked(
    _ condition: String, _ value: some DatabaseValueConvertible, complaintsOnly: Bool = true
  ) throws -> [Row] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT verbatim.id, verbatim.person, contact.thread, contact.words, contact.caseID
          \(ComplaintStore.judgedVerbatims) JOIN contact ON contact.verbatimID = verbatim.id
          WHERE \(condition) \(complaintsOnly ? "AND \(ComplaintStore.isComplaint)" : "")
          """), arguments: [value])
  }
}
