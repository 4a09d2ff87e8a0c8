/// A wrong tag turned into exceptions: for each rule that gives it an `unless` pattern and an
/// example that holds it, put into the rule files.
public struct RuleException: Sendable {
  /// What is added to one rule.
  public struct Addition: Sendable, Equatable {
    /// The rule's id.
    public var rule: String
    /// The pattern.
    public var pattern: String
    /// The example: a redacted sentence.
    public var example: String
    /// Matches of the rule in other texts that the pattern cancels, of how many looked at.
    public var cancelledCount: Int
    /// Matches of the rule in other texts.
    public var otherCount: Int
  }

  /// A file as it is and as it is to be.
  public struct Edit: Sendable, Equatable {
    /// The path.
    public var path: String
    /// The whole file as it is.
    public var before: String
    /// The whole file with the exceptions.
    public var after: String
  }

  /// In the order in which they were made.
  public var additions: [Addition]
  /// By path.
  public var edits: [Edit]
  /// The tags that the text has with the exceptions, as rule files name them.
  public var tagsAfter: [String]
}

/// Why no exception is made.
public enum RuleExceptionError: Error, Equatable, CustomStringConvertible {
  /// No rule gives the tag.
  case notTagged(String)
  /// No words beside the evidence make an exception that works and breaks no example.
  case noWords(rule: String)
  /// The words do not stand in a sentence with evidence of the tag.
  case unknownWords
  /// What makes the difference identifies people.
  case redacted(rule: String)
  /// The file is laid out so that nothing can be put in.
  case layout(path: String, line: Int, message: String)
  /// The rule file cannot be read.
  case unreadable(path: String)

  /// One line with a fix.
  public var description: String {
    switch self {
    case .notTagged(let tag):
      "the rules do not give '\(tag)' to this text; 'forestall explain' shows what they give"
    case .noWords(let rule):
      "no words beside the evidence of '\(rule)' set this text apart without breaking an example; "
        + "name some with --words, or change the rule"
    case .unknownWords: "--words must stand in one sentence with the evidence of the wrong tag"
    case .redacted(let rule):
      "the words beside the evidence of '\(rule)' identify people; name others with --words"
    case .layout(let path, let line, let message): "\(path):\(line): \(message)"
    case .unreadable(let path): "\(path): cannot be read"
    }
  }
}
