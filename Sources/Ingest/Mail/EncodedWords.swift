import Text

/// Header text: RFC 2047 encoded words and raw bytes made into Unicode.
enum EncodedWords {
  private struct Word {
    var charset: String
    var bytes: [UInt8]
    var end: Int
  }

  /// Decodes a header value.
  ///
  /// The bytes of adjacent words of one charset are joined before they are decoded, since programs
  /// cut characters in two (P18). Raw bytes are UTF-8 where valid, else `charset`, else guessed.
  static func decoded(_ raw: [UInt8], charset: String?) -> String {
    guard !raw.isPlainASCII || raw.contains(UInt8(ascii: "=")) else {
      return String(decoding: raw, as: UTF8.self)
    }
    var output = ""
    var plain: [UInt8] = []
    var pending: Word?
    var index = 0
    func flush() {
      if let word = pending {
        output += DecodedText(decoding: word.bytes, label: word.charset).text
        pending = nil
      }
      if !plain.isEmpty {
        output += text(plain, charset: charset)
        plain = []
      }
    }
    while index < raw.count {
      if raw[index] == UInt8(ascii: "="), let word = word(in: raw, at: index) {
        if let last = pending, plain.allSatisfy(\.isASCIIWhiteSpace) {
          plain = []
          if last.charset == word.charset {
            pending = Word(charset: last.charset, bytes: last.bytes + word.bytes, end: word.end)
          } else {
            flush()
            pending = word
          }
        } else {
          flush()
          pending = word
        }
        index = word.end
        continue
      }
      plain.append(raw[index])
      index += 1
    }
    flush()
    return withoutControls(output)
  }

  private static func text(_ bytes: [UInt8], charset: String?) -> String {
    if bytes.isPlainASCII { return String(decoding: bytes, as: UTF8.self) }
    let isUTF8 = bytes.isValidUTF8 || charset.flatMap { Charset(label: $0)?.name } == "utf-8"
    return DecodedText(decoding: bytes, label: isUTF8 ? nil : charset).text
  }

  /// Line breaks that were smuggled in as encoded words become spaces, NUL becomes U+FFFD.
  private static func withoutControls(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else { return text }
    let bytes = text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    return bytes.contains(0)
      ? DecodedText(decoding: bytes, label: "utf-8").text : String(decoding: bytes, as: UTF8.self)
  }

  /// The encoded word at `start`; white space inside its text is tolerated.
  private static func word(in raw: [UInt8], at start: Int) -> Word? {
    guard start + 6 < raw.count, raw[start + 1] == UInt8(ascii: "?") else { return nil }
    let limit = min(raw.count, start + 128)
    guard let mark = raw.firstIndex(of: UInt8(ascii: "?"), in: start + 2..<limit),
      mark + 2 < raw.count, raw[mark + 2] == UInt8(ascii: "?")
    else { return nil }
    let name = raw[start + 2..<mark].prefix { $0 != UInt8(ascii: "*") }
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let encoding = raw[mark + 1].lowercasedASCII
    guard encoding == UInt8(ascii: "q") || encoding == UInt8(ascii: "b") else { return nil }
    var end = mark + 3
    let stop = min(raw.count, start + 4_096)
    while end < stop {
      if raw[end] == UInt8(ascii: "?"), end + 1 < raw.count, raw[end + 1] == UInt8(ascii: "=") {
        break
      }
      if encoding == UInt8(ascii: "b"), raw[end] == UInt8(ascii: "?") { return nil }
      end += 1
    }
    guard end + 1 < raw.count, end < stop else { return nil }
    let text = Array(raw[mark + 3..<end])
    return Word(
      charset: String(decoding: name.lowercasedASCII, as: UTF8.self),
      bytes: encoding == UInt8(ascii: "b")
        ? TransferEncoding.base64(text).bytes : quoted(text), end: end + 2)
  }

  /// The Q encoding (RFC 2047 §4.2).
  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "="), index + 2 < text.count,
        let high = TransferEncoding.hexValue(text[index + 1]),
        let low = TransferEncoding.hexValue(text[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
        index += 1
      }
    }
    return output
  }
}
