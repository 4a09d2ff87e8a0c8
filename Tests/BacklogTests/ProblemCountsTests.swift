import Backlog
import Complaints
import Foundation
import GRDB
import Store
import Support
import Testing

struct ProblemCountsTests {
  private static let stock = Problem(type: "stock", touchpoint: "repair")
  private static let delay = Problem(type: "delay", touchpoint: "delivery")
  private static let first = Week(year: 2026, number: 10)

  /// A case counted under a problem; weeks are numbered from 0, `nil` is a case without a date.
  private struct Counted {
    var problem = ProblemCountsTests.stock
    var week: Int?
    var happened: Int?
    var lag: Int?
  }

  private func week(_ number: Int) -> Week {
    Day(number: Self.first.start.number + number * 7).week
  }

  private func withStore(of cases: [Counted], _ body: (ComplaintStore) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "counts-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ComplaintStore(folder: folder)
    try store.write { database in
      for (id, counted) in cases.enumerated() {
        let received = counted.week.map { week($0).start.number }
        let happened = (counted.happened ?? counted.week).map { week($0).start.number }
        try database.execute(
          sql: "INSERT INTO complaintCase (id, week, contactCount) VALUES (?, ?, 1)",
          arguments: [id, received])
        try BacklogWorld.count(
          counted.problem, [id, id, received, happened, counted.lag], database)
      }
    }
    try body(store)
  }

  @Test func countsByTheWeekReceivedAndByTheWeekItHappened() throws {
    let cases = [
      Counted(week: 0), Counted(week: 0), Counted(week: 2, happened: 1, lag: 6),
      Counted(problem: Self.delay, week: 2, happened: -3, lag: 30), Counted(),
    ]
    try withStore(of: cases) { store in
      let counts = try store.problemCounts(through: week(3))
      #expect(counts.first == week(0))
      #expect(counts.through == week(3))
      #expect(counts.problems == [Self.delay, Self.stock])
      #expect(counts.received(Self.stock) == [2, 0, 1, 0])
      #expect(counts.happened(Self.stock) == [2, 1, 0, 0])
      #expect(counts.received(Self.delay) == [0, 0, 1, 0])
      #expect(counts.happened(Self.delay) == [1, 0, 0, 0])
      #expect(counts.knownShare == 0.5)
      #expect(counts.lagDays == 30)
    }
  }

  @Test func laterWeeksAreNotKnownYet() throws {
    let cases = [
      Counted(week: 0), Counted(week: 1, happened: 0, lag: 3),
      Counted(week: 2, happened: 0, lag: 20),
      Counted(problem: Self.delay, week: 5),
    ]
    try withStore(of: cases) { store in
      let then = try store.problemCounts(through: week(1))
      #expect(then.problems == [Self.stock])
      #expect(then.received(Self.stock) == [1, 1])
      #expect(then.happened(Self.stock) == [2, 0])
      #expect(then.lagDays == 3)
      #expect(then.knownShare == 0.5)
    }
  }

  @Test func nineInTenCasesDoNotExceedTheLag() throws {
    let lags = [0, 1, 2, 3, 4, 5, 6, 7, 8, 40]
    try withStore(of: lags.map { Counted(week: 0, lag: $0) } + [Counted(week: 0)]) { store in
      let counts = try store.problemCounts(through: week(0))
      #expect(counts.lagDays == 8)
    }
    try withStore(of: (lags + [40]).map { Counted(week: 0, lag: $0) }) { store in
      let counts = try store.problemCounts(through: week(0))
      #expect(counts.lagDays == 40)
    }
  }

  @Test func anEmptyStoreHasOneWeekWithoutProblems() throws {
    try withStore(of: [Counted(week: 4), Counted()]) { store in
      let counts = try store.problemCounts(through: week(3))
      #expect(counts.first == week(3))
      #expect(counts.weekCount == 1)
      #expect(counts.problems.isEmpty)
      #expect(counts.lagDays == nil)
      #expect(counts.knownShare == 0)
    }
  }

  @Test(arguments: (1...5).map(UInt64.init))
  func agreesWithCountingOneByOne(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let cases = (0..<300).map { _ in
      let week = Int.random(in: 0..<20, using: &generator)
      let isKnown = Bool.random(using: &generator)
      return Counted(
        problem: Bool.random(using: &generator) ? Self.stock : Self.delay, week: week,
        happened: isKnown ? week - Int.random(in: 0...5, using: &generator) : nil,
        lag: isKnown ? Int.random(in: 0...40, using: &generator) : nil)
    }
    try withStore(of: cases) { store in
      for last in [3, 11, 19] {
        let counts = try store.problemCounts(through: week(last))
        let known = cases.filter { ($0.week ?? 99) <= last }
        let first = known.compactMap(\.week).min() ?? last
        #expect(counts.first == week(first))
        for problem in [Self.stock, Self.delay] {
          let mine = known.filter { $0.problem == problem }
          #expect(
            counts.received(problem)
              == (first...last).map { week in mine.count { $0.week == week } })
          #expect(
            counts.happened(problem)
              == (first...last).map { week in
                mine.count { max(first, $0.happened ?? $0.week ?? 0) == week }
              })
        }
        let lags = known.compactMap(\.lag).sorted()
        #expect(counts.lagDays == lags[(lags.count * 9 + 9) / 10 - 1])
        #expect(counts.knownShare == Double(lags.count) / Double(known.count))
      }
    }
  }
}
