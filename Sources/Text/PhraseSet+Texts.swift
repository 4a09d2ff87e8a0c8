extension PhraseSet {
  /// Whether the text starts with one of the phrases.
  public func isStart(of text: Substring) -> Bool { isStart(of: text.utf8Span.span) }

  /// Whether one of the phrases occurs in the text.
  public func occurs(in text: String) -> Bool { occurs(in: text.utf8Span.span) }

  /// Whether one of the phrases occurs with no letter or digit on either side.
  public func occursAsWords(in text: String) -> Bool { occursAsWords(in: text.utf8Span.span) }

  /// How many different phrases occur in the text, up to `limit`.
  public func count(in text: String, limit: Int) -> Int {
    count(in: text.utf8Span.span, limit: limit)
  }
}
