/// Which columns of a table hold what; names are compared without regard to case.
public struct ColumnMap: Sendable, Equatable {
  /// The row's own id.
  public var id: String
  /// The customer's words.
  public var text: String
  /// When the row was received.
  public var date: String
  /// Who wrote it.
  public var author: String
  /// Its subject.
  public var subject: String
  /// A survey score.
  public var score: String

  /// A column map; every name has a default.
  public init(
    id: String = "id", text: String = "text", date: String = "date", author: String = "author",
    subject: String = "subject", score: String = "score"
  ) {
    self.id = id
    self.text = text
    self.date = date
    self.author = author
    self.subject = subject
    self.score = score
  }

  /// All names as they are compared: in lower case.
  var names: [String] { [id, text, date, author, subject, score].map { $0.lowercased() } }
}
