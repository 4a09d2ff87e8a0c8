import Text

/// What is done with a part, told from its type and its file's name.
extension MimePart {
  /// Whether a part is a mail: by its type, or a file that is named like one.
  func isMail(name: String?) -> Bool {
    if type.isMail { return true }
    guard let name = name?.lowercasedASCII, name.hasSuffix(".eml") else { return false }
    return type.mediaType == "application/octet-stream" || type.type == "text"
  }

  /// Whether a part is an S/MIME body, also where a gateway lost its type.
  func isCryptographic(name: String?) -> Bool {
    type.isCryptographic
      || type.mediaType == "application/octet-stream"
        && name?.lowercasedASCII.hasSuffix(".p7m") == true
  }

  /// Whether an S/MIME body without a signed content is an encrypted one.
  var isEncrypted: Bool {
    let kind = type.value?.text("smime-type")?.lowercasedASCII
    return kind != "signed-data" && kind != "certs-only"
  }

  /// Whether a part's words are read: text, but no data in textual form.
  func isReadable(name: String?) -> Bool {
    if type.mediaType == "application/octet-stream" {
      return name.map(MimePart.isText(named:)) ?? false
    }
    if type.mediaType == "message/partial" { return true }
    guard type.type == "text" else { return false }
    if let name, MimePart.dataEndings.contains(MimePart.ending(of: name)) { return false }
    return !MimePart.dataTypes.contains(type.mediaType)
  }

  /// Whether a file of that name is read as text.
  static func isText(named name: String) -> Bool {
    ["txt", "text", "md", "htm", "html"].contains(ending(of: name))
  }

  /// Whether the type says nothing, or nothing that is known to be anything but text.
  var isOfUnknownType: Bool {
    let known: Set<Substring> = ["image", "audio", "video", "font", "model", "text", "message"]
    return type.mediaType == "application/octet-stream"
      || !known.contains(type.type) && type.type != "application"
  }

  /// Whether it needs no remark that the part is not read: it holds nothing for people.
  var isSilent: Bool {
    let silent: Set<String> = [
      "message/delivery-status", "message/disposition-notification", "message/feedback-report",
      "text/rfc822-headers", "application/pgp-signature", "application/pkcs7-signature",
      "application/x-pkcs7-signature", "text/x-amp-html", "text/watch-html",
      "message/global-delivery-status",
    ]
    return silent.contains(type.mediaType)
  }

  private static func ending(of name: String) -> String {
    String(name.lowercasedASCII.split(separator: ".").last ?? "")
  }

  private static let dataEndings: Set<String> = [
    "csv", "tsv", "log", "json", "xml", "ics", "vcf", "css", "js", "sql", "rtf", "patch", "diff",
  ]

  private static let dataTypes: Set<String> = [
    "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/css",
    "text/rtf", "text/xml", "text/rfc822-headers", "text/javascript", "text/x-amp-html",
    "text/watch-html", "text/x-patch", "text/x-diff",
  ]
}
