/// Whether failures and `complaint` rules outweigh `not-complaint` rules.
struct Gate: Equatable {
  var pro: Double
  var contra: Double
  var threshold: Double

  init(_ hits: [Hit], _ scorer: Scorer) {
    let ruleSet = scorer.ruleSet
    let isPro = ruleSet.tags.map { $0.isFailure || $0 == .complaint }
    let isContra = ruleSet.tags.map { $0 == .notComplaint }
    pro = scorer.score(hits.filter { isPro[ruleSet.facts[$0.rule].tag] })
    contra = scorer.score(hits.filter { isContra[ruleSet.facts[$0.rule].tag] })
    threshold = ruleSet.weights.threshold(of: .complaint)
  }

  var isComplaint: Bool { pro >= threshold - 1e-9 && pro >= contra }
}
