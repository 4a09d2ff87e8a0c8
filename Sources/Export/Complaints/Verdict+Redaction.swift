import Complaints
import Privacy

extension Verdict {
  /// The verdict on a redacted text: evidence is found and quoted there, and words that were
  /// copied out of the text are redacted one by one.
  func redacted(_ text: RedactedText, _ redactor: Redactor) -> Verdict {
    let bytes = Array(text.text.utf8)
    func moved(_ evidence: [Evidence]) -> [Evidence] {
      evidence.map { item in
        let range = text.range(of: item.range)
        let words = String(decoding: bytes[range], as: UTF8.self)
        return Evidence(rule: item.rule, range: range, text: words)
      }
    }
    func cleared(_ mention: TimeMention?) -> TimeMention? {
      mention.map { TimeMention(words: redactor.redacted($0.words), day: $0.day) }
    }
    func moved(_ findings: [Finding]) -> [Finding] {
      findings.map {
        Finding(type: $0.type, score: $0.score, evidence: moved($0.evidence))
      }
    }
    var verdict = self
    verdict.failures = failures.map { failure in
      var failure = failure
      failure.evidence = moved(failure.evidence)
      return failure
    }
    verdict.causes = moved(causes)
    verdict.effects = moved(effects)
    verdict.praise = moved(praise)
    verdict.promises = promises.map {
      Promise(
        who: $0.who, what: redactor.redacted($0.what), due: cleared($0.due), outcome: $0.outcome,
        evidence: moved($0.evidence))
    }
    verdict.happened = cleared(happened)
    verdict.sarcasm = moved(sarcasm)
    return verdict
  }
}
