import Complaints
import GRDB
import Synchronization

/// The numbers that names have in a store: terms in packed tags, and labels of findings.
///
/// Remembers what it looked up; a number never changes once it is committed.
package final class Vocabulary: Sendable {
  private struct Label: Hashable {
    let kind: String
    let type: String
    let touchpoint: String?
    let about: String?
  }

  private struct Known {
    var numbers: [String: Int] = [:]
    var names: [Int: String] = [:]
    var labels: [Label: Int64] = [:]
  }

  private let known = Mutex(Known())

  /// Nothing looked up yet.
  package init() {}

  /// Forgets everything, since a transaction that gave numbers was rolled back.
  func forget() { known.withLock { $0 = Known() } }

  /// The numbers of names; new ones are given where there is none.
  func terms(_ names: some Sequence<String>, _ database: Database) throws -> [String: Int] {
    var terms: [String: Int] = [:]
    for name in names where terms[name] == nil {
      if let number = known.withLock({ $0.numbers[name] }) {
        terms[name] = number
        continue
      }
      let find = try database.cachedStatement(sql: "SELECT id FROM term WHERE name = ?")
      var number = try Int.fetchOne(find, arguments: [name])
      if number == nil {
        try database.cachedStatement(sql: "INSERT INTO term (name) VALUES (?)")
          .execute(arguments: [name])
        number = Int(database.lastInsertedRowID)
      }
      known.withLock { $0.numbers[name] = number }
      terms[name] = number
    }
    return terms
  }

  /// The name of a number; nil where there is none.
  func name(of number: Int, _ database: Database) throws -> String? {
    if let name = known.withLock({ $0.names[number] }) { return name }
    let name = try String.fetchOne(
      database.cachedStatement(sql: "SELECT name FROM term WHERE id = ?"), arguments: [number])
    if let name { known.withLock { $0.names[number] = name } }
    return name
  }

  /// The number of what a finding says; a new one is given where there is none.
  func label(
    _ kind: String, _ type: String, touchpoint: String? = nil, about: String? = nil,
    _ database: Database
  ) throws -> Int64 {
    let label = Label(kind: kind, type: type, touchpoint: touchpoint, about: about)
    if let number = known.withLock({ $0.labels[label] }) { return number }
    let arguments: StatementArguments = [kind, type, touchpoint, about]
    var number = try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT id FROM label WHERE kind = ? AND type = ? AND touchpoint IS ? AND about IS ?
          """), arguments: arguments)
    if number == nil {
      try database.cachedStatement(
        sql: "INSERT INTO label (kind, type, touchpoint, about) VALUES (?, ?, ?, ?)"
      ).execute(arguments: arguments)
      number = database.lastInsertedRowID
    }
    known.withLock { $0.labels[label] = number }
    return number ?? 0
  }
}

extension Verdict {
  /// The names in the tags that are packed as numbers.
  var names: Set<String> {
    var names: Set<String> = []
    for failure in failures {
      names.formUnion([failure.type, failure.touchpoint])
      names.formUnion(failure.evidence.map(\.rule))
    }
    for finding in causes + effects + praise {
      names.insert(finding.type)
      names.formUnion(finding.evidence.map(\.rule))
    }
    for promise in promises { names.formUnion(promise.evidence.map(\.rule)) }
    names.formUnion(sarcasm.map(\.rule))
    return names
  }
}
