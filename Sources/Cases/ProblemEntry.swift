import Complaints
import Store

/// A row of `caseReport`: a case counted under a problem, by the first complaint that reports it.
struct ProblemEntry: Equatable {
  let caseID: Int64
  /// The problem's number.
  let problem: Int64
  /// The complaint's row.
  let verbatimID: Int64
  /// The Monday of the week received, in days since 1970; nil without a date.
  let week: Int?
  /// The Monday of the week in which it happened, as far as known, else of the week received.
  let happenedWeek: Int?
  /// Days from what happened to the complaint; nil where the text does not say when.
  let lagDays: Int?

  /// A day farther back is more likely misread than meant.
  static let longestLagDays = 366

  private struct Count: Hashable {
    let place: Int32
    let problem: Int64
  }

  /// What each case counts under, in the order of cases and problems: one entry for each problem,
  /// by the first that reports it.
  static func entries(
    of contacts: [Contact], in placements: Placements, _ days: LocalDays
  ) -> [ProblemEntry] {
    var first: [Count: Int] = [:]
    for (index, contact) in contacts.enumerated() {
      for problem in contact.problems {
        let count = Count(place: placements.caseOf[index], problem: problem)
        if let known = first[count], !contact.precedes(contacts[known]) { continue }
        first[count] = index
      }
    }
    return first.map { count, index in
      ProblemEntry(
        problem: count.problem, caseID: contacts[Int(placements.cases[Int(count.place)].first)].row,
        reportedBy: contacts[index], days: days)
    }
    .sorted { ($0.caseID, $0.problem) < ($1.caseID, $1.problem) }
  }
}

extension ProblemEntry {
  /// The row that a complaint makes.
  private init(problem: Int64, caseID: Int64, reportedBy contact: Contact, days: LocalDays) {
    let day = contact.received.map { days.day(of: Timestamp(seconds: $0)) }
    let lag = day.flatMap { day in contact.happened.map { day.number - $0 } }
    let known = lag.flatMap { (0...Self.longestLagDays).contains($0) ? $0 : nil }
    self.init(
      caseID: caseID, problem: problem, verbatimID: contact.row, week: day?.monday,
      happenedWeek: day.map { Day(number: $0.number - (known ?? 0)).monday }, lagDays: known)
  }
}

extension Day {
  /// The number of the Monday on which its week starts.
  var monday: Int { number - weekday + 1 }
}
