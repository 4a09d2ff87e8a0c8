import Statistics

extension SignalWatch {
  /// Who shares the budget in a week. A problem that a fluke brings in must not be judged by that
  /// fluke as if it had been watched all along, so whatever might come in takes part.
  struct Tiers {
    /// Problems that were watched before the weeks judged.
    private var known = 0
    /// Other problems with a case in the last 39 weeks.
    private var others = 0

    /// Counts a problem with its cases up to the week.
    mutating func add(isKnown: Bool, _ counts: ArraySlice<Int>) {
      if isKnown {
        known += 1
      } else if counts.suffix(SlowChannel.recentWeeks + SlowChannel.priorWeeks).contains(where: {
        $0 > 0
      }) {
        others += 1
      }
    }

    /// The levels for a problem.
    func budget(isKnown: Bool) -> AlarmBudget {
      isKnown
        ? AlarmBudget(series: max(1, known), budget: 0.08)
        : AlarmBudget(series: max(1, others), budget: 0.02)
    }

    /// Whether a problem was watched before the weeks that are judged in one.
    static func isKnown(_ isWatched: [Bool], in index: Int) -> Bool {
      let judged = min(
        SlowChannel.recentWeeks, index + 1 - PredictiveLimit.fewestBaselineWeeks)
      return judged > 0 && isWatched[index - judged]
    }
  }
}
