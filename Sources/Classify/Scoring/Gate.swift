/// Whether failures and `complaint` rules outweigh `not-complaint` rules.
struct Gate: Equatable {
  /// What evidence of a tag does to it.
  enum Side: Sendable {
    case pro, contra, neither

    init(of tag: Rule.Tag) {
      switch tag {
      case .failure, .complaint: self = .pro
      case .notComplaint: self = .contra
      case .cause, .effect, .touchpoint, .praise, .promise, .sarcasm: self = .neither
      }
    }
  }

  /// The score of failures and `complaint` rules.
  var pro: Double
  /// The score s of `not-complaint` rules.
  var contra: Double
  /// What that score weighs: 1 − (1 − s)^1.5, as if each rule had matched one and a half times. The
  /// rules of failures are many, and who is content names what failed elsewhere. On labelled texts
  /// this halves the failure tags of texts without a complaint and takes one or two complaints in a
  /// hundred for none; the README has the figures.
  var contraWeight: Double
  /// Whether the `not-complaint` rules weigh more; told by what both sides leave to doubt, since
  /// many strong rules make scores of 1.
  var isOutweighed: Bool
  var threshold: Double

  init(_ hits: [Hit], _ ruleSet: RuleSet) {
    func doubt(_ side: Side) -> Double {
      RuleEvidence.doubt(hits.lazy.filter { ruleSet.facts[$0.rule].side == side }) {
        ruleSet.facts[$0].gateProbability
      }
    }
    let (proDoubt, contraDoubt) = (doubt(.pro), doubt(.contra))
    let weighedDoubt = contraDoubt * contraDoubt.squareRoot()
    pro = 1 - proDoubt
    contra = 1 - contraDoubt
    contraWeight = 1 - weighedDoubt
    isOutweighed = proDoubt > weighedDoubt
    threshold = ruleSet.complaintThreshold
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && !isOutweighed }
}
