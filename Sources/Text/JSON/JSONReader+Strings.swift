extension JSONReader {
  /// Reads a string; escapes are decoded, invalid UTF-8 and lone surrogates become U+FFFD.
  package mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = position
    guard moveToQuoteOrEscape() else { return nil }
    if byte == UInt8(ascii: "\"") {
      advance()
      return text(start..<position - 1)
    }
    var output = copy(start..<position)
    while true {
      guard let current = byte else { return nil }
      if current == UInt8(ascii: "\"") {
        advance()
        return String(decoding: output, as: UTF8.self)
      }
      if current == UInt8(ascii: "\\") {
        advance()
        guard escape(into: &output) else { return nil }
      }
      let run = position
      guard moveToQuoteOrEscape() else { return nil }
      append(run..<position, to: &output)
    }
  }

  /// Moves over a string; false when it does not end.
  package mutating func skipString() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while moveToQuoteOrEscape() {
      let isQuote = byte == UInt8(ascii: "\"")
      advance()
      if isQuote { return true }
      guard byte != nil else { return false }
      advance()
    }
    return false
  }

  /// Decodes what follows a backslash (RFC 8259 §7).
  private mutating func escape(into output: inout [UInt8]) -> Bool {
    guard let kind = byte else { return false }
    advance()
    switch kind {
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(kind)
    case UInt8(ascii: "u"):
      guard var value = hexQuad() else { return false }
      if value & 0xFC00 == 0xD800 {
        let mark = position
        if takeSurrogatePrefix(), let low = hexQuad(), low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        } else {
          reset(to: mark)
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      output.append(contentsOf: Character(scalar).utf8)
    default: return false
    }
    return true
  }
}
