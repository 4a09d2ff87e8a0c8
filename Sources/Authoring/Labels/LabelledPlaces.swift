public import Complaints

/// What a person says of a text beside its tags: where failures happened, what was promised, when
/// it happened.
public struct LabelledPlaces: Sendable, Equatable {
  /// A promise that the text tells of.
  public struct Promise: Sendable, Equatable {
    /// Words of the text.
    public var evidence: String
    /// What became of it.
    public var outcome: Complaints.Promise.Outcome
  }

  /// Words that say when, or that there are none.
  public enum Time: Sendable, Equatable {
    /// Words of the text.
    case words(String)
    /// The text does not say.
    case unsaid

    /// Whether given words are these or a part of them, letters' case and "on" apart.
    func agrees(with given: String?) -> Bool {
      guard case .words(let words) = self else { return given == nil }
      guard let given else { return false }
      let (own, other) = (Time.folded(words), Time.folded(given))
      return own.contains(other) || other.contains(own)
    }

    private static func folded(_ text: String) -> String {
      let folded = text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
      return folded.hasPrefix("on ") ? String(folded.dropFirst(3)) : folded
    }
  }

  /// By failure type.
  public var touchpoints: [String: String]
  /// Nil where promises are not labelled.
  public var promises: [Promise]?
  /// Nil where the time is not labelled.
  public var happened: Time?

  /// What is labelled of a text.
  public init(
    touchpoints: [String: String] = [:], promises: [Promise]? = nil, happened: Time? = nil
  ) {
    self.touchpoints = touchpoints
    self.promises = promises
    self.happened = happened
  }
}
