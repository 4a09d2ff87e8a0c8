import Complaints

extension TextPiece {
  /// The pieces as HTML. Every run of letters stands alone in an element with `data-at`, the byte
  /// offset of its first letter, so that a selection can be told in bytes; numbers stand outside.
  static func html(_ pieces: [TextPiece], rejected: Set<Int>) -> String {
    var html = ""
    var zone: String?
    for piece in pieces {
      if piece.zone != zone {
        if zone != nil { html += "</span>" }
        if let name = piece.zone {
          html += "<span class=\"zone \(name)\"><span class=\"hidden\">\(piece.zoneTitle)</span>"
        }
        zone = piece.zone
      }
      html += piece.html(rejected)
    }
    return html + (zone == nil ? "" : "</span>")
  }

  private func html(_ rejected: Set<Int>) -> String {
    let words = HTMLText.escaped(text)
    guard !numbers.isEmpty else { return "<span data-at=\"\(range.lowerBound)\">\(words)</span>" }
    let isRejected = numbers.allSatisfy(rejected.contains)
    let tags = numbers.map(String.init).joined(separator: " ")
    let links = endingNumbers.map {
      "<a href=\"#tag-\($0)\"><span class=\"hidden\">tag </span>\($0)</a>"
    }
    let mark =
      "<mark\(isRejected ? " class=\"rejected\"" : "") data-at=\"\(range.lowerBound)\""
      + " data-tags=\"\(tags)\">\(words)</mark>"
    return links.isEmpty ? mark : mark + "<sup>\(links.joined(separator: " "))</sup>"
  }

  /// What is dimmed or set apart; nil for the customer's own words.
  private var zone: String? {
    switch kind {
    case .quoted, .signature, .disclaimer, .boilerplate, .heading: kind?.rawValue
    case .turn, .body, .formField, nil: role == .staff || role == .bot ? "staff" : nil
    }
  }

  private var zoneTitle: String {
    switch kind {
    case .quoted: "Quoted: "
    case .signature: "Signature: "
    case .disclaimer: "Disclaimer: "
    case .boilerplate: "Boilerplate: "
    case .heading: "Heading: "
    case .turn, .body, .formField, nil: "Staff: "
    }
  }
}
