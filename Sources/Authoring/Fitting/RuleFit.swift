public import Classify
public import Complaints
import Text

/// Strengths of rules and thresholds of tags fitted to labelled texts, with where they come from.
public struct RuleFit: Sendable, Equatable {
  /// A rule's fitted strength.
  public struct Strength: Sendable, Equatable {
    /// The rule's id.
    public var rule: String
    /// What the rule is written as.
    public var written: Double
    /// What it is fitted to.
    public var probability: Double
    /// In how many of the texts the rule found evidence that counts; 0 for a rule of the gate, whose
    /// strength is kept as it was.
    public var textCount: Int
    /// Names the rule as it was written then; empty where the strength is that of every edition.
    public var edition: String
  }

  /// A threshold other than 0.5.
  public struct Threshold: Sendable, Equatable {
    /// As in `weights.yml`: "failure" for all failure types, "complaint" for the gate.
    public var tag: String
    /// The score from which it is given.
    public var score: Double
  }

  /// The moment of the fit.
  public var moment: Timestamp
  /// Names the rules that were fitted, without weights.
  public var rules: Fingerprint
  /// How many texts, and how many of them are complaints.
  public var textCount: Int
  /// Texts labelled complaints.
  public var complaintCount: Int
  /// The industries of the texts, by name.
  public var industries: [String]
  /// How many of a rule's own hits weigh as much as all rules of its tag and strength; nil when the
  /// search made those all the same.
  public var priorHits: Int?
  /// What share of the failure tags was to be right.
  public var leastPrecision: Double?
  /// With written strengths and the thresholds that were in force.
  public var before: FitFigures
  /// The scores from which failures were given then, each once, the lowest first.
  public var thresholdsBefore: [Double]
  /// Of each industry with what was fitted, priors included, to the others; nil with one industry.
  public var after: FitFigures?
  /// By rule id.
  public var strengths: [Strength]
  /// In the order of the taxonomy.
  public var thresholds: [Threshold]

  /// Fits the live rules of a folder that tag failures, causes, effects and praise; kinds that no
  /// text is labelled with are left as they are.
  ///
  /// The gate is not fitted: it weighs two sides, which no noisy-or does. Of the weights in force
  /// its own are used and kept; of the others only thresholds matter, for the figures before.
  /// Deterministic. O(industries² × texts).
  ///
  /// - Parameter leastPrecision: what share of the failure tags must be right in industries left
  ///   out; nil for the best micro-F1 whatever it is.
  public init(
    texts: [LabelledText], ruleSet: RuleSet, folder: String, moment: Timestamp,
    leastPrecision: Double? = nil
  ) {
    let slots = TagSlots(ruleSet.taxonomy)
    let record = RuleEditions(folder: folder)
    var observer = Observer(ruleSet: ruleSet)
    var fitTexts = texts.map {
      FitText($0, observer.observation(of: $0.verbatim), slots)
    }
    fitTexts.leaveOutKindsWithoutLabels(slots)
    let search = FitSearch(
      slots: slots, written: ruleSet.rules.map(\.strength.probability),
      leastPrecision: leastPrecision)
    let choice = search.choice(for: fitTexts)
    self.moment = moment
    rules = record.fingerprint
    textCount = texts.count
    complaintCount = texts.count { $0.isComplaint }
    industries = fitTexts.industries.filter { !$0.isEmpty }
    priorHits = choice.priorHits < 1e6 ? Int(choice.priorHits) : nil
    self.leastPrecision = leastPrecision
    before = FitFigures(
      search.writtenOutcomes(of: fitTexts, Thresholds.inForce(ruleSet, slots)), slots)
    thresholdsBefore = Set(ruleSet.failureThresholds.values).sorted()
    after =
      fitTexts.industries.count > 1
      ? FitFigures(search.heldOutOutcomes(of: fitTexts), slots) : nil
    strengths =
      RuleFit.strengths(
        choice.strengths, RuleFit.textCounts(fitTexts), ruleSet, record.editions)
      + ruleSet.gateStrengths.map {
        Strength(
          rule: $0.rule.id, written: $0.rule.strength.probability, probability: $0.probability,
          textCount: 0, edition: $0.edition)
      }
    thresholds =
      choice.threshold == Thresholds.usual
      ? [] : [Threshold(tag: "failure", score: choice.threshold)]
    thresholds += ruleSet.gateThreshold.map { [Threshold(tag: "complaint", score: $0)] } ?? []
  }

  private static func textCounts(_ texts: [FitText]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for text in texts {
      for (_, found) in text.evidence {
        for rule in found.rules { counts[rule, default: 0] += 1 }
      }
    }
    return counts
  }

  private static func strengths(
    _ fitted: Strengths, _ counts: [Int: Int], _ ruleSet: RuleSet, _ editions: [String: String]
  ) -> [Strength] {
    ruleSet.rules.enumerated().compactMap { index, rule in
      guard let count = counts[index] else { return nil }
      return Strength(
        rule: rule.id, written: rule.strength.probability,
        probability: fitted.probabilities[index], textCount: count,
        edition: editions[rule.id] ?? "")
    }
  }
}
