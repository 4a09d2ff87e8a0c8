public import Complaints
public import Statistics

/// Watches every problem's weekly counts for more cases than chance explains, as it would have
/// been seen after each week.
///
/// What is found in a week rests on that week and those before it, so later weeks never change it.
/// A problem is watched in a week if it had 5 cases or more in 13 consecutive weeks that end in
/// one of the last 14. All watched problems share one `AlarmBudget`. The weekly limit rests on the
/// last 26 earlier weeks without a signal, the slow channel on the 26 weeks before its 13.
public struct SignalWatch: Sendable {
  /// Cases in 13 weeks that let a problem be watched.
  public static let fewestCases = 5

  private let counts: ProblemCounts
  private let series: [Problem: Series]
  /// How many problems are watched, week by week.
  private let watchedCounts: [Int]

  /// What one problem brought.
  fileprivate struct Series {
    var counts: [Int]
    var isWatched: [Bool]
    /// The index of the first week of a watch started anew; 0 without one.
    var restart: Int
    /// The signals of each week.
    var signals: [[Signal]]
  }

  /// Watches counts; where a problem's watch is started anew, weeks before that one are no part of
  /// any baseline from then on, and the first signal can come after 12 weeks.
  ///
  /// O(problems × weeks): some 5 µs for each while a few cases come a week.
  public init(counts: ProblemCounts, restartingAt restarts: [Problem: Week] = [:]) {
    let weeks = counts.weeks
    var watchedCounts = [Int](repeating: 0, count: weeks.count)
    var series: [Problem: Series] = [:]
    for problem in counts.problems {
      let received = counts.received(problem)
      let isWatched = Self.watchedWeeks(received)
      for (index, isWatched) in isWatched.enumerated() where isWatched {
        watchedCounts[index] += 1
      }
      let restart = restarts[problem].map { $0.start.number - counts.first.start.number } ?? 0
      series[problem] = Series(
        counts: received, isWatched: isWatched, restart: max(0, restart / 7),
        signals: Array(repeating: [], count: weeks.count))
    }
    self.counts = counts
    self.watchedCounts = watchedCounts
    self.series = series.reduce(into: [:]) { found, entry in
      var series = entry.value
      series.watch(entry.key, weeks: weeks, watchedCounts: watchedCounts)
      found[entry.key] = series
    }
  }

  /// The problems that are watched in the last week counted, in order.
  public var watched: [Problem] {
    counts.problems.filter { series[$0]?.isWatched.last == true }
  }

  /// The signals of one week, by problem, the weekly one first; none in weeks that are not
  /// counted.
  public func signals(in week: Week) -> [Signal] {
    guard let index = counts.index(of: week) else { return [] }
    return counts.problems.flatMap { series[$0]?.signals[index] ?? [] }
  }

  /// The signals of one problem in a range of weeks, oldest first.
  public func signals(of problem: Problem, in weeks: ClosedRange<Week>) -> [Signal] {
    series[problem]?.signals.joined().filter { weeks.contains($0.week) } ?? []
  }

  /// What one week's cases are held against, also for a problem that is not watched; nil with
  /// fewer than 12 weeks before it and in weeks that are not counted: "count only".
  public func weeklyLimit(of problem: Problem, in week: Week) -> PredictiveLimit? {
    guard let index = counts.index(of: week) else { return nil }
    let quiet = Series(
      counts: counts.received(problem), isWatched: [], restart: 0,
      signals: Array(repeating: [], count: counts.weekCount))
    return (series[problem] ?? quiet).limit(in: index, of: watchedCounts[index])
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

extension SignalWatch.Series {
  /// Looks at every week in turn, since each limit leaves out the weeks flagged before.
  mutating func watch(_ problem: Problem, weeks: [Week], watchedCounts: [Int]) {
    for index in counts.indices where isWatched[index] {
      let budget = AlarmBudget(series: watchedCounts[index])
      func signal(
        _ channel: Signal.Channel, since: Int, caseCount: Int, expected: Double, weeks n: Int
      ) -> Signal {
        Signal(
          problem: problem, week: weeks[index], since: weeks[since], channel: channel,
          caseCount: caseCount, expected: expected, baselineWeeks: n)
      }
      if counts[index] > 0, let limit = limit(in: index, of: watchedCounts[index]),
        limit.isExceeded(by: counts[index])
      {
        signals[index].append(
          signal(
            .week, since: index, caseCount: counts[index], expected: limit.expected,
            weeks: limit.baselineWeeks))
      }
      if let slow = SlowChannel(
        counts: Array(counts[...index]), alpha: budget.slow, startingAt: start(of: index)),
        slow.isRise
      {
        signals[index].append(
          signal(
            .slow, since: slow.since, caseCount: slow.caseCount, expected: slow.expected,
            weeks: slow.baselineWeeks))
      }
    }
  }

  /// The limit of a week in which so many problems are watched.
  func limit(in index: Int, of watchedCount: Int) -> PredictiveLimit? {
    let earlier = (start(of: index)..<index).reversed().lazy.filter { signals[$0].isEmpty }
    return PredictiveLimit(
      baseline: earlier.prefix(SlowChannel.priorWeeks).reversed().map { counts[$0] },
      alpha: AlarmBudget(series: max(1, watchedCount)).weekly)
  }

  /// The first week that counts for this one; weeks before a restart know nothing of it.
  private func start(of index: Int) -> Int { restart <= index ? restart : 0 }
}
