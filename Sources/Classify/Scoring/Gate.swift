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

  var pro: Double
  var contra: Double
  var threshold: Double

  init(_ hits: [Hit], _ ruleSet: RuleSet) {
    func score(_ side: Side) -> Double {
      RuleEvidence.score(hits.lazy.filter { ruleSet.facts[$0.rule].side == side }) {
        ruleSet.facts[$0].gateProbability
      }
    }
    pro = score(.pro)
    contra = score(.contra)
    threshold = ruleSet.complaintThreshold
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && pro >= contra }
}
