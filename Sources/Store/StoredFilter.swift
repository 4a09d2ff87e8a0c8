public import Complaints
package import GRDB

/// Which stored verbatims to show, newest first.
public struct StoredFilter: Sendable {
  /// A failure type that is counted.
  public var failure: String?
  /// A stated cause.
  public var cause: String?
  /// An effect.
  public var effect: String?
  /// Where a failure happened.
  public var touchpoint: String?
  /// A channel.
  public var channel: String?
  /// A piece of the place's name.
  public var source: String?
  /// A pseudonym.
  public var person: String?
  /// Received at this moment or after it.
  public var from: Timestamp?
  /// Received before this moment.
  public var before: Timestamp?
  /// Only what the rules, or a person, call a complaint.
  public var complaintsOnly = false
  /// Words that all occur in the customer's own text.
  public var search: String?
  /// At most this many; 0 for all.
  public var limit = 20
  /// Whether a tag asked for is so frequent that going through the newest and looking at the tags of
  /// each finds enough sooner than a list of all that have it.
  package var isFrequent = false

  /// A filter that lets everything through.
  public init() {}
}

/// An SQL condition with its arguments.
package struct Condition {
  /// The SQL.
  package var sql: String
  /// Its arguments.
  package var arguments: StatementArguments = []

  /// A condition.
  package init(sql: String, arguments: StatementArguments = []) {
    self.sql = sql
    self.arguments = arguments
  }

  /// All of the conditions at once.
  package static func all(_ conditions: [Condition]) -> Condition {
    Condition(
      sql: conditions.map(\.sql).joined(separator: " AND "),
      arguments: conditions.reduce(into: []) { $0 += $1.arguments })
  }

  /// A column that holds a value.
  package static func equal(_ column: String, _ value: String) -> Condition {
    Condition(sql: "\(column) = ?", arguments: [value])
  }
}

extension StoredFilter {
  /// What a finding of one kind must be. Failures of other companies are not counted.
  package func finding(_ kind: String) -> Condition {
    let types = ["failure": failure, "cause": cause, "effect": effect]
    var parts = [Condition.equal("finding.kind", kind)]
    if let type = types[kind] ?? nil { parts.append(.equal("finding.type", type)) }
    if kind == "failure" {
      parts.append(Condition(sql: "finding.about IS NOT 'other'"))
      if let touchpoint { parts.append(.equal("finding.touchpoint", touchpoint)) }
    }
    return .all(parts)
  }

  /// Fills in `isFrequent`.
  package mutating func weigh(_ database: Database) throws {
    let kinds = [
      ("failure", failure ?? touchpoint), ("cause", cause), ("effect", effect),
    ].filter { $0.1 != nil }.map(\.0)
    isFrequent =
      try !kinds.isEmpty
      && kinds.allSatisfy { kind in
        let finding = finding(kind)
        let count = try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM (SELECT 1 FROM finding
              WHERE finding.generationID = \(ComplaintStore.currentGeneration) AND \(finding.sql)
              LIMIT \(StoredFilter.frequency))
            """, arguments: finding.arguments)
        return count == StoredFilter.frequency
      }
  }

  private static let frequency = 30_000

  /// What is left to ask of a verbatim with a finding of a kind that passes.
  package func without(_ kind: String) -> StoredFilter {
    var rest = self
    switch kind {
    case "failure": (rest.failure, rest.touchpoint) = (nil, nil)
    case "cause": rest.cause = nil
    default: rest.effect = nil
    }
    return rest
  }

  /// The WHERE clause of a query of table `verbatim`, or nothing. A plus before a column keeps
  /// SQLite from reading in that order: newest verbatims first, until there are enough, is quicker.
  package var clause: Condition {
    var parts: [Condition] = []
    if failure != nil || touchpoint != nil { parts.append(exists("failure")) }
    if cause != nil { parts.append(exists("cause")) }
    if effect != nil { parts.append(exists("effect")) }
    if let channel { parts.append(.equal("verbatim.channel", channel)) }
    if let person { parts.append(.equal("verbatim.person", person)) }
    if let source {
      parts.append(Condition(sql: "instr(verbatim.source, ?) > 0", arguments: [source]))
    }
    if let from {
      parts.append(Condition(sql: "verbatim.received >= ?", arguments: [from.seconds]))
    }
    if let before {
      parts.append(Condition(sql: "verbatim.received < ?", arguments: [before.seconds]))
    }
    if complaintsOnly { parts.append(StoredFilter.complaint) }
    if let found = words(of: "+verbatim.id") { parts.append(found) }
    guard !parts.isEmpty else { return Condition(sql: "") }
    var clause = Condition.all(parts)
    clause.sql = "WHERE " + clause.sql
    return clause
  }

  /// One finding that is all of this at once.
  private func exists(_ kind: String) -> Condition {
    let finding = finding(kind)
    guard !isFrequent else {
      return Condition(
        sql: """
          EXISTS (SELECT 1 FROM finding
            WHERE finding.generationID = \(ComplaintStore.currentGeneration)
              AND finding.verbatimID = verbatim.id AND \(finding.sql))
          """, arguments: finding.arguments)
    }
    return Condition(
      sql: """
        +verbatim.id IN (SELECT finding.verbatimID FROM finding
          WHERE finding.generationID = \(ComplaintStore.currentGeneration) AND \(finding.sql))
        """, arguments: finding.arguments)
  }

  private static let complaint = Condition(
    sql: """
      (SELECT \(ComplaintStore.isComplaint) FROM verdict
        WHERE verdict.generationID = \(ComplaintStore.currentGeneration)
          AND verdict.verbatimID = verbatim.id)
      """)

  /// All the words, each by itself, so that none is read as an operator. The index holds no places
  /// of words, so that its own words are looked for: letters and digits of its version of Unicode.
  package func words(of row: String) -> Condition? {
    guard let search else { return nil }
    let words = search.unicodeScalars.split { !StoredFilter.isWord($0) }
    let phrases = words.map { "\"\(String($0))\"" }
    guard !phrases.isEmpty else { return Condition(sql: "FALSE") }
    return Condition(
      sql: "\(row) IN (SELECT rowid FROM ownWords WHERE ownWords MATCH ?)",
      arguments: [phrases.joined(separator: " ")])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, (age.major, age.minor) <= (6, 1) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
