import Text

/// Finds the charset that a page names in its `<meta>` elements.
///
/// Source: WHATWG HTML §13.2.3.2, "prescan a byte stream to determine its encoding"; where the
/// standard stops after 1,024 bytes, this goes on to the end of the head, because libxml2 and
/// browsers differ there and authors put scripts first.
struct CharsetPrescan {
  /// Bytes that are looked at.
  static let byteCount = 128 << 10

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The label the page gives, as it is to be used; nil when it gives none.
  static func label(in bytes: [UInt8]) -> String? {
    var scan = CharsetPrescan(bytes.count > byteCount ? Array(bytes[..<byteCount]) : bytes)
    return scan.run()
  }

  private mutating func run() -> String? {
    while index < bytes.count {
      guard let open = bytes.firstIndex(of: UInt8(ascii: "<"), in: index..<bytes.count) else {
        return nil
      }
      index = open + 1
      if bytes.starts(with: "!--", at: index, before: bytes.count) {
        skipComment()
      } else if isWord("meta", at: index) {
        index += 4
        if let label = meta() { return label }
      } else if isWord("body", at: index), open > 1_024 {
        return nil
      } else if index < bytes.count, bytes[index].isASCIILetter {
        while index < bytes.count, !isEndOfName(bytes[index]) { index += 1 }
        while attribute() != nil {}
      } else if index < bytes.count, bytes[index] == UInt8(ascii: "/"),
        index + 1 < bytes.count, bytes[index + 1].isASCIILetter
      {
        while index < bytes.count, !isEndOfName(bytes[index]) { index += 1 }
        while attribute() != nil {}
      } else if index < bytes.count, [0x21, 0x2F, 0x3F].contains(bytes[index]) {
        index = bytes.firstIndex(of: UInt8(ascii: ">"), in: index..<bytes.count) ?? bytes.count
      }
    }
    return nil
  }

  private mutating func skipComment() {
    index += 1
    while let end = bytes.firstIndex(
      of: UInt8(ascii: ">"), in: min(index, bytes.count)..<bytes.count)
    {
      index = end + 1
      if bytes[end - 1] == 0x2D, bytes[end - 2] == 0x2D { return }
    }
    index = bytes.count
  }

  private func isEndOfName(_ byte: UInt8) -> Bool {
    byte.isASCIIWhiteSpace || byte == UInt8(ascii: ">")
  }

  /// Whether a word stands here, whatever its case, and a space or `/` behind it.
  private func isWord(_ word: StaticString, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count < bytes.count else { return false }
    for offset in 0..<count where bytes[start + offset].lowercasedASCII != word.utf8Start[offset] {
      return false
    }
    let next = bytes[start + count]
    return next.isASCIIWhiteSpace || next == UInt8(ascii: "/")
      || (next == UInt8(ascii: ">") && count == 4 && word.utf8Start[0] == UInt8(ascii: "b"))
  }

  private mutating func meta() -> String? {
    var seen: Set<String> = []
    var isPragma = false
    var needsPragma: Bool?
    var label: String?
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": isPragma = value == "content-type"
      case "content":
        if label == nil, let found = CharsetPrescan.charset(inContent: value) {
          label = found
          needsPragma = true
        }
      case "charset":
        label = value
        needsPragma = false
      default: break
      }
    }
    let isClosed = index < bytes.count
    guard isClosed, let label, let needsPragma, !needsPragma || isPragma,
      CharsetPrescan.isLabel(label)
    else { return nil }
    guard let charset = Charset(label: label) else {
      return label.lowercased() == "x-user-defined" ? "windows-1252" : nil
    }
    // A page whose `<meta>` can be read byte by byte is not UTF-16, whatever it says.
    return charset.name.hasPrefix("utf-16") ? "utf-8" : label
  }

  /// Whether a value can be a label: no label of the Encoding Standard has quotes or brackets, and
  /// one that has them comes from a quote that was opened or closed in the wrong place.
  private static func isLabel(_ value: String) -> Bool {
    !value.utf8.contains { [0x22, 0x27, 0x3C, 0x3E].contains($0) }
  }

  /// The next attribute in lower case; nil at the end of the tag.
  private mutating func attribute() -> (name: String, value: String)? {
    while index < bytes.count,
      bytes[index].isASCIIWhiteSpace || bytes[index] == UInt8(ascii: "/")
    {
      index += 1
    }
    guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { return nil }
    let start = index
    while index < bytes.count, !isEndOfName(bytes[index]), bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: "=") || index == start
    {
      index += 1
    }
    let name = word(start..<index)
    while index < bytes.count, bytes[index].isASCIIWhiteSpace { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    while index < bytes.count, bytes[index].isASCIIWhiteSpace { index += 1 }
    guard index < bytes.count else { return (name, "") }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes.firstIndex(of: quote, in: index + 1..<bytes.count) ?? bytes.count
      defer { index = min(end + 1, bytes.count) }
      return (name, word(index + 1..<end))
    }
    let valueStart = index
    while index < bytes.count, !isEndOfName(bytes[index]) { index += 1 }
    return (name, word(valueStart..<index))
  }

  private func word(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(512).map(\.lowercasedASCII), as: UTF8.self)
  }

  /// "text/html; charset=utf-8" → "utf-8" (WHATWG HTML, "extracting a character encoding").
  static func charset(inContent content: String) -> String? {
    var rest = Array(content.utf8)[...]
    let name = Array("charset".utf8)
    while rest.count >= name.count {
      guard rest.starts(with: name) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(name.count).drop(while: \.isASCIIWhiteSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop(while: \.isASCIIWhiteSpace)
      guard let first = rest.first else { return nil }
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        let value = rest.dropFirst()
        guard let end = value.firstIndex(of: first) else { return nil }
        return String(decoding: value[..<end], as: UTF8.self)
      }
      let value = rest.prefix { !$0.isASCIIWhiteSpace && $0 != UInt8(ascii: ";") }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
