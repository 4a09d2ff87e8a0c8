import Complaints
import Foundation
import GRDB
import Store

extension ComplaintStore {
  /// Where stored complaints belong, by their rows; rows without a place are left out.
  func filings(of rowIDs: [Int64]) throws(Failure) -> [Int64: CaseFiling] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT opening.fingerprint AS caseID, complaintCase.contactCount,
            original.fingerprint AS duplicateOf
          FROM contact LEFT JOIN complaintCase ON complaintCase.id = contact.caseID
            LEFT JOIN verbatim AS opening ON opening.id = contact.caseID
            LEFT JOIN verbatim AS original ON original.id = contact.duplicateOf
          WHERE contact.verbatimID = ?
          """)
      var filings: [Int64: CaseFiling] = [:]
      for rowID in rowIDs {
        guard let row = try Row.fetchOne(statement, arguments: [rowID]) else { continue }
        filings[rowID] = CaseFiling(
          caseID: (row["caseID"] as Data?).map(Fingerprint.init(data:)),
          contactCount: row["contactCount"],
          duplicateOf: (row["duplicateOf"] as Data?).map(Fingerprint.init(data:)))
      }
      return filings
    }
  }
}
