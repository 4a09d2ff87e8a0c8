/// What a source of the settings brought, by the day on which a run stored it, in days since 1970.
public struct SourceHistory: Sendable, Equatable {
  /// The source's name.
  public var name: String
  /// New texts by day; days without any are not there.
  public var texts: [Int: Int]
  /// New rejections by day.
  public var rejections: [Int: Int]

  /// A history.
  public init(name: String, texts: [Int: Int], rejections: [Int: Int] = [:]) {
    self.name = name
    self.texts = texts
    self.rejections = rejections
  }

  /// The first day on which anything came; what came on it may be years old and is no measure.
  var firstDay: Int? { texts.keys.min() }
}
