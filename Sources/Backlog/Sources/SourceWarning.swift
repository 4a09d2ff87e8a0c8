/// A source that brings less than it used to, or more that cannot be read.
public struct SourceWarning: Sendable, Equatable, Codable {
  /// What is unusual.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Nothing came for days.
    case silent
    /// Much less came in seven days than in the weeks before.
    case low
    /// Much more could not be read in seven days than in the weeks before.
    case rejected
  }

  /// The source's name.
  public var source: String
  /// What is unusual.
  public var kind: Kind
  /// Days looked at, up to the last one.
  public var dayCount: Int
  /// What came in them: texts, or for `rejected` rejections.
  public var count: Int
  /// What was to be expected from `baselineDayCount` days before.
  public var expectedCount: Double
  /// Days that the expectation rests on.
  public var baselineDayCount: Int

  /// One sentence without a full stop, with what to do.
  public var description: String {
    let expected =
      "\(Int(expectedCount.rounded())) to be expected from the \(baselineDayCount) days before"
    return switch kind {
    case .silent:
      "nothing new for \(dayCount) days, \(expected); see whether its export still comes"
    case .low:
      "\(count) new text\(count == 1 ? "" : "s") in \(dayCount) days, \(expected); "
        + "see whether its export is whole"
    case .rejected:
      "\(count) rejected in \(dayCount) days, \(expected); see 'forestall quarantine list'"
    }
  }
}
