/// What can be said of a verbatim: a kind and, within it, a type.
public struct Tag: Hashable, Sendable, CustomStringConvertible {
  /// The kinds that a person can decide on.
  public enum Kind: String, Sendable, CaseIterable {
    case failure, cause, effect, praise, complaint
  }

  /// What kind of statement it is.
  public let kind: Kind
  /// The type's id in the taxonomy; the kind's own name for praise and complaint.
  public let type: String

  /// A tag by its kind and type.
  public init(_ kind: Kind, _ type: String) {
    self.kind = kind
    self.type = type
  }

  /// That the verbatim is a complaint at all.
  public static let complaint = Tag(.complaint, "complaint")
  /// That the verbatim credits somebody with good service.
  public static let praise = Tag(.praise, "praise")

  /// "failure:stock"; "praise".
  public var description: String { kind.rawValue == type ? type : "\(kind.rawValue):\(type)" }

  /// Reads "failure:stock" or "praise"; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = String(text).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = parts.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
    let type = parts.count == 2 ? String(parts[1]) : kind.rawValue
    let needsType = kind != .praise && kind != .complaint
    guard needsType == (parts.count == 2), !type.isEmpty else { return nil }
    self.init(kind, type)
  }
}

/// What a person decided about one tag of one verbatim; it outlives every change of the rules.
public struct Decision: Sendable, Equatable {
  /// How a person decided.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The rules' tag is right.
    case accept
    /// The rules' tag is wrong.
    case reject
    /// The rules missed the tag.
    case add
  }

  /// Why a tag was rejected.
  public enum Reason: String, Sendable, CaseIterable {
    /// The words do not say this.
    case wrong
    /// It is about another company.
    case other
    /// It is meant the other way round.
    case sarcasm
    /// The words are somebody else's.
    case quoted
    /// Nothing happened: advice, a question, a hypothetical.
    case hypothetical
  }

  /// How the verbatim came before the person; only blind draws tell how good the rules are.
  public enum Draw: String, Sendable, CaseIterable {
    case queue, newest, problem, search, blind
  }

  /// What was decided about.
  public var tag: Tag
  /// How.
  public var outcome: Outcome
  /// Why; only where a tag was rejected.
  public var reason: Reason?
  /// Where in the customer's journey; only for failures that hold.
  public var touchpoint: String?
  /// The words that prove the tag (or were wrongly taken for a proof): half-open UTF-8 byte range
  /// into the verbatim's text; nil for the text as a whole.
  public var range: Range<Int>?
  /// The fingerprint of those words: where the text has others there, the decision does not hold.
  public var evidence: Fingerprint?
  /// How the verbatim was drawn.
  public var draw: Draw
  /// The person's name in the settings.
  public var reviewer: String
  /// When.
  public var decidedAt: Timestamp

  /// A decision.
  public init(
    tag: Tag, outcome: Outcome, reason: Reason? = nil, touchpoint: String? = nil,
    range: Range<Int>? = nil, evidence: Fingerprint? = nil, draw: Draw, reviewer: String,
    decidedAt: Timestamp
  ) {
    self.tag = tag
    self.outcome = outcome
    self.reason = reason
    self.touchpoint = touchpoint
    self.range = range
    self.evidence = evidence
    self.draw = draw
    self.reviewer = reviewer
    self.decidedAt = decidedAt
  }
}

extension Verdict {
  /// The verdict with people's decisions in force: rejected tags are gone, accepted and added ones
  /// are there whatever the rules say.
  ///
  /// `decisions` holds at most one for each tag; `text` is the verbatim's text.
  public func reviewed(by decisions: [Decision], text: String) -> Verdict {
    var verdict = self
    // What fell with the complaint stays fallen when a tag is added later.
    if decisions.contains(where: { $0.tag == .complaint && $0.outcome == .reject }) {
      verdict.failures = []
    }
    for decision in decisions { verdict.apply(decision, text) }
    if verdict.isComplaint == false { verdict.failures = [] }
    return verdict
  }

  private mutating func apply(_ decision: Decision, _ text: String) {
    let type = decision.tag.type
    guard decision.outcome != .reject else {
      switch decision.tag.kind {
      case .failure: failures.removeAll { $0.type == type }
      case .cause: causes.removeAll { $0.type == type }
      case .effect: effects.removeAll { $0.type == type }
      case .praise: praise = []
      case .complaint: isComplaint = false
      }
      return
    }
    let evidence = Verdict.evidence(decision, text)
    let finding = Finding(type: type, score: 1, evidence: evidence)
    switch decision.tag.kind {
    case .failure:
      isComplaint = true
      let touchpoint = decision.touchpoint ?? "unspecified"
      if let index = failures.firstIndex(where: { $0.type == type }) {
        failures[index].touchpoint = decision.touchpoint ?? failures[index].touchpoint
        failures[index].about = .us
        failures[index].score = 1
      } else {
        failures.append(
          Failure(type: type, score: 1, touchpoint: touchpoint, about: .us, evidence: evidence))
      }
    case .cause where !causes.contains { $0.type == type }: causes.append(finding)
    case .effect where !effects.contains { $0.type == type }: effects.append(finding)
    case .praise where praise.isEmpty: praise = [finding]
    case .complaint: isComplaint = true
    case .cause, .effect, .praise: break
    }
  }

  private static func evidence(_ decision: Decision, _ text: String) -> [Evidence] {
    guard let range = decision.range, range.upperBound <= text.utf8.count else { return [] }
    let words = String(decoding: Array(text.utf8)[range], as: UTF8.self)
    return [Evidence(rule: "reviewed", range: range, text: words)]
  }
}
