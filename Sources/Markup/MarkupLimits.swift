/// How much of a page is believed; hostile pages are cut here and say so in the layout's notes.
enum MarkupLimits {
  /// Attributes of one tag that are looked at.
  static let attributeCount = 256
  /// Bytes of one tag that are kept.
  static let tagByteCount = 64 << 10
  /// Open elements; deeper elements are flattened, their text is kept.
  static let elementDepth = 2_000
  /// After that many flattened elements the page is taken for hostile and its depth is cut.
  static let flattenedCount = 20_000
  /// Open elements of such a page.
  static let hostileDepth = 64
  /// Blocks of one page; the text of further blocks is joined to the last one.
  static let blockCount = 500_000
  /// Bytes of one page; what follows is not read.
  static let pageByteCount = 1 << 30
  /// Bytes of one JSON-LD script that is read.
  static let structuredDataByteCount = 1 << 20
  /// Bytes kept of the words of an inline element that names an author or a date.
  static let labelByteCount = 300
}
