import Complaints

/// A verbatim's text as it is put together, with its passages.
struct PassageText {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  /// The passages so far, in order.
  private(set) var passages: [Passage] = []

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds words that belong to no passage.
  mutating func append(_ words: some Collection<UInt8>) { bytes.append(contentsOf: words) }

  /// Adds words as a passage; empty words add none.
  ///
  /// A passage of the same kind and role that ends where only white space follows is continued,
  /// headings and turns aside.
  mutating func append(
    _ words: some Collection<UInt8>, as kind: PassageKind, role: Role, confidence: Double = 1,
    speaker: String? = nil, from: Double? = nil, to: Double? = nil
  ) {
    let start = bytes.count
    bytes.append(contentsOf: words)
    guard bytes.count > start else { return }
    if let last = passages.last, last.kind == kind, last.role == role, last.speaker == speaker,
      kind != .heading, kind != .turn, isSpace(last.range.upperBound..<start)
    {
      passages[passages.count - 1].range = last.range.lowerBound..<bytes.count
      return
    }
    passages.append(
      Passage(
        kind: kind, range: start..<bytes.count, role: role, confidence: confidence,
        speaker: speaker, from: from, to: to))
  }

  private func isSpace(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
