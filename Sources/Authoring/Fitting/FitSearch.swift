import Classify

/// Chooses how strongly written strengths and the usual threshold hold, by leaving out one
/// industry at a time.
struct FitSearch {
  let slots: TagSlots
  /// By rule index.
  let written: [Double]

  /// What one search found.
  struct Choice: Sendable {
    var strengths: Strengths
    /// By slot.
    var thresholds: [Double]
    /// How many hits a written strength is worth.
    var priorHits: Double
    /// How many tags speak for the threshold 0.5.
    var priorTags: Int
  }

  /// From hardly any to so many that nothing is fitted.
  static let priorHits: [Double] = [2, 5, 12, 30, 1e6]
  static let priorTags = [2, 5, 12, 30, 1_000_000]
  /// What a weaker prior of thresholds must gain in micro- and macro-F1 together, lest chance choose
  /// it.
  private static let smallestGain = 0.005
  private var slotCount: Int { slots.names.count }

  /// The choice for some texts: the prior of strengths by the likelihood of industries left out,
  /// that of thresholds by the mean of micro- and macro-F1 of the failures there.
  func choice(for texts: [FitText]) -> Choice {
    let industries = texts.industries
    guard industries.count > 1 else { return choice(withoutSearchFor: texts) }
    var best: (value: Double, priorHits: Double, scored: [ScoredText])?
    for priorHits in FitSearch.priorHits {
      var (sum, count) = (0.0, 0)
      var scored: [ScoredText] = []
      for industry in industries {
        let strengths = Strengths(
          fitting: texts.without(industry), slotCount: slotCount, written: written,
          priorHits: priorHits)
        let others = texts.filter { $0.industry == industry }
        let found = strengths.logLikelihood(of: others, slotCount: slotCount)
        (sum, count) = (sum + found.sum, count + found.count)
        scored += others.map { ScoredText($0, strengths.probabilities) }
      }
      let value = sum / Double(max(1, count))
      if value > best?.value ?? -.infinity { best = (value, priorHits, scored) }
    }
    guard let best else { return choice(withoutSearchFor: texts) }
    let priorTags = self.priorTags(for: best.scored, industries)
    return Choice(
      strengths: Strengths(
        fitting: texts, slotCount: slotCount, written: written, priorHits: best.priorHits),
      thresholds: Thresholds.best(for: best.scored, slots, priorTags: priorTags),
      priorHits: best.priorHits, priorTags: priorTags)
  }

  /// The outcome of every text under the choice made without its industry.
  func heldOutOutcomes(of texts: [FitText]) -> [Outcome] {
    texts.industries.flatMap { industry in
      let choice = choice(for: texts.without(industry))
      return texts.filter { $0.industry == industry }.map {
        ScoredText($0, choice.strengths.probabilities).outcome(choice.thresholds, slots)
      }
    }
  }

  /// The outcome of every text under the written strengths and the usual threshold.
  func writtenOutcomes(of texts: [FitText]) -> [Outcome] {
    let thresholds = [Double](repeating: Thresholds.usual, count: slotCount)
    return texts.map { ScoredText($0, written).outcome(thresholds, slots) }
  }

  /// With one industry nothing can be left out.
  private func choice(withoutSearchFor texts: [FitText]) -> Choice {
    let priorHits = FitSearch.priorHits[2]
    let strengths = Strengths(
      fitting: texts, slotCount: slotCount, written: written, priorHits: priorHits)
    let scored = texts.map { ScoredText($0, strengths.probabilities) }
    return Choice(
      strengths: strengths,
      thresholds: Thresholds.best(for: scored, slots, priorTags: FitSearch.priorTags[1]),
      priorHits: priorHits, priorTags: FitSearch.priorTags[1])
  }

  private func priorTags(for scored: [ScoredText], _ industries: [String]) -> Int {
    var best = (value: -1.0, priorTags: 0)
    for priorTags in FitSearch.priorTags.reversed() {
      var outcomes: [Outcome] = []
      for industry in industries {
        let thresholds = Thresholds.best(
          for: scored.filter { $0.industry != industry }, slots, priorTags: priorTags)
        outcomes += scored.filter { $0.industry == industry }.map {
          $0.outcome(thresholds, slots)
        }
      }
      let figures = FitFigures(outcomes, slots)
      let value = (figures.microF1 ?? 0) + (figures.macroF1 ?? 0)
      if value > best.value + FitSearch.smallestGain { best = (value, priorTags) }
    }
    return best.priorTags
  }
}
