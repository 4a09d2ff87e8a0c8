import GRDB
import Store

extension DigestWorld {
  /// Enters what a source brought on some days.
  func volumes(_ source: String, _ counts: [(day: Int, count: Int)]) throws {
    try store.write { database in
      for (day, count) in counts {
        try database.execute(
          sql: "INSERT INTO sourceVolume VALUES (?, ?, ?)", arguments: [source, day, count])
      }
    }
  }
}
