import Cases
import Complaints
import Foundation
import HTTPTypes
import Store
import Synchronization
import Testing

@testable import Review

struct QueueTests {
  private typealias Complaint = SmallWorld.Complaint

  /// 1 is clear, 2 close, 3 not scored, 4 without a failure tag, 5 a delay in another source.
  private func world() throws -> SmallWorld {
    let world = try SmallWorld()
    try world.add([
      Complaint(text: "No tubes in stock.", failures: [("stock", 0.9)], age: 40),
      Complaint(text: "They had none left.", failures: [("stock", 0.52)], age: 3),
      Complaint(text: "Nichts da.", isScored: false, age: 10),
      Complaint(text: "I am not happy.", failures: [], age: 20),
      Complaint(
        text: "It took weeks.", failures: [("delay", 0.7), ("stock", 0.6)], age: 1,
        place: "calls/may.json", channel: .call),
    ])
    return world
  }

  private func numbers(_ query: QueueQuery, _ world: SmallWorld) throws -> [Int] {
    let rows = try world.store.queue(query, world.days).rows
    return try world.store.verdicts(of: rows).map { Int($0.verbatim.id.low) }
  }

  @Test func closeIsWhatWasNearlyNotGiven() async throws {
    let world = try SmallWorld()
    try world.add(
      [
        .init(text: "No tubes.", failures: [("stock", 0.7), ("delay", 0.6)]),
        .init(text: "It took weeks.", failures: [("delay", 0.58)]),
        .init(text: "They had none left.", failures: [("stock", 0.8)]),
      ], thresholds: ["stock": 0.65])
    #expect(try numbers(QueueQuery().with(.margin, "close"), world) == [1, 2])
    try await atDesk(world) { desk in
      let html = try await desk.get("/queue").html
      let tags = html.split(separator: #"<span class="tag"#).dropFirst().map { tag in
        (tag.hasPrefix(" close") ? "close " : "") + String(tag.split(separator: ">")[1].prefix(3))
      }
      #expect(tags == ["close Not", "Del", "close Del", "Not"])
    }
  }

  @Test func theHardestComesFirst() throws {
    let world = try world()
    // Margins: −1, 0, 0.02, 0.1, 0.4.
    #expect(try numbers(QueueQuery(), world) == [3, 4, 2, 5, 1])
    let totals = try world.store.queueTotals()
    #expect(totals.open == 5)
    #expect(totals.unscored == 1)
    #expect(totals.untagged == 1)
  }

  @Test func theNewestCanComeFirst() throws {
    #expect(try numbers(QueueQuery([("order", "newest")]), world()) == [5, 2, 3, 4, 1])
  }

  @Test func oneProblemAfterTheOtherTheLargestFirst() throws {
    #expect(try numbers(QueueQuery([("order", "problem")]), world()) == [2, 5, 1, 3, 4])
  }

  @Test(
    arguments: [
      ([("type", "stock")], [2, 5, 1]), ([("type", "delay")], [5]), ([("type", "nothing")], []),
      ([("touchpoint", "repair")], [2, 5, 1]), ([("channel", "call")], [5]),
      ([("source", "mail/care.mbox")], [3, 4, 2, 1]), ([("source", "calls/may.json")], [5]),
      ([("margin", "unscored")], [3]), ([("margin", "untagged")], [4]),
      ([("margin", "close")], [2]), ([("margin", "clear")], [5, 1]), ([("margin", "x")], []),
      ([("search", "none left")], [2]), ([("search", "\" OR 1=1 --")], []),
      ([("search", "weeks"), ("order", "newest")], [5]), ([("week", "2026-W46")], [2, 5]),
      ([("week", "soon")], []), ([("type", "stock"), ("channel", "mail")], [2, 1]),
      ([("type", "stock"), ("order", "newest")], [5, 2, 1]),
      ([("type", "stock"), ("order", "problem")], [2, 5, 1]),
    ] as [([(name: String, value: String)], [Int])])
  func filtersLetThrough(parameters: [(name: String, value: String)], expected: [Int]) throws {
    #expect(try numbers(QueueQuery(parameters), world()) == expected)
  }

  @Test(arguments: [
    ("search", "\0", 5), ("search", "\u{1}none\u{0}left\n", 1), ("type", "\0", 5),
    ("source", "\u{7F}", 5), ("week", "\u{85}", 5), ("margin", "\u{0}", 5), ("order", "\u{0}", 5),
    ("page", "\u{0}", 5),
  ])
  func controlCharactersAreLeftOut(name: String, value: String, count: Int) async throws {
    let world = try world()
    #expect(try numbers(QueueQuery([(name, value)]), world).count == count)
    try await atDesk(world) { desk in
      let query = QueueQuery.encoded([(name, value)])
      let queue = try await desk.get("/queue?\(query)")
      #expect(queue.status == .ok)
      let from = QueueQuery.escaped(query)
      let opened = try await desk.get("/case/\(SmallWorld.id(2))?from=\(from)")
      #expect(opened.status == .ok)
      #expect(world.log.withLock(\.self).isEmpty)
    }
  }

  @Test(arguments: [
    ("1", 1), ("0", 1), ("-3", 1), ("x", 1), ("7", 7), ("99999999999999999999", 1_000_000_000),
  ])
  func pagesAreNumbers(text: String, page: Int) {
    #expect(QueueQuery([("page", text)]).page == page)
  }

  @Test(arguments: ["margin", "newest"])
  func whatIsDecidedKeepsItsPlaceBetweenItsNeighbours(order: String) throws {
    let world = try world()
    let query = QueueQuery([("order", order)])
    let before = try world.store.queue(query, world.days).rows
    for (index, row) in before.enumerated() {
      let waiting = try world.store.queue(query, world.days, around: row)
      #expect(waiting.rank == index)
      #expect(waiting.isWaiting)
    }
    let row = before[2]
    try world.decide(.complaint, ofRow: row)
    let after = try world.store.queue(query, world.days, around: row)
    #expect(after.rows == before.filter { $0 != row })
    #expect(after.rank == 2)
    #expect(!after.isWaiting)
  }

  @Test func facetsCountWhatWaits() throws {
    let world = try world()
    let rows = try world.store.queue(QueueQuery(), world.days).rows
    let facets = try world.store.facets(of: rows, world.days)
    let found = facets.reduce(into: [QueueQuery.Facet: [String: Int]]()) { result, facet in
      result[facet.facet] = facet.choices.reduce(into: [:]) { $0[$1.value] = $1.count }
    }
    #expect(found[.type] == ["stock": 3, "delay": 1])
    #expect(found[.touchpoint] == ["repair": 3])
    #expect(found[.channel] == ["mail": 4, "call": 1])
    #expect(found[.source] == ["mail/care.mbox": 4, "calls/may.json": 1])
    #expect(found[.margin] == ["unscored": 1, "untagged": 1, "close": 1, "clear": 2])
    #expect(found[.week]?.values.reduce(0, +) == 5)
    for (facet, choices) in found {
      for (value, count) in choices {
        let rows = try world.store.queue(QueueQuery().with(facet, value), world.days).rows
        #expect(rows.count == count, "\(facet) \(value)")
      }
    }
  }

  @Test func aPageHasTwentyFiveAndTheLastOneTheRest() async throws {
    let world = try SmallWorld()
    try world.add((1...60).map { Complaint(text: "Complaint number \($0).") })
    try await atDesk(world) { desk in
      for (page, first, count) in [(1, 1, 25), (3, 51, 10), (99, 51, 10), (Int.max, 51, 10)] {
        let html = try await desk.get("/queue?page=\(page)").html
        #expect(html.contains("Complaint number \(first)."))
        #expect(html.components(separatedBy: "Complaint number").count - 1 == count)
      }
    }
  }
}

extension SmallWorld {
  /// Records that ben accepts a tag.
  func decide(_ tag: Complaints.Tag, ofRow row: Int64) throws {
    let decision = Decision(
      tag: tag, outcome: .accept, draw: .queue, reviewer: "ben", decidedAt: SmallWorld.now)
    try CaseBook(store: store, days: days).record([decision], ofRow: row)
  }
}
