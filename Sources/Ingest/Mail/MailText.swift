import Text

/// The text of a part as it goes into a document.
enum MailText {
  /// Line ends as LF; nothing else is altered.
  static func normalised(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
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
    let head = Array(text.utf8.prefix(256)).trimmed.lowercasedASCII
    return head.starts(with: "<html".utf8) || head.starts(with: "<!doctype html".utf8)
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

  /// The charset that a page names in its first kibibyte; nil when it names none.
  static func pageCharset(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(1_024)).lowercasedASCII
    let key = Array("charset=".utf8)
    guard head.count > key.count else { return nil }
    for start in 0..<head.count - key.count where head[start] == key[0] {
      guard head[start..<start + key.count].elementsEqual(key) else { continue }
      let label = head[(start + key.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        .prefix { $0.isASCIILetter || $0.isASCIIDigit || "-_:.".utf8.contains($0) }
      return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
    return nil
  }
}
