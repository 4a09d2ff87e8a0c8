import Complaints
import GRDB

/// Writes verdicts of one generation within a transaction; `finish` writes what they add to counts.
struct VerdictWriter {
  private struct Pending {
    var verdicts = 0
    var complaints = 0
    var labels: [Int64: Int] = [:]
    var touchpoints: [String: Int] = [:]
  }

  private let vocabulary: Vocabulary
  private let database: Database
  private let generation: Int64
  private let isCurrent: Bool
  private let add: BulkStatement
  private let label: BulkStatement
  private let outdate: BulkStatement
  private let decision: BulkStatement
  private var pending = Pending()

  /// A writer with the numbers of names.
  init(_ vocabulary: Vocabulary, _ database: Database, generation: Int64) throws {
    self.vocabulary = vocabulary
    self.database = database
    self.generation = generation
    isCurrent =
      try Bool.fetchOne(
        database.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM generation WHERE state = 'current' AND id = ?)"),
        arguments: [generation]) ?? false
    add = try BulkStatement(
      """
      INSERT INTO verdict (generationID, verbatimID, reason, isComplaint, tags, happened)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """, database)
    label = try BulkStatement("INSERT INTO verdictLabel VALUES (?, ?, ?, ?)", database)
    outdate = try BulkStatement(
      """
      INSERT OR IGNORE INTO staleRow SELECT verbatimID FROM contact WHERE verbatimID = ?
      """, database)
    decision = try BulkStatement("SELECT 1 FROM decision WHERE verbatimID = ?", database)
  }

  /// Whether the generation had no verdict on the verbatim before.
  mutating func insert(_ verdict: Verdict, ofRow rowID: Int64) throws -> Bool {
    add.bind(generation)
    add.bind(rowID)
    add.bind(verdict.unscored?.rawValue)
    add.bind(verdict.isComplaint)
    add.bind(verdict.packedTags(try vocabulary.terms(verdict.names, database)))
    add.bind(verdict.happened?.day?.number)
    try add.run()
    guard database.changesCount > 0 else { return false }
    pending.verdicts += 1
    if verdict.isComplaint == true { pending.complaints += 1 }
    try insertFindings(of: verdict, rowID)
    if isCurrent {
      // A verdict that came later than the counting of its verbatim.
      outdate.bind(rowID)
      try outdate.run()
    }
    decision.bind(rowID)
    guard try decision.next() else { return true }
    decision.stop()
    try ComplaintStore.settle(rowID, database)
    return true
  }

  /// The rows that tags are searched and counted by.
  mutating func insertFindings(of verdict: Verdict, _ rowID: Int64) throws {
    for failure in verdict.failures {
      try insert(
        vocabulary.label(
          "failure", failure.type, touchpoint: failure.touchpoint, about: failure.about.rawValue,
          database), failure.score, rowID)
    }
    let counted = verdict.failures.filter { $0.about != .other }.map(\.touchpoint)
    for (index, touchpoint) in counted.enumerated() where !counted[..<index].contains(touchpoint) {
      pending.touchpoints[touchpoint, default: 0] += 1
    }
    for (kind, findings) in [
      ("cause", verdict.causes), ("effect", verdict.effects), ("praise", verdict.praise),
    ] {
      for item in findings {
        try insert(vocabulary.label(kind, item.type, database), item.score, rowID)
      }
    }
  }

  private mutating func insert(_ number: Int64, _ score: Double, _ rowID: Int64) throws {
    label.bind(generation)
    label.bind(rowID)
    label.bind(number)
    label.bind(Int64((score * 10_000).rounded()))
    try label.run()
    pending.labels[number, default: 0] += 1
  }

  /// Adds what was written to the counts.
  func finish() throws {
    try database.cachedStatement(
      sql: """
        UPDATE generation SET verdictCount = verdictCount + ?, complaintCount = complaintCount + ?
        WHERE id = ?
        """
    ).execute(arguments: [pending.verdicts, pending.complaints, generation])
    for (label, count) in pending.labels.sorted(by: { $0.key < $1.key }) {
      try database.cachedStatement(
        sql: """
          INSERT INTO labelCount VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count
          """
      ).execute(arguments: [generation, label, count])
    }
    for (touchpoint, count) in pending.touchpoints.sorted(by: { $0.key < $1.key }) {
      try database.cachedStatement(
        sql: """
          INSERT INTO touchpointCount VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count
          """
      ).execute(arguments: [generation, touchpoint, count])
    }
  }
}
