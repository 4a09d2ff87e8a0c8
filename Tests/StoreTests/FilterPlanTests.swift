import Complaints
import Foundation
import GRDB
import Testing

@testable import Store

struct FilterPlanTests {
  private func plan(_ filter: StoredFilter, isFrequent: Bool) throws -> [String] {
    let folder = NSTemporaryDirectory() + "plans-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var filter = filter
    filter.isFrequent = isFrequent
    let clause = filter.clause
    return try ComplaintStore(folder: folder).read { database in
      try Row.fetchAll(
        database,
        sql: """
          EXPLAIN QUERY PLAN SELECT verbatim.id FROM verbatim \(clause.sql)
          ORDER BY verbatim.received DESC, verbatim.id DESC LIMIT 20
          """, arguments: clause.arguments
      ).map { $0["detail"] }
    }
  }

  @Test(arguments: [true, false])
  func findingsAreFoundByTheirLabels(isFrequent: Bool) throws {
    var filter = StoredFilter()
    filter.failure = "stock"
    filter.touchpoint = "repair"
    filter.cause = "supplier"
    let plan = try plan(filter, isFrequent: isFrequent)
    #expect(plan.first == "SCAN verbatim USING COVERING INDEX verbatimByReceived", "\(plan)")
    let search =
      isFrequent
      ? "PRIMARY KEY (generationID=? AND verbatimID=?)"
      : "COVERING INDEX verdictLabelByLabel (generationID=? AND labelID=?)"
    #expect(
      plan.filter { $0.contains("verdictLabel") }
        == Array(repeating: "SEARCH verdictLabel USING \(search)", count: 2), "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
