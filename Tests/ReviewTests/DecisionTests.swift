import Backlog
import Complaints
import HTTPTypes
import Store
import Testing

@testable import Review

struct DecisionTests {
  private static let path = "/case/\(SmallWorld.id(1))"

  /// Six complaints about stock at the workshop, the first one in words of several bytes.
  private func world() throws -> SmallWorld {
    let world = try SmallWorld()
    try world.add(
      ["Für mein Rad war nichts da 🙁.", "None left.", "No tubes.", "No chains.", "No.", "Empty."]
        .enumerated().map { SmallWorld.Complaint(text: $1, age: 3 + 7 * $0) })
    return world
  }

  private func stored(_ world: SmallWorld) throws -> StoredVerbatim {
    try #require(try world.store.verbatim(SmallWorld.id(1)))
  }

  private func cases(_ world: SmallWorld, of type: String = "stock") throws -> Int {
    let counts = try world.store.problemCounts(through: Week(year: 2026, number: 46))
    return counts.received(Problem(type: type, touchpoint: "repair")).reduce(0, +)
  }

  @Test func aRejectedTagLeavesTheCountsAndComesBackWhenUndone() async throws {
    let world = try world()
    let moment = SmallWorld.now
    #expect(try cases(world) == 6)
    try await atDesk(world) { desk in
      let answer = try await desk.post(
        Self.path + "/decide",
        [
          ("tag", "failure:stock"), ("outcome", "reject"), ("reason", "quoted"),
          ("next", "/queue?page=2"), ("from", "order=newest"),
        ])
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.location] == "/queue?page=2")
      #expect(try self.cases(world) == 5)
      let overview = try BacklogBook(store: world.store, days: world.days).overview(at: moment)
      #expect(overview.candidates.first?.recentCases == 5)
      let decision = try #require(try self.stored(world).decisions.first)
      #expect(decision.reviewer == "ana")
      #expect(decision.reason == .quoted)
      #expect(decision.draw == .newest)
      #expect(decision.decidedAt == moment)
      #expect(try await desk.get("/queue").html.contains("Rejected "))
      let undone = try await desk.post("/undo")
      #expect(undone.headers[.location] == Self.path)
      #expect(try self.cases(world) == 6)
      #expect(try self.stored(world).decisions.isEmpty)
      #expect(try await desk.post("/undo").status == .seeOther)
      #expect(try await desk.get("/queue").html.contains("There is nothing to undo."))
    }
  }

  @Test func anAddedTagCountsWithItsWords() async throws {
    let world = try world()
    try await atDesk(world) { desk in
      let answer = try await desk.post(
        Self.path + "/decide",
        [
          ("tag", "failure:delay"), ("outcome", "add"), ("touchpoint", "repair"),
          ("range", "0-4"),
        ])
      #expect(answer.headers[.location] == Self.path)
      #expect(try self.cases(world, of: "delay") == 1)
      let decision = try #require(try self.stored(world).decisions.first)
      #expect(decision.range == 0..<4)
      #expect(decision.touchpoint == "repair")
      let failure = try self.stored(world).reviewedVerdict?.failures.last
      #expect(failure?.evidence.first?.text == "Für")
    }
  }

  @Test(arguments: [
    "0-2", "1-999", "4-4", "5-3", "-1-4", "x", "0", "0-4-6", "27-29", "0-99999999999999999999",
  ])
  func wordsOutsideTheTextAreRefused(range: String) async throws {
    let world = try world()
    try await atDesk(world) { desk in
      let answer = try await desk.post(
        Self.path + "/decide",
        [("tag", "failure:delay"), ("outcome", "add"), ("range", range)])
      #expect(answer.status == .badRequest)
      #expect(try self.stored(world).decisions.isEmpty)
    }
  }

  @Test(
    arguments: [
      ([("tag", "failure:nothing"), ("outcome", "add")], 400),
      ([("tag", "praise:x"), ("outcome", "add")], 400),
      ([("tag", "stock"), ("outcome", "add")], 400),
      ([("outcome", "add")], 400),
      ([("tag", "failure:stock")], 400),
      ([("tag", "failure:stock"), ("outcome", "keep")], 400),
      ([("tag", "failure:stock"), ("outcome", "reject")], 400),
      ([("tag", "failure:stock"), ("outcome", "reject"), ("reason", "mood")], 400),
      ([("tag", "failure:delay"), ("outcome", "add"), ("touchpoint", "moon")], 400),
      ([("tag", "failure:stock"), ("outcome", "accept"), ("from", "a=1&a=2")], 400),
      ([("tag", "failure:delay"), ("outcome", "accept")], 409),
      ([("tag", "failure:delay"), ("outcome", "reject"), ("reason", "wrong")], 409),
    ] as [([(name: String, value: String)], Int)])
  func whatCannotBeDecidedIsRefused(
    fields: [(name: String, value: String)], status: Int
  ) async throws {
    let world = try world()
    try await atDesk(world) { desk in
      let answer = try await desk.post(Self.path + "/decide", fields)
      #expect(Int(answer.status.code) == status)
      #expect(try self.stored(world).decisions.isEmpty)
    }
  }

  @Test func allTagsAreAcceptedAndUndoneAtOnce() async throws {
    let world = try SmallWorld()
    try world.add([
      .init(text: "Late and then sold out.", failures: [("stock", 0.6), ("delay", 0.7)])
    ])
    try await atDesk(world) { desk in
      let answer = try await desk.post(Self.path + "/accept-all", [("next", "/queue")])
      #expect(answer.headers[.location] == "/queue")
      let tags = try Set(self.stored(world).decisions.map(\.tag))
      #expect(tags.map(\.description).sorted() == ["complaint", "failure:delay", "failure:stock"])
      #expect(try self.stored(world).decisions.allSatisfy { $0.outcome == .accept })
      #expect(try world.store.queueTotals().open == 0)
      _ = try await desk.post("/undo")
      #expect(try self.stored(world).decisions.isEmpty)
      #expect(try world.store.queueTotals().open == 1)
    }
  }

  @Test func aTextThatWasNotScoredHasNothingToAcceptButCanBeDecided() async throws {
    let world = try SmallWorld()
    try world.add([.init(text: "Nichts da.", isScored: false)])
    try await atDesk(world) { desk in
      #expect(try await desk.post(Self.path + "/accept-all").status == .conflict)
      let answer = try await desk.post(
        Self.path + "/decide",
        [("tag", "complaint"), ("outcome", "reject"), ("reason", "wrong")])
      #expect(answer.status == .seeOther)
      #expect(try world.store.queueTotals().open == 0)
    }
  }

  @Test func eachReviewerUndoesTheirOwn() async throws {
    let world = try world()
    let link = try world.access.makeLink(for: "ben")
    try await atDesk(world) { ana in
      let ben = try await DeskClient(client: ana.client).loggedIn(with: link)
      _ = try await ana.post(Self.path + "/accept-all")
      _ = try await ben.post(
        "/case/\(SmallWorld.id(2))/decide",
        [("tag", "failure:stock"), ("outcome", "accept")])
      #expect(try await ben.get("/queue").html.contains("ben"))
      _ = try await ana.post("/undo")
      #expect(try self.stored(world).decisions.isEmpty)
      let other = try #require(try world.store.verbatim(SmallWorld.id(2)))
      #expect(other.decisions.map(\.reviewer) == ["ben"])
    }
  }
}
