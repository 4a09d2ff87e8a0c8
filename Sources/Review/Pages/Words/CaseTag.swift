import Complaints

/// A tag on the case page: the rules', or one that a person added.
struct CaseTag: Sendable {
  /// Its number on the page, the key that chooses it.
  var number = 0
  /// The tag.
  var tag: Tag
  /// As the rules gave it; nil for what only a person saw.
  var score: Double?
  /// Where in the customer's journey; only for failures.
  var touchpoint: String?
  /// Whose failure; only for failures.
  var about: Subject?
  /// Whether it is told as long over; only for failures.
  var isPast = false
  /// The words that prove it.
  var evidence: [Evidence] = []
  /// What a person decided.
  var decision: Decision?

  /// Whether a person said that it is wrong.
  var isRejected: Bool { decision?.outcome == .reject }
}

extension CaseTag {
  /// The rules' tags by kind and strength, then what people added, then whether it is a complaint
  /// at all; numbered from 1.
  static func tags(of verdict: Verdict?, decisions: [Decision], text: String) -> [CaseTag] {
    var tags = verdict.map(CaseTag.tags) ?? []
    for decision in decisions where !tags.contains(where: { $0.tag == decision.tag }) {
      tags.append(CaseTag(tag: decision.tag, evidence: CaseTag.evidence(of: decision, text)))
    }
    for index in tags.indices {
      let decision = decisions.first { $0.tag == tags[index].tag }
      tags[index].decision = decision
      tags[index].touchpoint = decision?.touchpoint ?? tags[index].touchpoint
    }
    tags = tags.filter { $0.tag != .complaint } + tags.filter { $0.tag == .complaint }
    for index in tags.indices { tags[index].number = index + 1 }
    return tags
  }

  private static func tags(of verdict: Verdict) -> [CaseTag] {
    let findings = { (kind: Tag.Kind, list: [Finding]) in
      list.map { finding in
        CaseTag(
          tag: Tag(kind, finding.type), score: finding.score, evidence: finding.evidence)
      }
    }
    let failures = verdict.failures.map {
      CaseTag(
        tag: Tag(.failure, $0.type), score: $0.score, touchpoint: $0.touchpoint, about: $0.about,
        isPast: $0.isPast, evidence: $0.evidence)
    }
    let complaint = verdict.isComplaint == true ? [CaseTag(tag: .complaint)] : []
    return failures + findings(.cause, verdict.causes) + findings(.effect, verdict.effects)
      + findings(.praise, verdict.praise) + complaint
  }

  private static func evidence(of decision: Decision, _ text: String) -> [Evidence] {
    guard let range = decision.range, range.upperBound <= text.utf8.count else { return [] }
    let words = String(decoding: Array(text.utf8)[range], as: UTF8.self)
    return [Evidence(rule: "reviewed", range: range, text: words)]
  }
}
