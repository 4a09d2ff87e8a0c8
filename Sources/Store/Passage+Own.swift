package import Complaints

extension Passage {
  /// Whether these are words of the author that count: no quotes, signatures and furniture, and
  /// nobody's whose words are answers to them.
  var isOwn: Bool {
    (kind == .body || kind == .turn || kind == .formField) && role != .staff && role != .bot
  }
}

extension ComplaintStore {
  /// The customer's own words, without quotes, signatures and staff: what the full-text index
  /// covers.
  package static func ownWords(_ text: String, _ passages: [Passage]) -> String {
    var text = text
    let words = text.withUTF8 { ownWords(UnsafeRawBufferPointer($0), passages) }
    return String(decoding: words, as: UTF8.self)
  }

  /// The own words of a verbatim in UTF-8.
  static func ownWords(_ verbatim: Verbatim) -> [UInt8] {
    var text = verbatim.text
    return text.withUTF8 { ownWords(UnsafeRawBufferPointer($0), verbatim.passages) }
  }

  /// As `ownWords(_:_:)`, from and to UTF-8.
  package static func ownWords(
    _ text: UnsafeRawBufferPointer, _ passages: [Passage]
  ) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(text.count)
    var isFirst = true
    for passage in passages where passage.isOwn {
      if !isFirst { words.append(0x0A) }
      isFirst = false
      words += text[passage.range.clamped(to: 0..<text.count)]
    }
    // SQLite's text ends at a NUL.
    for index in words.indices where words[index] == 0 { words[index] = 0x20 }
    return words
  }
}
