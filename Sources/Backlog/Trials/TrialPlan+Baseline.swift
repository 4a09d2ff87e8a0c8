import Complaints
import Statistics

extension TrialPlan {
  /// Weeks after which a change that cannot be told from counts is given up.
  static let longest = 104

  /// The plan for a change that takes effect on a day, by what is counted now.
  init(
    of item: PreventionItem, baseline weeks: [Week], effective: Day, cut: Double,
    counts: ProblemCounts
  ) {
    let happened = counts.happened(item.problems)
    let cases = weeks.compactMap(counts.index).reduce(0) { $0 + happened[$1] }
    let firstWeek = effective.weekday == 1 ? effective.week : effective.week.moved(by: 1)
    self.init(
      baselineWeeks: weeks.count, baselineCases: cases, cut: cut,
      firstWeek: firstWeek.description, weeks: nil, lagDays: counts.lagDays ?? 0)
    guard cases > 0 else { return }
    self.weeks = VerificationPlan(mean: baselineMean, cut: cut, baselineWeeks: weeks.count)
      .weeksNeeded(limit: TrialPlan.longest).map { max(4, $0) }
  }

  /// Up to 26 weeks before the change, or before the first week not counted yet where the change is
  /// still to come, without trigger weeks; where 4 weeks or more lie behind them, also without the weeks before the rise, or before the change that came before this one:
  /// they show another level.
  static func baseline(
    of item: PreventionItem, before week: Week, counts: ProblemCounts
  ) -> [Week] {
    let end = min(week, counts.through.moved(by: 1))
    let weeks = (1...26).reversed().map { end.moved(by: -$0) }.filter {
      counts.index(of: $0) != nil && !item.triggerWeeks.contains($0)
    }
    guard let since = item.levelSince else { return weeks }
    let present = weeks.filter { $0 >= since }
    let last = item.triggerWeeks.last ?? since
    return present.count { $0 > last } >= 4 ? present : weeks
  }
}
