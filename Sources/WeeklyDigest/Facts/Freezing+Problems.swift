import Backlog
import Complaints

extension Freezing {
  /// The problems above their usual range, the new ones first.
  func rises(_ watch: SignalWatch, _ overview: Overview) -> [DigestFacts.Rise] {
    let recent = Day(number: week.start.number - 13 * 7).week
    let before = Day(number: week.start.number - 7).week
    let signals = Dictionary(grouping: watch.signals(in: week), by: \.problem)
    let owners = overview.items.map(\.item).owners
    let rises = signals.compactMap { problem, signals -> DigestFacts.Rise? in
      guard let signal = signals.first(where: { $0.channel == .slow }) ?? signals.first else {
        return nil
      }
      return DigestFacts.Rise(
        problem: problem.key, channel: signal.channel, since: signal.since.description,
        weeks: signal.weekCount, cases: signal.caseCount,
        expectedCases: Freezing.tenths(signal.expected * Double(signal.weekCount)),
        baselineWeeks: signal.baselineWeeks,
        isNew: watch.signals(of: problem, in: recent...before).isEmpty,
        item: owners[problem]?.number)
    }
    return rises.sorted {
      ($0.isNew ? 0 : 1, -$0.cases, $0.problem) < ($1.isNew ? 0 : 1, -$1.cases, $1.problem)
    }
  }

  /// The problems with the most cases in 13 weeks.
  func largest(_ counts: ProblemCounts, _ overview: Overview) -> [DigestFacts.Largest] {
    let totals = counts.problems.map { ($0, counts.total($0, lastWeeks: 13)) }
    let most = totals.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let owners = overview.items.map(\.item).owners
    return most.prefix(Freezing.largestCount).map { problem, total in
      let item = owners[problem]
      return DigestFacts.Largest(
        problem: problem.key, cases: total, weeks: Array(counts.received(problem).suffix(13)),
        item: item?.number, state: item?.state)
    }
  }

  /// To one decimal, so that the stored figure is the one told.
  static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
