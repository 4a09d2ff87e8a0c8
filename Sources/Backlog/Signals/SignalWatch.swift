public import Complaints
public import Statistics

/// Watches every problem's weekly counts for more cases than chance explains, as it would have
/// been seen after each week.
///
/// What is found in a week rests on that week and those before it, so later weeks never change it.
/// A problem is watched in a week if it had 5 cases or more in 13 consecutive weeks that end in
/// one of the last 14. All share one `AlarmBudget`, also those that chance might bring in: problems
/// that were watched before the 13 weeks judged share four fifths of it, all others with a case in
/// the last 39 weeks the rest. The weekly limit rests on the
/// last 26 earlier weeks without a signal, the slow channel on the 26 weeks before its 13.
public struct SignalWatch: Sendable {
  /// Cases in 13 weeks that let a problem be watched.
  public static let fewestCases = 5

  private let counts: ProblemCounts
  private let weeks: [Week]
  private let restarts: [Problem: Week]
  /// How many problems are known and how many might come in, week by week.
  private let tiers: [Tiers]
  /// The problems that are watched in the last week counted, in order.
  public let watched: [Problem]

  /// Watches counts; where a problem's watch is started anew, weeks before that one are no part of
  /// any baseline from then on, and the first signal can come after 12 weeks.
  ///
  /// Signals are looked for when they are asked for, in O(weeks) for each problem: some 2 µs a week
  /// while a few cases come in each.
  public init(counts: ProblemCounts, restartingAt restarts: [Problem: Week] = [:]) {
    var tiers = [Tiers](repeating: Tiers(), count: counts.weekCount)
    var watched: [Problem] = []
    for problem in counts.problems {
      let received = counts.received(problem)
      let isWatched = Self.watchedWeeks(received)
      for index in received.indices {
        tiers[index].add(isKnown: Tiers.isKnown(isWatched, in: index), received[...index])
      }
      if isWatched.last == true { watched.append(problem) }
    }
    self.counts = counts
    weeks = counts.weeks
    self.restarts = restarts
    self.tiers = tiers
    self.watched = watched
  }

  /// The signals of one week, by problem, the weekly one first; none in weeks that are not
  /// counted.
  public func signals(in week: Week) -> [Signal] {
    guard let index = counts.index(of: week) else { return [] }
    return counts.problems.flatMap { series($0, through: index).signals[index] }
  }

  /// The signals of one problem in a range of weeks, oldest first.
  public func signals(of problem: Problem, in range: ClosedRange<Week>) -> [Signal] {
    guard let last = counts.index(of: min(range.upperBound, counts.through)) else { return [] }
    return series(problem, through: last).signals.joined().filter { range.contains($0.week) }
  }

  /// What one week's cases are held against, also for a problem that is not watched; nil with
  /// fewer than 12 weeks before it and in weeks that are not counted: "count only".
  public func weeklyLimit(of problem: Problem, in week: Week) -> PredictiveLimit? {
    guard let index = counts.index(of: week) else { return nil }
    let isWatched = Self.watchedWeeks(counts.received(problem))
    return series(problem, through: index).limit(in: index, budget(isWatched, in: index))
  }

  /// The level of the slow channel for a known problem in a week; 1 in weeks that are not counted.
  func slowLevel(in week: Week) -> Double {
    counts.index(of: week).map { tiers[$0].budget(isKnown: true).slow } ?? 1
  }

  private func budget(_ isWatched: [Bool], in index: Int) -> AlarmBudget {
    tiers[index].budget(isKnown: Tiers.isKnown(isWatched, in: index))
  }

  /// One problem as it was seen after each week up to one.
  private func series(_ problem: Problem, through last: Int) -> Series {
    let restart = restarts[problem].map { ($0.start.number - counts.first.start.number) / 7 } ?? 0
    var series = Series(
      counts: counts.received(problem), restart: max(0, restart),
      signals: Array(repeating: [], count: last + 1))
    let isWatched = Self.watchedWeeks(series.counts)
    // In turn, since each limit leaves out the weeks flagged before.
    for index in 0...last where isWatched[index] {
      series.signals[index] = series.found(in: index, budget(isWatched, in: index)).map { found in
        Signal(
          problem: problem, week: weeks[index], since: weeks[found.since], channel: found.channel,
          caseCount: found.caseCount, expected: found.expected, baselineWeeks: found.baselineWeeks)
      }
    }
    return series
  }

  /// Whether each week ends 14 weeks in one of which at least 5 cases of 13 weeks had come.
  private static func watchedWeeks(_ counts: [Int]) -> [Bool] {
    var total = 0
    var lastEnough: Int?
    return counts.indices.map { index in
      total += counts[index] - (index >= 13 ? counts[index - 13] : 0)
      if total >= fewestCases { lastEnough = index }
      return lastEnough.map { index - $0 <= 13 } ?? false
    }
  }
}
