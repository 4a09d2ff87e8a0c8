import Classify

/// Chooses how firmly strengths are held, and the threshold, by leaving out one industry at a time.
struct FitSearch {
  let slots: TagSlots
  /// By rule index.
  let written: [Double]
  /// What share of the failure tags must be right.
  let leastPrecision: Double?

  /// What one search found.
  struct Choice: Sendable {
    var strengths: Strengths
    /// From which score a failure is given.
    var threshold: Double
    /// How many hits a rule's prior is worth.
    var priorHits: Double
  }

  /// From hardly any to so many that rules of one tag and strength are all the same.
  static let priorHits: [Double] = [2, 5, 12, 30, 1e6]
  private var slotCount: Int { slots.names.count }

  /// The choice for some texts: the prior by the likelihood of industries left out, the threshold
  /// by the failure tags given there.
  func choice(for texts: [FitText]) -> Choice {
    let industries = texts.industries
    guard industries.count > 1 else { return choice(withoutSearchFor: texts) }
    var best: (value: Double, priorHits: Double, scored: [ScoredText])?
    for priorHits in FitSearch.priorHits {
      var (sum, count) = (0.0, 0)
      var scored: [ScoredText] = []
      for industry in industries {
        let strengths = strengths(texts.without(industry), priorHits)
        let others = texts.filter { $0.industry == industry }
        let found = strengths.logLikelihood(of: others, slotCount: slotCount)
        (sum, count) = (sum + found.sum, count + found.count)
        scored += others.map { ScoredText($0, strengths.probabilities) }
      }
      let value = sum / Double(max(1, count))
      if value > best?.value ?? -.infinity { best = (value, priorHits, scored) }
    }
    guard let best else { return choice(withoutSearchFor: texts) }
    return choice(texts, best.priorHits, judgedBy: best.scored)
  }

  /// The outcome of every text under the choice made without its industry.
  func heldOutOutcomes(of texts: [FitText]) -> [Outcome] {
    texts.industries.flatMap { industry in
      let choice = choice(for: texts.without(industry))
      let thresholds = Thresholds.all(choice.threshold, slots)
      return texts.filter { $0.industry == industry }.map {
        ScoredText($0, choice.strengths.probabilities).outcome(thresholds, slots)
      }
    }
  }

  /// The outcome of every text under the written strengths and some thresholds, by slot.
  func writtenOutcomes(of texts: [FitText], _ thresholds: [Double]) -> [Outcome] {
    texts.map { ScoredText($0, written).outcome(thresholds, slots) }
  }

  /// With one industry nothing can be left out.
  private func choice(withoutSearchFor texts: [FitText]) -> Choice {
    let priorHits = FitSearch.priorHits[2]
    let strengths = strengths(texts, priorHits)
    return choice(
      texts, priorHits, judgedBy: texts.map { ScoredText($0, strengths.probabilities) })
  }

  private func choice(
    _ texts: [FitText], _ priorHits: Double, judgedBy scored: [ScoredText]
  ) -> Choice {
    Choice(
      strengths: strengths(texts, priorHits),
      threshold: Thresholds.best(for: scored, slots, leastPrecision: leastPrecision),
      priorHits: priorHits)
  }

  private func strengths(_ texts: [FitText], _ priorHits: Double) -> Strengths {
    Strengths(fitting: texts, slotCount: slotCount, written: written, priorHits: priorHits)
  }
}
