/// A post or a reader's comment as a feed or an export tells it apart from others.
public struct Entry: Sendable, Equatable {
  /// `post` or `comment`.
  public var part: Part
  /// A comment's own id, as pages of the same site give it: "comment-12".
  public var key: String?
  /// The id of the comment it answers.
  public var parent: String?
  /// Who wrote it.
  public var author: Party?
  /// When it was published.
  public var received: Timestamp?
  /// The words, stripped to blocks.
  public var words: Layout
  /// Why the words are not read for failures: "pingback", "not published: spam"; nil when they are.
  public var exclusion: String?

  /// An entry with its words.
  public init(part: Part, key: String? = nil, words: Layout) {
    self.part = part
    self.key = key
    self.words = words
  }
}
