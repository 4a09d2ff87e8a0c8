import Complaints
import GRDB
public import Text

/// Where an address stands besides texts and kept bytes: paths, frozen weeks and notes.
extension ComplaintStore {
  /// What `blacken` would find.
  public func places(of address: AddressPattern) throws(Failure) -> ErasureCounts {
    try read { database in
      try ComplaintStore.with(address, database) { try ComplaintStore.placeCounts($0) }
    }
  }

  /// Blackens an address in what people wrote in prevention items, in the names of sources that
  /// frozen weeks tell and in the places of texts, and forgets paths that hold it, with entries of
  /// the quarantine whose place or reason does.
  ///
  /// - Returns: how many events, weeks and files.
  public func blacken(_ address: AddressPattern) throws(Failure) -> ErasureCounts {
    try write { database in
      try ComplaintStore.with(address, database) { database in
        let counts = try ComplaintStore.placeCounts(database)
        for (table, column) in [
          ("itemEvent", "detail"), ("digest", "facts"), ("verbatim", "source"),
        ] {
          try database.execute(
            sql: """
              UPDATE \(table) SET \(column) = blackened(\(column))
              WHERE blackened(\(column)) <> \(column)
              """)
        }
        try database.execute(
          sql: """
            DELETE FROM source WHERE blackened(path) <> path;
            DELETE FROM sourceVolume WHERE blackened(source) <> source;
            DELETE FROM quarantine
            WHERE blackened(source) <> source OR blackened(detail) <> detail;
            """)
        return counts
      }
    }
  }

  /// Whether an address is part of a longer one in some place.
  public func hasPlace(holdingPartly address: AddressPattern) throws(Failure) -> Bool {
    try read { database in
      try ComplaintStore.with(address, database) { database in
        let places = [
          ("itemEvent", "detail"), ("digest", "facts"), ("verbatim", "source"), ("source", "path"),
          ("sourceVolume", "source"), ("quarantine", "source"), ("quarantine", "detail"),
          ("itemEvent", "actor"), ("audit", "actor"), ("decision", "reviewer"),
        ]
        return try places.contains { table, column in
          try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE isPart(\(column)))")
            ?? false
        }
      }
    }
  }

  private static func placeCounts(_ database: Database) throws -> ErasureCounts {
    func count(_ column: String, of table: String) throws -> Int {
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM \(table) WHERE blackened(\(column)) <> \(column)") ?? 0
    }
    var counts = ErasureCounts()
    counts.itemEventCount = try count("detail", of: "itemEvent")
    counts.weekCount = try count("facts", of: "digest")
    let places = try String.fetchAll(
      database,
      sql: """
        SELECT source FROM verbatim WHERE blackened(source) <> source
        UNION SELECT source FROM quarantine
          WHERE blackened(source) <> source OR isKept = 0 AND blackened(detail) <> detail
        """)
    let paths = try String.fetchAll(
      database,
      sql: """
        SELECT path FROM source WHERE blackened(path) <> path
        UNION SELECT source FROM sourceVolume WHERE blackened(source) <> source
        """)
    counts.pathCount = fileCount(
      Set(places.map { SourceReference(printed: $0).name }).union(paths))
    return counts
  }

  /// How many files some paths name, each by its whole path or by what settings tell of its end.
  private static func fileCount(_ paths: Set<String>) -> Int {
    let turned = paths.map { String($0.reversed()) + "/" }.sorted()
    return turned.count - zip(turned, turned.dropFirst()).count { $1.hasPrefix($0) }
  }

  /// Runs a body to which SQL knows `blackened` and `isPart` of an address.
  private static func with<Result>(
    _ address: AddressPattern, _ database: Database, _ body: (Database) throws -> Result
  ) throws -> Result {
    func function(
      _ name: String, _ value: @escaping @Sendable (String) -> any DatabaseValueConvertible
    ) -> DatabaseFunction {
      DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(value)
      }
    }
    let functions = [
      function("blackened") { address.blackened($0) },
      function("isPart") { address.isPart(of: $0) },
    ]
    for function in functions { database.add(function: function) }
    defer { for function in functions { database.remove(function: function) } }
    return try body(database)
  }
}
