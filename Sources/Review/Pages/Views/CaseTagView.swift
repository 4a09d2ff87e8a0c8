import Complaints

/// A tag of the case page with what can be decided about it.
struct CaseTagView: Sendable {
  let number: Int
  /// The key that chooses it; nil behind the ninth.
  let chooseKey: String?
  let tag: String
  let title: String
  let kind: String
  let score: String?
  let about: String?
  let quotes: [Quote]
  let touchpoints: [TagChoices.Choice]
  let hasTouchpoints: Bool
  let decided: String?
  let isAccepted: Bool
  let isRejected: Bool
  let reasons: [Reason]

  /// A rule with the words that it found.
  struct Quote: Sendable {
    let rule: String
    let words: String
  }

  /// Why a tag is wrong, with the key behind "x".
  struct Reason: Sendable {
    let value: String
    let words: String
    let key: Int
  }

  /// A tag in words.
  init(_ tag: CaseTag, _ pages: ReviewPages, _ chrome: Chrome) {
    number = tag.number
    chooseKey = tag.number < 10 ? "\(tag.number)" : nil
    self.tag = tag.tag.description
    title =
      switch tag.tag.kind {
      case .complaint: "A complaint"
      case .praise: "Praise"
      case .failure, .cause, .effect: pages.catalogue.title(of: tag.tag)
      }
    kind = Wording.name(of: tag.tag.kind)
    score = tag.score.map(Wording.score)
    about =
      tag.about == .other
      ? "about another company: not counted" : tag.isPast ? "told as long over" : nil
    quotes = tag.evidence.map { evidence in
      Quote(
        rule: evidence.rule == "reviewed" ? "chosen by a person" : evidence.rule,
        words: Wording.shortened(evidence.text, to: 120))
    }
    let isFailure = tag.tag.kind == .failure
    touchpoints =
      isFailure
      ? TagChoices.touchpoints(pages.catalogue, chosen: tag.touchpoint ?? "unspecified") : []
    hasTouchpoints = isFailure
    decided = tag.decision.map { CaseTagView.words(for: $0, chrome) }
    isRejected = tag.isRejected
    isAccepted = tag.decision != nil && !tag.isRejected
    reasons = Wording.reasons.enumerated().map { index, entry in
      Reason(value: entry.reason.rawValue, words: entry.words, key: index + 1)
    }
  }

  private static func words(for decision: Decision, _ chrome: Chrome) -> String {
    let age = Wording.age(of: decision.decidedAt, at: chrome.now)
    let by = "by \(decision.reviewer), \(age == "now" ? "just now" : "\(age) ago")"
    switch decision.outcome {
    case .accept: return "Accepted \(by)"
    case .add: return "Added \(by)"
    case .reject:
      let reason = Wording.reasons.first { $0.reason == decision.reason }?.words.lowercased()
      return "Rejected \(by)" + (reason.map { ": \($0)" } ?? "")
    }
  }
}

extension Wording {
  /// The beginning of a text that is too long to be repeated, white space folded.
  static func shortened(_ text: String, to count: Int) -> String {
    let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return folded.count <= count ? folded : folded.prefix(count - 1) + "…"
  }
}
