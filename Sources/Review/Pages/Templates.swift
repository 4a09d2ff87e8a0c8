import Mustache

/// The templates as they lie embedded in the program.
enum Templates {
  /// All templates by their names, checked.
  ///
  /// - Throws: the parser's error where one is damaged.
  static func library() throws -> MustacheLibrary {
    MustacheContentTypes.register(EscapedBytes(), named: "BYTES")
    var library = MustacheLibrary()
    for (name, bytes) in texts {
      let text = String(decoding: bytes, as: UTF8.self)
      try library.register("{{% CONTENT_TYPE: BYTES}}" + text, named: name)
    }
    return library
  }

  private static var texts: [String: [UInt8]] {
    [
      "page": PackageResources.page_mustache,
      "keys": PackageResources.keys_mustache,
      "queue": PackageResources.queue_mustache,
      "case": PackageResources.case_mustache,
      "tag": PackageResources.tag_mustache,
      "complaints": PackageResources.complaints_mustache,
      "chart": PackageResources.chart_mustache,
      "problems": PackageResources.problems_mustache,
      "problem": PackageResources.problem_mustache,
      "backlog": PackageResources.backlog_mustache,
      "items": PackageResources.items_mustache,
      "item": PackageResources.item_mustache,
      "digests": PackageResources.digests_mustache,
      "digest": PackageResources.digest_mustache,
      "login": PackageResources.login_mustache,
      "message": PackageResources.message_mustache,
    ]
  }
}

/// Escapes byte by byte. Mustache's own escaping goes by whole characters and so lets a quotation
/// mark through that carries a combining accent, which ends an attribute all the same.
private struct EscapedBytes: MustacheContentType {
  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}

/// Text as it must stand in HTML, between tags and in quoted attributes alike.
enum HTMLText {
  /// Replaces `& < > " '`; a carriage return is written as a reference, because readers of HTML
  /// would drop it and byte offsets would shift.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case UInt8(ascii: "\r"): bytes += "&#13;".utf8
      case 0: bytes += "\u{2400}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
