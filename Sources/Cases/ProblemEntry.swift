import Complaints
import Store

/// A row of `caseProblem`: a case counted under a problem, by the first complaint that reports it.
struct ProblemEntry: Hashable {
  let problem: Problem
  let caseID: Int64
  /// The complaint's row.
  let verbatimID: Int64
  /// The Monday of the week received, in days since 1970; nil without a date.
  let week: Int?
  /// The Monday of the week in which it happened, as far as known, else of the week received.
  let happenedWeek: Int?
  /// Days from what happened to the complaint; nil where the text does not say when.
  let lagDays: Int?

  /// A row as it is stored.
  init(
    problem: Problem, caseID: Int64, verbatimID: Int64, week: Int?, happenedWeek: Int?,
    lagDays: Int?
  ) {
    self.problem = problem
    self.caseID = caseID
    self.verbatimID = verbatimID
    self.week = week
    self.happenedWeek = happenedWeek
    self.lagDays = lagDays
  }

  /// A day farther back is more likely misread than meant.
  static let longestLagDays = 366

  /// The row that a complaint makes.
  init(problem: Problem, caseID: Int64, reportedBy contact: Contact, days: LocalDays) {
    let day = contact.received.map { days.day(of: Timestamp(seconds: $0)) }
    let lag = day.flatMap { day in contact.happened.map { day.number - $0 } }
    let known = lag.flatMap { (0...Self.longestLagDays).contains($0) ? $0 : nil }
    self.init(
      problem: problem, caseID: caseID, verbatimID: contact.row, week: day?.monday,
      happenedWeek: day.map { Day(number: $0.number - (known ?? 0)).monday }, lagDays: known)
  }
}

extension Day {
  /// The number of the Monday on which its week starts.
  var monday: Int { number - weekday + 1 }
}
