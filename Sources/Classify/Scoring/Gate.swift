/// Whether failures and `complaint` rules outweigh `not-complaint` rules.
struct Gate: Equatable {
  var pro: Double
  var contra: Double
  var threshold: Double

  init(_ hits: [Hit], _ ruleSet: RuleSet) {
    let (speaking, objecting) = Gate.sides(hits, ruleSet)
    pro = RuleEvidence(speaking).score { ruleSet.facts[$0].gateProbability }
    contra = RuleEvidence(objecting).score { ruleSet.facts[$0].gateProbability }
    threshold = ruleSet.weights.threshold(of: .complaint)
  }

  /// The hits that raise the gate and those that lower it.
  static func sides(_ hits: [Hit], _ ruleSet: RuleSet) -> (pro: [Hit], contra: [Hit]) {
    var sides: (pro: [Hit], contra: [Hit]) = ([], [])
    for hit in hits {
      switch ruleSet.tags[ruleSet.facts[hit.rule].tag] {
      case .failure, .complaint: sides.pro.append(hit)
      case .notComplaint: sides.contra.append(hit)
      case .cause, .effect, .touchpoint, .praise, .promise: break
      }
    }
    return sides
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && pro >= contra }
}
