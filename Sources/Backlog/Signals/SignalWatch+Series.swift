import Statistics

extension SignalWatch {
  /// What one problem brought; weeks are indices into its counts.
  struct Series {
    let counts: [Int]
    /// The first week of a watch started anew; 0 without one.
    let restart: Int
    /// The signals of each week looked at.
    var signals: [[Signal]]

    /// A signal as its channel tells it.
    struct Found {
      var channel: Signal.Channel
      var since: Int
      var caseCount: Int
      var expected: Double
      var baselineWeeks: Int
    }

    /// The signals of a week at the levels of a budget; those of the weeks before are known.
    func found(in index: Int, _ budget: AlarmBudget) -> [Found] {
      var found: [Found] = []
      if counts[index] > 0, let limit = limit(in: index, budget),
        limit.isExceeded(by: counts[index])
      {
        found.append(
          Found(
            channel: .week, since: index, caseCount: counts[index], expected: limit.expected,
            baselineWeeks: limit.baselineWeeks))
      }
      if let slow = SlowChannel(
        counts: Array(counts[...index]), alpha: budget.slow,
        startingAt: start(of: index)), slow.isRise
      {
        found.append(
          Found(
            channel: .slow, since: slow.since, caseCount: slow.caseCount, expected: slow.expected,
            baselineWeeks: slow.baselineWeeks))
      }
      return found
    }

    /// The limit of a week at the level of a budget.
    func limit(in index: Int, _ budget: AlarmBudget) -> PredictiveLimit? {
      let earlier = (start(of: index)..<index).reversed().lazy.filter { signals[$0].isEmpty }
      return PredictiveLimit(
        baseline: earlier.prefix(SlowChannel.priorWeeks).reversed().map { counts[$0] },
        alpha: budget.weekly)
    }

    /// The first week that counts for this one; weeks before a restart know nothing of it.
    private func start(of index: Int) -> Int { restart <= index ? restart : 0 }
  }
}
