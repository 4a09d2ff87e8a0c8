import Testing

@testable import Statistics

struct SlowChannelTests {
  /// One case in a week or two becomes five a week after fifteen weeks.
  private static let rise = [
    2, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 5, 5, 4, 5, 4, 7, 6, 5, 2, 4, 5, 5, 5, 3, 4,
  ]
  /// Half a case a week becomes three.
  private static let slowRise = [
    0, 2, 1, 2, 0, 1, 1, 2, 0, 0, 0, 0, 3, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 2, 0,
    2, 0, 0, 1, 0, 2, 1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 2, 4, 1, 5, 0, 2, 1, 3, 4, 2, 0, 2, 2, 3, 4, 7,
    4, 3, 2, 3, 5, 6,
  ]
  private static let varied = [
    3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3,
  ]

  struct Expected: Sendable {
    var counts: [Int]
    var start = 0
    var sum: Double
    var reference: Double
    var since: Int
    var expected: Double
    var weeks: Int
    var chance: Double
  }

  /// Written in Python from the definition, with the Markov chain of `PoissonCUSUMTests`:
  /// `b.var(ddof=1) / b.mean()`, `poisson`, `nbinom` (numpy, scipy 1.17.1).
  @Test(arguments: [
    Expected(
      counts: Array(rise[..<18]), sum: 11, reference: 1, since: 15, expected: 0.625, weeks: 12,
      chance: 0.0009273442109489472),
    Expected(
      counts: rise, sum: 39.5, reference: 1.5, since: 17, expected: 1.088235294117647, weeks: 17,
      chance: 0.00015805128679183137),
    Expected(
      counts: varied + [9, 4, 8, 12, 7, 9, 11], sum: 12, reference: 7, since: 28, expected: 4.875,
      weeks: 20, chance: 0.08294657004117388),
    Expected(
      counts: slowRise, start: 30, sum: 21.75, reference: 1.75, since: 59, expected: 1.25,
      weeks: 26, chance: 0.0008627580903316288),
    Expected(
      counts: Array(repeating: 3, count: 26) + Array(repeating: 9, count: 13), sum: 61.75,
      reference: 4.25, since: 26, expected: 3.019230769230769, weeks: 26,
      chance: 2.2040638882605123e-15),
    Expected(
      counts: Array(repeating: 0, count: 26) + [2, 1], sum: 2.5, reference: 0.25, since: 26,
      expected: 0.03333333333333333, weeks: 15, chance: 0.024620037216027516),
    Expected(
      counts: slowRise.prefix(30) + Array(repeating: 0, count: 9), sum: 0, reference: 1,
      since: 39, expected: 0.6730769230769231, weeks: 26, chance: 1),
  ])
  func agreesWithSciPy(_ expected: Expected) throws {
    let slow = try #require(
      SlowChannel(counts: expected.counts, alpha: 0.01, startingAt: expected.start))
    #expect(slow.sum == expected.sum)
    #expect(slow.reference == expected.reference)
    #expect(slow.since == expected.since)
    #expect(slow.baselineWeeks == expected.weeks)
    #expect(abs(slow.expected - expected.expected) < 1e-14)
    #expect(abs(slow.chance - expected.chance) <= 1e-9 * expected.chance)
    #expect(slow.isRise == (expected.chance <= 0.01))
    #expect(slow.caseCount == expected.counts[slow.since...].reduce(0, +))
  }

  @Test func twelveWeeksAreForCountingOnly() {
    for count in 0...12 {
      #expect(SlowChannel(counts: Array(repeating: 3, count: count), alpha: 0.01) == nil)
    }
    #expect(SlowChannel(counts: Array(repeating: 3, count: 13), alpha: 0.01) != nil)
  }

  @Test func weeksBeforeTheStartDoNotCount() throws {
    let later = Self.slowRise[30...]
    #expect(SlowChannel(counts: Self.slowRise, alpha: 0.01, startingAt: 58) == nil)
    #expect(SlowChannel(counts: Self.slowRise, alpha: 0.01, startingAt: 99) == nil)
    let whole = try #require(SlowChannel(counts: Self.slowRise, alpha: 0.01, startingAt: 30))
    let alone = try #require(SlowChannel(counts: Array(later), alpha: 0.01))
    #expect(whole.chance == alone.chance)
    #expect(whole.since == alone.since + 30)
    #expect(whole.caseCount == alone.caseCount)
  }

  @Test func onlyTheThirtyNineLastWeeksCount() {
    let old = Array(repeating: 50, count: 9)
    let last = Self.varied + Array(repeating: 7, count: 13)
    let long = SlowChannel(counts: old + last, alpha: 0.01)
    #expect(long?.chance == SlowChannel(counts: last, alpha: 0.01)?.chance)
  }

  @Test func theLevelItselfIsARise() throws {
    let counts = Array(Self.rise[..<18])
    let chance = try #require(SlowChannel(counts: counts, alpha: 0.5)).chance
    #expect(SlowChannel(counts: counts, alpha: chance)?.isRise == true)
    #expect(SlowChannel(counts: counts, alpha: chance.nextDown)?.isRise == false)
  }

  @Test(.timeLimit(.minutes(5))) func thousandsAWeekAreNoMoreWork() throws {
    var generator = SplitMix64(seed: 12)
    let usual = (0..<26).map { _ in 4000 + generator.index(below: 2000) }
    let flat = (0..<13).map { _ in 4000 + generator.index(below: 2000) }
    #expect(try #require(SlowChannel(counts: usual + flat, alpha: 0.01)).chance > 0.99)
    let tripled = flat.map { $0 * 3 }
    #expect(try #require(SlowChannel(counts: usual + tripled, alpha: 0.01)).chance < 1e-12)
  }
}
