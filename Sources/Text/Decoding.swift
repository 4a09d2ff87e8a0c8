/// Text made from bytes, with how it was made.
public struct DecodedText: Sendable, Equatable {
  /// Valid Unicode; what was valid already is not altered.
  public var text: String
  /// The charset used, as a WHATWG name in lower case ("utf-8", "windows-1252").
  public var charset: String
  /// How many bytes could not be decoded as labelled and were repaired or replaced.
  public var repairedByteCount: Int

  /// Decoded text.
  public init(text: String, charset: String, repairedByteCount: Int) {
    self.text = text
    self.charset = charset
    self.repairedByteCount = repairedByteCount
  }
}
