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
  /// The score of `not-complaint` rules as they stand, and as it weighs here: as if each had matched
  /// one and a half times. The rules of failures are many, and who is content names what failed
  /// elsewhere. Of once to twice this did best on labelled texts (README, "How good, how fast").
  var against: Double
  var contra: Double
  var threshold: Double

  init(_ hits: [Hit], _ ruleSet: RuleSet) {
    func doubt(_ side: Side) -> Double {
      RuleEvidence.doubt(hits.lazy.filter { ruleSet.facts[$0.rule].side == side }) {
        ruleSet.facts[$0].gateProbability
      }
    }
    pro = 1 - doubt(.pro)
    let contraDoubt = doubt(.contra)
    against = 1 - contraDoubt
    contra = 1 - contraDoubt * contraDoubt.squareRoot()
    threshold = ruleSet.complaintThreshold
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && pro >= contra }
}
