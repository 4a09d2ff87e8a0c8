import Complaints

/// What the mark-up of mail programs says of the blocks of a mail.
struct LayoutZones {
  private let layout: Layout
  /// The first block of a reply that a mail program sets off with an empty element, if any.
  private let replyStart: Int?

  init(_ layout: Layout) {
    self.layout = layout
    replyStart = layout.blocks.indices.first { index in
      layout.isInside(layout.blocks[index].element) {
        $0.id.map { Self.plain($0) == "divrplyfwdmsg" } ?? false
      }
    }
  }

  /// What the mark-up calls a block.
  struct Zone {
    /// Quoted, signature or furniture.
    var kind: PassageKind
    /// How many quotes it stands in, one inside the other.
    var nesting = 0
  }

  /// Quoted, signature, hidden furniture; nil for what the author may have written.
  func zone(ofBlock index: Int) -> Zone? {
    let block = layout.blocks[index]
    if block.isHidden { return Zone(kind: .boilerplate) }
    var zone: Zone?
    _ = layout.ancestor(of: block.element) { element in
      guard let kind = LayoutZones.zone(of: element) else { return false }
      if zone == nil { zone = Zone(kind: kind) }
      if kind == .quoted { zone?.nesting += 1 }
      return false
    }
    if let replyStart, index >= replyStart {
      return Zone(kind: .quoted, nesting: (zone?.nesting ?? 0) + 1)
    }
    return zone
  }

  private static func zone(of element: Element) -> PassageKind? {
    if element.tag == "blockquote" { return .quoted }
    if let id = element.id.map(plain) {
      if quotedNames.contains(id) { return .quoted }
      if signatureNames.contains(id) { return .signature }
    }
    for name in element.classes.lazy.map(plain) {
      if quotedNames.contains(name) { return .quoted }
      if signatureNames.contains(name) { return .signature }
    }
    return nil
  }

  /// A name in lower case, without the "x_" that webmail puts before foreign names.
  private static func plain(_ name: String) -> String {
    var name = name.lowercased()[...]
    while name.hasPrefix("x_") { name = name.dropFirst(2) }
    return String(name)
  }

  private static let quotedNames: Set<String> = [
    "gmail_quote", "gmail_quote_container", "gmail_attr", "yahoo_quoted",
    "yahooquoted", "olk_src_body_section", "divrplyfwdmsg", "moz-cite-prefix",
    "moz-forward-container", "protonmail_quote", "zmail_extra", "isforwardcontent",
    "tutanota_quote", "mail-editor-reference-message-container", "reply-intro", "hmquote",
    "zimbraquote", "quoted", "wm_quote", "yiv_quote", "ox-quote", "outlookmessageheader",
    "front-blockquote", "mailquote", "replyforwardcontent",
  ]

  private static let signatureNames: Set<String> = [
    "gmail_signature", "gmail_signature_prefix", "moz-signature", "applemailsignature",
    "signature", "ms-outlook-mobile-signature", "protonmail_signature_block",
    "composer_signature", "mobile-signature", "divtagdefaultwrapper-signature",
    "linebreakatbeginningofsignature", "email-signature", "zmail_signature",
  ]
}
