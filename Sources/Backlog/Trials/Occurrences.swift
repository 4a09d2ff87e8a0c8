import Complaints

/// Cases of the items on trial, by the week in which it happened and the week in which they became
/// known.
struct Occurrences: Sendable {
  /// The reports of the problems of each item, each case once.
  var reports: [Set<Problem>: [CaseReports]] = [:]

  /// Cases of an item's problems that happened in weeks and were known when another was over.
  func cases(of problems: [Problem], in weeks: ClosedRange<Week>, knownBy last: Week) -> Int {
    let range = weeks.lowerBound.start.number...weeks.upperBound.start.number
    return (reports[Set(problems)] ?? []).reduce(0) {
      range.contains($1.happened) && $1.known <= last.start.number ? $0 + $1.cases : $0
    }
  }
}
