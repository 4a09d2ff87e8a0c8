import Complaints
import GRDB
import Store

/// Reads what cases are built from, one verbatim at a time.
struct ContactReader {
  private let database: Database
  private let generation: Int64?
  private let facts: BulkStatement
  private let findings: BulkStatement
  private let hasDecisions: Bool
  private let thresholds: FailureThresholds
  private var labels: LabelReader
  private var numbers: [String: Int] = [:]
  /// The persons of the contacts that were read, behind one place for nobody.
  private(set) var persons: [String?] = [nil]

  /// A reader of what a generation says.
  init(_ database: Database, _ generation: Int64?) throws {
    self.database = database
    self.generation = generation
    facts = try BulkStatement(ContactReader.factsSQL, database)
    findings = try BulkStatement(
      "SELECT labelID, score FROM verdictLabel WHERE generationID = ? AND verbatimID = ?",
      database)
    hasDecisions =
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM decision)")) ?? false
    thresholds = try FailureThresholds(of: generation, database)
    labels = try LabelReader(database)
  }

  private static let factsSQL = """
    SELECT verbatim.fingerprint, received, person, words, thread, caseID, duplicateOf, margin,
      isReviewed, verdict.isComplaint, coalesce(\(ComplaintStore.isComplaint), 0), happened,
      verdict.reason IN ('language', 'attachment', 'overLimit')
        AND verbatim.class IN ('human', 'form')
    FROM contact CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
    LEFT JOIN verdict ON verdict.generationID = ? AND verdict.verbatimID = contact.verbatimID
    WHERE contact.verbatimID = ?
    """

  /// A verbatim with its thread as it is stored; nil where it has none yet.
  mutating func contact(ofRow row: Int64) throws -> Contact? {
    facts.bind(generation)
    facts.bind(row)
    guard try facts.next() else { return nil }
    defer { facts.stop() }
    let known = Contact.Standing(
      caseID: facts.optionalInteger(5), original: facts.optionalInteger(6),
      margin: facts.optionalNumber(7), isReviewed: facts.integer(8) != 0)
    var contact = Contact(
      row: row, fingerprint: facts.fingerprint(0), received: facts.optionalInteger(1).map(Int.init),
      happened: facts.optionalInteger(11).map(Int.init),
      person: number(of: facts.optionalText(2)), words: facts.integer(3),
      thread: facts.integer(4), isComplaint: facts.integer(10) != 0, standing: Contact.Standing(),
      known: known)
    let isRuled = facts.integer(9) != 0
    let distance = isRuled || contact.isComplaint ? try readFindings(of: &contact) : 0
    contact.standing.margin =
      facts.integer(12) != 0 ? -1 : isRuled ? Double(distance) / 10_000 : nil
    if hasDecisions, try !ComplaintStore.decisions(ofRow: row, database).isEmpty {
      contact.standing.isReviewed = true
      // The findings are those that people decided on.
      if isRuled, facts.integer(12) == 0 {
        contact.standing.margin = try ruledMargin(ofRow: row)
      }
    }
    return contact
  }

  private mutating func number(of person: String?) -> Int {
    guard let person else { return 0 }
    if let number = numbers[person] { return number }
    numbers[person] = persons.count
    persons.append(person)
    return persons.count - 1
  }

  /// Fills in the problems, and says how far the rules were from not giving one of the failures, in
  /// the ten-thousandths that scores are stored in; only without any failure it is 0.
  private mutating func readFindings(of contact: inout Contact) throws -> Int {
    var distance: Int?
    findings.bind(generation)
    findings.bind(contact.row)
    while try findings.next() {
      guard let meaning = try labels.meaning(of: findings.integer(0)) else { continue }
      let score = Int(findings.integer(1))
      distance = min(distance ?? .max, thresholds.distance(of: score, meaning.type))
      if contact.isComplaint, let problem = meaning.problem { contact.problems.append(problem) }
    }
    return distance ?? 0
  }

  /// As the findings would say it without people's decisions.
  private func ruledMargin(ofRow rowID: Int64) throws -> Double {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT \(StoredVerbatim.columns) \(ComplaintStore.judgedVerbatims)
          WHERE verbatim.id = ?
          """), arguments: [rowID])
    let stored = try row.map { try StoredVerbatim($0, Vocabulary(), database) }
    let failures = stored?.verdict?.failures ?? []
    return failures.map(thresholds.margin).min() ?? 0
  }
}
