import Cases
import Complaints
import Foundation
import Store
import Testing

struct DecisionAuditTests {
  private let days = LocalDays(timeZone: "UTC")
  private let moment = Timestamp(seconds: World.now)

  @Test func whoDecidedWhatAndTookItBackIsInTheAuditChain() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    _ = try world.run()
    let stored = try #require(try world.everything().first)
    let book = CaseBook(store: world.store, days: days)
    var rejection = Decision(
      tag: .init(.failure, "stock"), outcome: .reject, range: 0..<6, draw: .queue,
      reviewer: "ana", decidedAt: moment)
    rejection.reason = .sarcasm
    let acceptance = Decision(
      tag: .complaint, outcome: .accept, range: nil, draw: .queue, reviewer: "ana",
      decidedAt: moment)
    try book.record([rejection, acceptance], ofRow: stored.rowID)
    try book.record([], ofRow: stored.rowID)
    _ = try book.undoLast(of: "ana", at: Timestamp(seconds: World.now + 60))
    _ = try book.undoLast(of: "ben", at: moment)
    let entries = try world.store.audit()
    #expect(entries.map(\.action) == ["ruleSet", "decision", "undo"])
    #expect(entries.firstBroken == nil)
    #expect(entries[1].actor == "ana" && entries[1].at == moment)
    let id = stored.verbatim.id.description
    #expect(entries[1].detail == "\(id): reject failure:stock (sarcasm), accept complaint")
    #expect(entries[2].actor == "ana" && entries[2].at.seconds == World.now + 60)
    #expect(entries[2].detail == "\(id): last decision")
  }
}
