import GRDB
import Store

/// What the labels of failures count for, looked up once each.
struct LabelReader {
  /// What a label of a failure says.
  struct Meaning {
    /// The failure type.
    let type: String
    /// The number of the problem that a complaint with it counts for; nil for failures of others.
    let problem: Int64?
  }

  private let label: BulkStatement
  private let find: BulkStatement
  private let give: BulkStatement
  private let database: Database
  private var known: [Int64: Meaning?] = [:]

  /// Nothing looked up yet.
  init(_ database: Database) throws {
    self.database = database
    label = try BulkStatement(
      "SELECT kind = 'failure', about IS NOT 'other', type, touchpoint FROM label WHERE id = ?",
      database)
    find = try BulkStatement(
      "SELECT id FROM problem WHERE type = ? AND touchpoint = ?", database)
    give = try BulkStatement("INSERT INTO problem (type, touchpoint) VALUES (?, ?)", database)
  }

  /// What a label says; nil where it is none of a failure. Problems that are new get a number.
  mutating func meaning(of number: Int64) throws -> Meaning? {
    if let meaning = known[number] { return meaning }
    let meaning = try read(number)
    known[number] = .some(meaning)
    return meaning
  }

  private func read(_ number: Int64) throws -> Meaning? {
    label.bind(number)
    defer { label.stop() }
    guard try label.next(), label.integer(0) != 0 else { return nil }
    guard label.integer(1) != 0, let touchpoint = label.optionalText(3) else {
      return Meaning(type: label.text(2), problem: nil)
    }
    return Meaning(type: label.text(2), problem: try problem(label.text(2), touchpoint))
  }

  private func problem(_ type: String, _ touchpoint: String) throws -> Int64 {
    for statement in [find, give] {
      statement.bind(type)
      statement.bind(touchpoint)
      if try statement.next() {
        defer { statement.stop() }
        return statement.integer(0)
      }
    }
    return database.lastInsertedRowID
  }
}
