public import Classify
public import Complaints
import Privacy

/// Compares what two rule sets say of texts, one text after another.
public struct RuleDifference {
  /// How often a tag was given.
  public struct Total: Sendable, Equatable {
    /// Texts with the tag by the old rules.
    public var oldCount = 0
    /// Texts with the tag by the new rules.
    public var newCount = 0
    /// Texts that have it only by the new rules.
    public var gainedCount = 0
    /// Texts that had it only by the old rules.
    public var lostCount = 0
  }

  /// Texts compared.
  public private(set) var textCount = 0
  /// Texts of which a tag changes.
  public private(set) var changedCount = 0
  /// By tag; only tags that were given.
  public private(set) var totals: [Tag: Total] = [:]
  /// The rule sets' fingerprints.
  public let ruleSets: (old: Fingerprint, new: Fingerprint)

  private var old: Classifier
  private var new: Classifier
  private let redacts: Bool
  private let kept: [String]

  /// A comparison; with `redacts` false, evidence is quoted as customers wrote it. Names of
  /// `organisations` are no person's and stay.
  public init(old: RuleSet, new: RuleSet, redacts: Bool = true, organisations: [String] = []) {
    self.old = Classifier(ruleSet: old)
    self.new = Classifier(ruleSet: new)
    ruleSets = (old.fingerprint, new.fingerprint)
    self.redacts = redacts
    kept = organisations
  }

  /// What changes in a text; nil where its tags stay.
  public mutating func change(in verbatim: Verbatim) -> VerdictChange? {
    let before = RuleDifference.tags(of: old.verdict(for: verbatim))
    let after = RuleDifference.tags(of: new.verdict(for: verbatim))
    textCount += 1
    for tag in before.keys { totals[tag, default: Total()].oldCount += 1 }
    for tag in after.keys { totals[tag, default: Total()].newCount += 1 }
    let lost = before.filter { after[$0.key] == nil }
    let gained = after.filter { before[$0.key] == nil }
    let moved = after.compactMap { tag, given -> VerdictChange.Move? in
      guard let from = before[tag]?.touchpoint, let to = given.touchpoint, from != to else {
        return nil
      }
      return VerdictChange.Move(tag: tag, from: from, to: to)
    }
    guard !lost.isEmpty || !gained.isEmpty || !moved.isEmpty else { return nil }
    changedCount += 1
    for tag in lost.keys { totals[tag, default: Total()].lostCount += 1 }
    for tag in gained.keys { totals[tag, default: Total()].gainedCount += 1 }
    let quotes = Quotes(
      verbatim, redactor: redacts ? Redactor(of: verbatim, keeping: kept) : nil)
    func changes(_ tags: [Tag: Given]) -> [VerdictChange.TagChange] {
      tags.sorted { "\($0.key)" < "\($1.key)" }.map { tag, given in
        VerdictChange.TagChange(
          tag: tag, score: given.score,
          evidence: given.evidence.map {
            VerdictChange.Proof(rule: $0.rule, quote: quotes.quote($0.range))
          })
      }
    }
    return VerdictChange(
      id: verbatim.id, source: verbatim.source.description, gained: changes(gained),
      lost: changes(lost), moved: moved.sorted { "\($0.tag)" < "\($1.tag)" })
  }

  /// A tag with its proof.
  private struct Given {
    var score: Double?
    var touchpoint: String?
    var evidence: [Evidence] = []
  }

  private static func tags(of verdict: Verdict) -> [Tag: Given] {
    var tags: [Tag: Given] = [:]
    for failure in verdict.failures {
      tags[Tag(.failure, failure.type)] = Given(
        score: failure.score, touchpoint: failure.touchpoint, evidence: failure.evidence)
    }
    for (kind, findings) in [
      (Tag.Kind.cause, verdict.causes), (.effect, verdict.effects), (.praise, verdict.praise),
    ] {
      for finding in findings {
        tags[Tag(kind, finding.type)] = Given(score: finding.score, evidence: finding.evidence)
      }
    }
    if verdict.isComplaint == true { tags[.complaint] = Given() }
    return tags
  }
}
