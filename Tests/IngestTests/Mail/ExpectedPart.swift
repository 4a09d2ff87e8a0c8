import Foundation

/// A text part as the stalwart suite gives it, cut down to its words.
///
/// The suite writes down what one program makes of a mail. Where that is no word of anybody's, it
/// cannot be asked for: U+FFFD for bytes that program could not decode, uuencoded files as they
/// stand, and the boundary and header lines of parts whose multipart was never closed. Such places
/// are holes; every piece between them must be there, letter by letter and digit by digit.
struct ExpectedPart {
  /// Letters and digits without a hole between them.
  var pieces: [String]

  /// The text and HTML parts of a mail and of the mails inside it, attachments included.
  static func all(in json: Any) -> [ExpectedPart] {
    guard let parts = (json as? [String: Any])?["parts"] as? [[String: Any]] else { return [] }
    return parts.flatMap { part -> [ExpectedPart] in
      guard let body = part["body"] as? [String: Any] else { return [] }
      if let inner = body["Message"] { return all(in: inner) }
      if let text = body["Text"] as? String { return [ExpectedPart(text, isPage: false)] }
      if let page = body["Html"] as? String { return [ExpectedPart(page, isPage: true)] }
      return []
    }
  }

  private init(_ text: String, isPage: Bool) {
    pieces = ExpectedPart.stretches(text, isPage: isPage).flatMap { stretch, isPage in
      (isPage ? ExpectedPart.visible(stretch) : stretch).split(separator: "\u{FFFD}")
        .map { ExpectedPart.letters(String($0)) }
    }
    .filter { !$0.isEmpty }
  }

  /// The letters and digits of a text.
  static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// The stretches between files and lines of structure, with whether they are HTML.
  private static func stretches(_ text: String, isPage: Bool) -> [(String, Bool)] {
    enum Place { case words, header, file }
    var stretches = [("", isPage)]
    var boundaries: Set<Substring> = []
    var place = Place.words
    var isMail = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].lowercased() : ""
      switch place {
      case .file: if line == "end" { place = .words }
      case .header:
        if line.lowercased().hasPrefix("content-type: text/html") {
          stretches[stretches.count - 1].1 = true
        }
        if line.lowercased().hasPrefix("content-type: message/") { isMail = true }
        if line.isEmpty, !isMail { place = .words }
        if line.isEmpty { isMail = false }
      case .words:
        if line.hasPrefix("--"), next.hasPrefix("content-") || boundaries.contains(line) {
          boundaries.insert(line)
          stretches.append(("", false))
          if next.hasPrefix("content-") { place = .header }
        } else if line.hasPrefix("begin 6") {
          stretches.append(("", isPage))
          place = .file
        } else {
          stretches[stretches.count - 1].0 += line + "\n"
        }
      }
    }
    return stretches
  }

  /// HTML without its tags; character references are holes.
  private static func visible(_ page: String) -> String {
    var text = page
    for pattern in [
      "(?is)<!--.*?-->|<(style|script|title)\\b.*?</\\1>|<![^>]*>|</?[a-z][a-z0-9]*(\\s[^>]*)?/?>",
      "&#?[a-zA-Z0-9]+;?",
    ] {
      text = text.replacingOccurrences(
        of: pattern, with: pattern.hasPrefix("&") ? "\u{FFFD}" : " ", options: .regularExpression)
    }
    return text
  }
}
