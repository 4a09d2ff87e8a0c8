/// Whether failures and `complaint` rules outweigh `not-complaint` rules.
struct Gate: Equatable {
  var pro: Double
  var contra: Double
  var threshold: Double

  init(_ hits: [Hit], _ scorer: Scorer) {
    pro = scorer.score(
      hits.filter {
        switch scorer.ruleSet.rules[$0.rule].tag {
        case .failure, .complaint: true
        default: false
        }
      })
    contra = scorer.score(hits.filter { scorer.ruleSet.rules[$0.rule].tag == .notComplaint })
    threshold = scorer.ruleSet.weights.threshold(of: .complaint)
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && pro >= contra }
}
