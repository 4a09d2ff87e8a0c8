import Complaints
import Foundation
import Store
import Testing

struct AuditTests {
  private let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"

  private func entries(_ store: ComplaintStore) throws -> [AuditEntry] {
    for (index, action) in AuditEntry.Action.allCases.enumerated() {
      try store.enter(action, by: "ana", "number \(index)", at: Timestamp(seconds: 100 + index))
    }
    return try store.audit()
  }

  @Test func theChainHolds() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ComplaintStore(folder: folder)
    let entries = try entries(store)
    let count = AuditEntry.Action.allCases.count
    #expect(entries.map(\.number) == (1...count).map(Int64.init))
    #expect(entries.firstBroken == nil)
    #expect([AuditEntry]().firstBroken == nil)
    #expect(Set(entries.map(\.chain)).count == count)
  }

  @Test func everyChangeIsNoticed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let entries = try entries(try ComplaintStore(folder: folder))
    for index in entries.indices {
      var changed = entries
      changed[index].actor = "ben"
      #expect(changed.firstBroken == Int64(index + 1))
      changed = entries
      changed[index].detail += " "
      #expect(changed.firstBroken == Int64(index + 1))
      guard index < entries.count - 1 else { continue }
      changed = entries
      changed.remove(at: index)
      #expect(changed.firstBroken == Int64(index + 1))
      changed = entries
      changed.swapAt(index, index + 1)
      #expect(changed.firstBroken == Int64(index + 1))
    }
  }

  @Test func aRuleSetIsEnteredOnce() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ComplaintStore(folder: folder)
    for low: UInt64 in [1, 1, 2, 1, 1] {
      try store.enterRuleSet(Fingerprint(high: 0, low: low), at: Timestamp(seconds: 1))
    }
    #expect(try store.audit().count == 3)
  }

  @Test func noEntryCanBeChangedOrDeleted() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ComplaintStore(folder: folder)
    _ = try entries(store)
    for statement in ["DELETE FROM audit", "UPDATE audit SET actor = 'x' WHERE id = 2"] {
      #expect(throws: (any Error).self) { try OldStore.execute(in: folder, statement) }
    }
    #expect(try store.audit().firstBroken == nil)
  }
}
