import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// The rows of verbatims by their fingerprints; those that are gone are left out.
  func rowIDs(of fingerprints: [String]) throws(Failure) -> [Int64] {
    try read { database in
      try Set(fingerprints).sorted().compactMap { name in
        guard let fingerprint = Fingerprint(name) else { return nil }
        return try Int64.fetchOne(
          database, sql: "SELECT id FROM verbatim WHERE fingerprint = ?",
          arguments: [fingerprint.data])
      }
    }
  }
}
