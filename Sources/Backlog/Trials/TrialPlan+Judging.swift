public import Complaints
import Statistics

extension TrialPlan {
  /// Weeks that are counted before the trial is judged.
  var length: Int { weeks ?? TrialPlan.longest }

  /// The weeks that count once each is old enough; nil where the first cannot be read.
  var range: ClosedRange<Week>? {
    Week(firstWeek).map { $0...$0.moved(by: length - 1) }
  }

  /// Whole weeks in which late complaints come in.
  private var lagWeeks: Int { (max(0, lagDays) + 6) / 7 }

  /// The week after which the last planned week is old enough.
  var decisionWeek: Week? { range?.upperBound.moved(by: lagWeeks) }

  /// The Monday after that week, when the trial is judged; nil where it cannot be told.
  public var decisionDay: Day? {
    weeks.flatMap { _ in decisionWeek.map { Day(number: $0.start.number + 7) } }
  }

  /// How many of the planned weeks are old enough after a week.
  func settledWeeks(after week: Week) -> Int {
    guard let range else { return 0 }
    return min(length, max(0, week.distance(from: range.lowerBound) - lagWeeks + 1))
  }

  /// Compares cases in so many weeks with the baseline; nil where there is nothing to compare.
  func comparison(cases: Int, weeks: Int) -> RateComparison? {
    guard baselineWeeks > 0, weeks > 0 else { return nil }
    return RateComparison(
      before: baselineCases, weeksBefore: baselineWeeks, after: cases, weeksAfter: weeks)
  }

  /// What so many cases in the planned weeks say (without planned ones: in two years): first whether the planned cut is ruled out, then
  /// whether a fall is proved.
  func judgement(cases: Int) -> (state: ItemState, result: TrialResult) {
    let comparison = comparison(cases: cases, weeks: length)
    let chance = comparison?.chanceOfSoFew() ?? 1
    let result = TrialResult(
      weeks: length, cases: cases, expectedCases: baselineMean * Double(length), chance: chance)
    guard baselineCases > 0, let comparison else { return (.inconclusive, result) }
    if comparison.chanceOfSoMany(ratio: 1 - min(0.95, cut)) <= 0.05 {
      return (.ineffective, result)
    }
    return (chance <= 0.05 ? .verified : .inconclusive, result)
  }
}

extension Trial {
  /// How the trial of an item stands after a week; nil for an item without one.
  init?(of item: PreventionItem, after week: Week, _ occurrences: Occurrences) {
    guard let plan = item.plan, let range = plan.range else { return nil }
    self.plan = plan
    decisionDay = plan.decisionDay
    if let result = item.result {
      (settledWeeks, cases, chance) = (result.weeks, result.cases, result.chance)
      return
    }
    settledWeeks = plan.settledWeeks(after: week)
    cases =
      settledWeeks == 0
      ? 0
      : occurrences.cases(
        of: item.problems, in: range.lowerBound...range.lowerBound.moved(by: settledWeeks - 1),
        knownBy: week)
    chance = plan.comparison(cases: cases, weeks: settledWeeks)?.chanceOfSoFew()
  }
}
