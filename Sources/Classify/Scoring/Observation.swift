package import Complaints

/// The evidence that counts in one verbatim, before strengths and thresholds of its tags.
package struct Observation: Sendable {
  /// By tag; of a failure the evidence about the organisation, where there is some.
  package var evidence: [Rule.Tag: RuleEvidence] = [:]
  /// Whether the text is a complaint; this does not depend on fitted strengths of failures.
  package var passesGate = false
}

/// Finds evidence without judging it; the scratch of one task.
package struct Observer {
  private let ruleSet: RuleSet
  private var examiner: Examiner

  /// An observer with the rules of a set; of its weights only those of the gate matter.
  package init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    examiner = Examiner(ruleSet: ruleSet)
  }

  /// What counts in a verbatim; nothing where the classifier does not read it.
  package mutating func observation(of verbatim: Verbatim) -> Observation {
    var observation = Observation()
    guard Classifier.unscoredReason(verbatim) == nil, Classifier.isReadForFailures(verbatim)
    else { return observation }
    examiner.examine(verbatim.text, passages: verbatim.passages)
    let hits = examiner.hits.filter { $0.reason == nil }
    observation.passesGate = Gate(hits, ruleSet).isComplaint
    for (tag, hits) in Dictionary(grouping: hits, by: { ruleSet.facts[$0.rule].tag }) {
      let tag = ruleSet.tags[tag]
      let own = tag.isFailure ? hits.filter { !$0.isAboutOther } : hits
      observation.evidence[tag] = RuleEvidence(own.isEmpty ? hits : own)
    }
    return observation
  }
}
