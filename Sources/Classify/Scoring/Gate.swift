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
      RuleEvidence(hits) { ruleSet.facts[$0.rule].side == side }
        .score { ruleSet.facts[$0].gateProbability }
    }
    pro = score(.pro)
    contra = score(.contra)
    threshold = ruleSet.weights.threshold(of: .complaint)
  }

  /// The hits that raise the gate and those that lower it.
  static func sides(_ hits: [Hit], _ ruleSet: RuleSet) -> (pro: [Hit], contra: [Hit]) {
    var sides: (pro: [Hit], contra: [Hit]) = ([], [])
    for hit in hits {
      switch ruleSet.facts[hit.rule].side {
      case .pro: sides.pro.append(hit)
      case .contra: sides.contra.append(hit)
      case .neither: break
      }
    }
    return sides
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && pro >= contra }
}
