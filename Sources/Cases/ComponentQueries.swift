import Foundation
import GRDB
import Store

/// What can put two complaints into one case.
struct Ties {
  /// The cases that they are in so far, whatever they are now.
  var members: Set<Int64> = []
  var threads: Set<Int64> = []
  var persons: Set<String> = []
  /// The same words by anybody.
  var words: Set<Int64> = []
  /// The same words by somebody unknown.
  var namelessWords: Set<Int64> = []

  var isEmpty: Bool {
    members.isEmpty && threads.isEmpty && persons.isEmpty && words.isEmpty
      && namelessWords.isEmpty
  }

  /// What is not among other ties.
  func subtracting(_ other: Ties) -> Ties {
    Ties(
      members: members.subtracting(other.members), threads: threads.subtracting(other.threads),
      persons: persons.subtracting(other.persons), words: words.subtracting(other.words),
      namelessWords: namelessWords.subtracting(other.namelessWords))
  }

  mutating func formUnion(_ other: Ties) {
    members.formUnion(other.members)
    threads.formUnion(other.threads)
    persons.formUnion(other.persons)
    words.formUnion(other.words)
    namelessWords.formUnion(other.namelessWords)
  }
}

extension Recount {
  /// Some rows with all the complaints whose cases they or some ties can change, near and far.
  func rowsDepending(on rows: [Int64], _ ties: Ties = Ties()) throws -> Set<Int64> {
    var known: Set<Int64> = []
    var followed = ties
    var next = ties
    var found = Ties()
    func enter(_ rows: RowCursor) throws {
      while let row = try rows.next() {
        guard known.insert(row[0]).inserted else { continue }
        let person: String? = row[1]
        let words: Int64 = row[3]
        found.threads.insert(row[2])
        if let caseID: Int64 = row[4] { found.members.insert(caseID) }
        if let person { found.persons.insert(person) }
        guard words != 0 else { continue }
        if person == nil { found.words.insert(words) } else { found.namelessWords.insert(words) }
      }
    }
    try enter(linked(.row, json(rows), complaintsOnly: false))
    repeat {
      if !next.members.isEmpty {
        try enter(linked(.member, json(next.members), complaintsOnly: false))
      }
      if !next.threads.isEmpty { try enter(linked(.thread, json(next.threads))) }
      if !next.persons.isEmpty { try enter(linked(.person, json(next.persons))) }
      if !next.words.isEmpty { try enter(linked(.words, json(next.words))) }
      if !next.namelessWords.isEmpty {
        try enter(linked(.namelessWords, json(next.namelessWords)))
      }
      next = found.subtracting(followed)
      followed.formUnion(next)
      found = Ties()
    } while !next.isEmpty
    return known
  }

  /// How contacts are reached from a list of values, by an index each.
  private enum Link: String {
    case row = "CROSS JOIN contact ON contact.verbatimID = tie.value"
    case member = "CROSS JOIN contact ON contact.caseID = tie.value"
    case thread = "CROSS JOIN contact ON contact.thread = tie.value"
    case words = "CROSS JOIN contact ON contact.words = tie.value AND contact.words <> 0"
    case namelessWords = """
      CROSS JOIN contact ON contact.words = tie.value AND contact.words <> 0
        AND (SELECT person FROM verbatim WHERE id = contact.verbatimID) IS NULL
      """
    case person = """
      CROSS JOIN verbatim AS written ON written.person = tie.value
      CROSS JOIN contact ON contact.verbatimID = written.id
      """
  }

  private func linked(
    _ link: Link, _ values: String, complaintsOnly: Bool = true
  ) throws -> RowCursor {
    let condition = """
      WHERE (SELECT \(ComplaintStore.isComplaint) FROM verdict
        WHERE verdict.generationID = ? AND verdict.verbatimID = contact.verbatimID)
      """
    return try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT contact.verbatimID, verbatim.person, contact.thread, contact.words, contact.caseID
          FROM json_each(?) AS tie \(link.rawValue)
          CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
          \(complaintsOnly ? condition : "")
          """), arguments: complaintsOnly ? [values, generation] : [values])
  }

  /// Texts as one argument: `json_each(?)`.
  private func json(_ texts: Set<String>) throws -> String {
    String(decoding: try JSONEncoder().encode(texts.sorted()), as: UTF8.self)
  }
}
