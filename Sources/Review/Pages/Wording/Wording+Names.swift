import Backlog
import Complaints

extension Wording {
  /// "Mail".
  static func name(of channel: Channel) -> String {
    switch channel {
    case .mail: "Mail"
    case .web: "Web page"
    case .call: "Call"
    case .chat: "Chat"
    case .table: "Table"
    case .letter: "Letter"
    }
  }

  /// "Failure".
  static func name(of kind: Tag.Kind) -> String {
    switch kind {
    case .failure: "Failure"
    case .cause: "Stated cause"
    case .effect: "Effect"
    case .praise: "Praise"
    case .complaint: "Verdict"
    }
  }

  /// "language".
  static func word(for reason: UnscoredReason) -> String {
    switch reason {
    case .language: "language"
    case .attachment: "attachment"
    case .overLimit: "too long"
    case .encrypted: "encrypted"
    }
  }

  /// Why a verbatim was not scored, in a sentence.
  static func sentence(_ reason: UnscoredReason, language: String) -> String {
    switch reason {
    case .language: "Not scored: not in English (\(language))."
    case .attachment: "Not scored: the words are in an attachment that could not be read."
    case .overLimit: "Not scored: the text is longer than the limit."
    case .encrypted: "Not scored: the text is encrypted."
    }
  }

  /// Why a tag is wrong, in the order of its keys.
  static let reasons: [(reason: Decision.Reason, words: String)] = [
    (.wrong, "The words do not say this"),
    (.other, "Another company"),
    (.sarcasm, "Meant the other way round"),
    (.quoted, "Somebody else’s words"),
    (.hypothetical, "Nothing happened"),
  ]

  /// A state with the shape that stands for it.
  static func name(of state: ItemState) -> (shape: String, words: String) {
    switch state {
    case .open: ("○", "Open")
    case .planned: ("◔", "Planned")
    case .done: ("◑", "Done")
    case .watching: ("◉", "Watching")
    case .verified: ("✓", "Verified")
    case .ineffective: ("✕", "Ineffective")
    case .inconclusive: ("?", "Inconclusive")
    case .regressed: ("▲", "Regressed")
    case .accepted: ("‖", "Accepted")
    }
  }

  /// A kind of action with what it does.
  static func name(of kind: ItemKind) -> (title: String, means: String) {
    switch kind {
    case .containment: ("Containment", "keeps the harm small until the cause is gone")
    case .corrective: ("Corrective", "removes the cause of what happened")
    case .preventive: ("Preventive", "removes the cause before it happens again or elsewhere")
    }
  }

  /// What happened to an item.
  static func name(of kind: ItemEvent.Kind) -> String {
    switch kind {
    case .rootCause: "Root cause"
    case .noted: "Note"
    default: kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    }
  }
}
