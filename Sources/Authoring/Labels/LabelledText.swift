/// A text with what a person says that it reports, each tag with the words that prove it.
public struct LabelledText: Sendable, Equatable {
  /// Names the text in its file.
  public var id: String
  /// The words.
  public var text: String
  /// Where the text comes from.
  public var source: String?
  /// The trade it is about.
  public var industry: String?
  /// Whether the author reports a failure that happened.
  public var isComplaint: Bool
  /// Whether somebody is credited with good service.
  public var praise: Bool
  /// Evidence by failure type; each string occurs letter by letter in `text`.
  public var failures: [String: [String]]
  /// Evidence by stated cause.
  public var causes: [String: [String]]
  /// Evidence by effect.
  public var effects: [String: [String]]

  /// A labelled text; without tags it is no complaint.
  public init(
    id: String, text: String, source: String? = nil, industry: String? = nil,
    isComplaint: Bool = false, praise: Bool = false, failures: [String: [String]] = [:],
    causes: [String: [String]] = [:], effects: [String: [String]] = [:]
  ) {
    self.id = id
    self.text = text
    self.source = source
    self.industry = industry
    self.isComplaint = isComplaint
    self.praise = praise
    self.failures = failures
    self.causes = causes
    self.effects = effects
  }
}
