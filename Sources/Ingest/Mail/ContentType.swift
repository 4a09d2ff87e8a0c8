import Text

/// What a part is: the Content-Type among those given that says most.
struct ContentType {
  /// "text/plain", in lower case.
  var mediaType: String
  /// The boundary of a multipart; nil when none is given.
  var boundary: [UInt8]?
  /// The value the type came from.
  var value: ParameterisedValue?

  /// Before the slash.
  var type: Substring { Substring(mediaType.utf8.prefix { $0 != UInt8(ascii: "/") }) }
  /// Behind the slash.
  var subtype: Substring { mediaType.dropFirst(type.utf8.count + 1) }

  /// Whether a part of this type is a mail, or the first piece of one (RFC 2046 §5.2).
  var isMail: Bool {
    switch mediaType {
    case "message/rfc822", "message/global", "message/news": return true
    case "message/partial": return value?.text("number").map { $0 == "1" } ?? true
    default: return false
    }
  }

  /// Whether this is an S/MIME body: what is inside tells whether it is signed or encrypted.
  var isCryptographic: Bool {
    mediaType == "application/pkcs7-mime" || mediaType == "application/x-pkcs7-mime"
  }

  /// Chooses among the raw values of a part's Content-Type fields; a multipart with a boundary
  /// first (P25), else the first that names a type.
  init(fields: [[UInt8]], fallback: String = "text/plain") {
    mediaType = fallback
    let values = fields.prefix(8).map(ParameterisedValue.init)
    let multipart = values.first {
      $0.value.hasPrefix("multipart/") && $0["boundary"]?.isEmpty == false
    }
    guard let chosen = multipart ?? values.first(where: { !$0.value.isEmpty }) ?? values.first
    else { return }
    value = chosen
    mediaType = ContentType.normalised(chosen.value, fallback: fallback)
    boundary = chosen["boundary"]
    if type == "multipart", let raw = boundary {
      boundary = Array(raw.reversed().drop { $0.isASCIIWhiteSpace }.reversed())
    }
  }

  /// A media type out of what stands for one: "text", "html", "plain/text", "TEXT/PLAIN/x".
  private static func normalised(_ value: String, fallback: String) -> String {
    switch value {
    case "text/plain", "text/html", "multipart/alternative", "multipart/mixed": return value
    default: break
    }
    let parts = value.split(separator: "/", omittingEmptySubsequences: true)
    switch (parts.first, parts.dropFirst().first) {
    case (nil, _): return fallback
    case ("text", nil), ("plain", _), ("txt", nil), ("us-ascii", nil): return "text/plain"
    case ("html", _): return "text/html"
    case ("multipart", nil): return "multipart/mixed"
    case ("message", nil): return "message/rfc822"
    case (let type?, nil):
      return value.contains("/") ? "\(type)/octet-stream" : fallback
    case (let type?, let subtype?): return "\(type)/\(subtype)"
    }
  }
}
