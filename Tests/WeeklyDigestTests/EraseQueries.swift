import Complaints
import GRDB
import Store

extension DigestWorld {
  /// Removes a verbatim as an erasure would.
  func erase(_ id: Fingerprint) throws {
    try store.write { database in
      try database.execute(
        sql: "DELETE FROM verbatim WHERE fingerprint = ?", arguments: [id.data])
    }
  }
}
