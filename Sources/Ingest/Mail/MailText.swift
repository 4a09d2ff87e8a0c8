import Text

/// The text of a part as it goes into a document.
enum MailText {
  /// Line ends as LF; nothing else is altered.
  static func normalised(_ text: String) -> String {
    guard text.contains(byte: 0x0D) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var isAfterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        output.append(0x0A)
      } else if byte != 0x0A || !isAfterReturn {
        output.append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a text is a page all the same, whatever its type says.
  static func isPage(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var start = 0
    while start < min(256, bytes.count), bytes[start].isASCIIWhiteSpace { start += 1 }
    let head = bytes.extracting(start..<max(start, min(256, bytes.count)))
    return head.startsInAnyCase(with: "<html") || head.startsInAnyCase(with: "<!doctype html")
  }

  /// Whether there is nothing to read.
  static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0.isASCIIWhiteSpace || $0 < 0x20 }
  }

  /// RFC 1896 text/enriched without its commands.
  static func fromEnriched(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
          output.append(bytes[index])
          index += 2
        } else if let end = bytes.firstIndex(
          of: UInt8(ascii: ">"), in: index..<min(bytes.count, index + 64))
        {
          index = end + 1
        } else {
          output.append(bytes[index])
          index += 1
        }
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a preamble is the one that programs write for programs which know no MIME.
  static func isNotice(_ preamble: ArraySlice<UInt8>) -> Bool {
    notices.occurs(in: String(decoding: preamble.prefix(1_024).lowercasedASCII, as: UTF8.self))
  }

  private static let notices = PhraseSet([
    "mime", "multipart", "multi-part", "mehrteilig", "multi-parties", "multiparte",
    "more than one part",
  ])

  /// Whether a charset label says nothing that bytes beyond ASCII could be read by.
  static func isWeak(_ label: String?) -> Bool {
    guard let label, Charset(label: label) != nil else { return true }
    return Charset.saysOnlyASCII(label)
  }

  /// Whether a text that is called a page has any mark-up; without it, it is plain text, whose
  /// lines and "<" must stand (P48).
  static func hasMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var position = 0
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), in: position..<bytes.count) {
      position = open + 1
      var name: [UInt8] = []
      var index = position
      if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
      if index < bytes.count, bytes[index] == UInt8(ascii: "!") { return true }
      while index < bytes.count, name.count < 12,
        bytes[index].isASCIILetter || bytes[index].isASCIIDigit
      {
        name.append(bytes[index].lowercasedASCII)
        index += 1
      }
      let isEnded =
        index == bytes.count || bytes[index].isASCIIWhiteSpace
        || bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
      if isEnded, tags.contains(String(decoding: name, as: UTF8.self)) { return true }
    }
    return false
  }

  private static let tags: Set<String> = [
    "html", "head", "body", "title", "meta", "style", "p", "br", "div", "span", "font", "table",
    "tr", "td", "th", "tbody", "b", "i", "u", "em", "strong", "a", "img", "ul", "ol", "li", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote", "center", "script", "tt", "code",
    "small", "big", "sup", "sub", "dl", "dt", "dd", "address", "form", "input", "article",
    "section", "header", "footer", "main", "nav", "label", "s", "strike", "link", "base",
  ]
}
