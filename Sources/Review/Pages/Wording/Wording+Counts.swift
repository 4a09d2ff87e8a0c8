import Backlog
import Complaints

extension Wording {
  /// "1 case", "3 cases".
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// "4.5", "12", "0.04": two digits that matter, at most two places.
  static func number(_ value: Double) -> String {
    let places = value < 0.1 ? 100.0 : 10.0
    let rounded = (value * places).rounded() / places
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// "0.52": a score between 0 and 1.
  static func score(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// "3 %", "below 0.1 %".
  static func chance(_ value: Double) -> String {
    value < 0.001 ? "below 0.1 %" : "\(number(value * 100)) %"
  }

  /// "Rising since 2025-W44: 12 cases in 3 weeks, where 0.8 a week were expected (n = 15 weeks)."
  static func sentence(_ signal: Signal) -> String {
    let expected =
      "where \(number(signal.expected)) a week were expected"
      + " (n = \(count(signal.baselineWeeks, "week")))."
    let cases = count(signal.caseCount, "case")
    return switch signal.channel {
    case .week: "Above its limit in \(signal.week): \(cases), \(expected)"
    case .slow:
      "Rising since \(signal.since): \(cases) in \(count(signal.weekCount, "week")), \(expected)"
    }
  }

  /// How a trial stands or ended, in a sentence or two.
  static func sentence(_ trial: Trial, _ item: PreventionItem) -> String {
    if let result = item.result {
      return "\(count(result.cases, "case")) in \(count(result.weeks, "week")) since the change,"
        + " \(number(result.expectedCases)) expected without it"
        + " (chance of so few: \(chance(result.chance)))."
    }
    guard let weeks = trial.plan.weeks else {
      return "Cannot be told from counts within two years:"
        + " \(number(trial.plan.baselineMean)) cases a week are too few."
    }
    let isOpen = item.state == .done || item.state == .watching
    let decided =
      isOpen ? trial.decisionDay.map { " To be decided on \(shortDay($0))." } ?? "" : ""
    guard trial.settledWeeks > 0, let chance = trial.chance else {
      return "No week since the change has settled yet; \(count(weeks, "week")) are planned."
        + decided
    }
    return "\(count(trial.cases, "case")) in \(trial.settledWeeks) of"
      + " \(count(weeks, "planned week")), \(number(trial.expectedCases)) expected without the"
      + " change (chance of so few: \(self.chance(chance)))." + decided
  }

  /// What the plan of a trial fixed.
  static func sentence(_ plan: TrialPlan) -> String {
    "Baseline \(count(plan.baselineCases, "case")) in \(count(plan.baselineWeeks, "week"))"
      + " (\(number(plan.baselineMean)) a week); planned cut \(number(plan.cut * 100)) %;"
      + " counted from \(plan.firstWeek)"
      + (plan.weeks.map { " for \(count($0, "week"))" } ?? "")
      + "; a week counts once it is over by"
      + " \(count(plan.lagDays, "day"))."
  }
}
