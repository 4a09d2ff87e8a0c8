import Complaints
import Markup
import Text

/// What of a mail is read as its words, what becomes a document of its own, and what is not read.
struct MailContents {
  /// What becomes a document of its own.
  enum Attachment {
    /// A mail in the same structure, by its root.
    case message(Int)
    /// A mail that was wrapped in a transfer encoding, and its depth.
    case wrapped([UInt8], depth: Int)
    /// A text.
    case text(Content, name: String?)
  }

  /// The words, in reading order.
  private(set) var contents: [Content] = []
  /// Every part that is no multipart.
  private(set) var parts: [PartReference] = []
  /// What becomes documents of their own, in order.
  private(set) var attachments: [Attachment] = []
  /// What was not read, for people.
  private(set) var warnings: [String] = []
  /// Whether a part is encrypted, and how.
  private(set) var isEncrypted = false
  private(set) var encryption = ""
  /// Media types of all parts, for telling machines' mails.
  private(set) var mediaTypes: Set<String> = []
  /// The charset of the first text, the first guess for raw header bytes (P24).
  private(set) var charset: String?

  private let tree: MimeTree
  private let root: Int
  private var texts: [Int: String] = [:]

  init(tree: MimeTree, root: Int) {
    self.tree = tree
    self.root = root
  }

  /// Goes through the structure.
  mutating func collect() {
    collect(root)
    if contents.isEmpty, attachments.count == 1, case .text(let content, nil) = attachments[0] {
      contents = [content]
      attachments = []
    }
  }

  private var bytes: [UInt8] { tree.bytes }

  /// Goes through a part and what is inside it; no deeper than `Limits.mailDepth`.
  private mutating func collect(_ index: Int) {
    let part = tree.parts[index]
    mediaTypes.insert(part.type.mediaType)
    switch part.kind {
    case .message:
      if let inner = part.children.first { attachments.append(.message(inner)) }
      list(index, isRead: true)
    case .leaf: collectLeaf(index)
    case .multipart: collectMultipart(index)
    }
  }

  private mutating func collectMultipart(_ index: Int) {
    let part = tree.parts[index]
    if part.children.isEmpty { addStray(part.body) }
    switch part.type.subtype {
    case "alternative" where part.children.count > 1:
      let chosen = chosenAlternative(of: part.children)
      for child in part.children {
        if child == chosen { collect(child) } else { collectOnlyAttachments(child) }
      }
    case "related":
      let start = part.type.value?.parameters["start"]
      let main =
        part.children.first { start != nil && contentID($0) == start } ?? part.children.first
      for child in part.children {
        if child == main { collect(child) } else { collectOnlyAttachments(child) }
      }
    case "signed":
      for (position, child) in part.children.enumerated() {
        if position == 0 { collect(child) } else { collectOnlyAttachments(child) }
      }
    case "encrypted":
      note(encryption: "multipart/encrypted")
      for child in part.children { list(child, isRead: false) }
    default:
      for child in part.children { collect(child) }
    }
    if let epilogue = part.epilogue, epilogue.count <= 16 << 10 { addStray(epilogue) }
  }

  /// Adds text that stands outside the parts, as list servers append it (P28).
  private mutating func addStray(_ range: Range<Int>) {
    let raw = Array(bytes[range])
    guard raw.contains(where: { $0.isASCIILetter || $0 >= 0x80 }) else { return }
    let text = MailText.normalised(DecodedText(decoding: raw, label: charset).text)
    if !MailText.isBlank(text) { contents.append(.text(text)) }
  }

  // MARK: - Leaves

  private mutating func collectLeaf(_ index: Int) {
    let part = tree.parts[index]
    let (name, isAttachment) = disposition(index)
    let mediaType = part.type.mediaType
    if MailContents.isMail(mediaType, name: name, part: part) {
      let inner = part.transfer.decoded(Array(bytes[part.body])).bytes
      if mediaType.hasPrefix("message/") || MboxSplitter.looksLikeMail(inner) {
        attachments.append(.wrapped(inner, depth: part.depth + 1))
        return list(index, isRead: true)
      }
    }
    if MailContents.isEncrypted(part.type, name: name) {
      note(encryption: mediaType)
      return list(index, isRead: false)
    }
    guard MailContents.isReadable(mediaType, name: name) else {
      list(index, isRead: false)
      return warn(index, name: name)
    }
    let isFile = isAttachment || (name != nil && !contents.isEmpty)
    addText(index, name: name, isFile: isFile)
  }

  private mutating func addText(_ index: Int, name: String?, isFile: Bool) {
    let part = tree.parts[index]
    let text = decodedText(index)
    list(index, isRead: true)
    guard !MailText.isBlank(text) else { return }
    if charset == nil { charset = part.type.value?.text("charset") }
    if text.utf8.starts(with: "-----BEGIN PGP MESSAGE-----".utf8) {
      return note(encryption: "PGP message")
    }
    let isPage = part.type.mediaType == "text/html" || MailText.isPage(text)
    let content: Content = isPage ? .layout(LayoutBuilder.layout(of: text)) : .text(text)
    if isFile {
      attachments.append(.text(content, name: name))
    } else {
      contents.append(content)
    }
  }

  /// The text of a part; files inside it are taken out.
  private mutating func decodedText(_ index: Int) -> String {
    if let text = texts[index] { return text }
    let part = tree.parts[index]
    let output = part.transfer.decoded(Array(bytes[part.body]))
    var raw = output.bytes
    if part.type.mediaType != "text/html" { takeFiles(from: &raw) }
    if raw.isEmpty, !output.trailer.isEmpty { raw = output.trailer }
    var label = part.type.value?.text("charset")
    if label == nil, part.type.mediaType == "text/html" { label = MailText.pageCharset(raw) }
    var text = MailText.normalised(DecodedText(decoding: raw, label: label).text)
    if part.type.value?.text("format")?.lowercasedASCII == "flowed",
      part.type.mediaType == "text/plain"
    {
      let deletes = part.type.value?.text("delsp")?.lowercasedASCII == "yes"
      text = FlowedText.joined(text, deletesSpace: deletes)
    }
    if ["text/enriched", "text/richtext"].contains(part.type.mediaType) {
      text = MailText.fromEnriched(text)
    }
    if !output.trailer.isEmpty, raw != output.trailer {
      text += "\n" + MailText.normalised(DecodedText(decoding: output.trailer, label: label).text)
    }
    texts[index] = text
    return text
  }

  /// Takes uuencoded and yEnc blocks out of a text; texts among them are attachments.
  private mutating func takeFiles(from raw: inout [UInt8]) {
    let files = Uuencoded.files(in: raw)
    guard !files.isEmpty else { return }
    var output: [UInt8] = []
    var position = 0
    for file in files {
      output.append(contentsOf: raw[position..<file.range.lowerBound])
      position = file.range.upperBound
      if MailContents.isReadable("application/octet-stream", name: file.name),
        !file.bytes.isEmpty, !Sniffer.isBinary(Array(file.bytes.prefix(4_096)))
      {
        let text = MailText.normalised(DecodedText(decoding: file.bytes, label: nil).text)
        attachments.append(.text(.text(text), name: file.name))
      } else {
        warn("not read: \(file.name)")
      }
    }
    output.append(contentsOf: raw[position...])
    raw = output
  }

  /// Goes through a part that is not read itself: mails and named texts in it are still documents.
  private mutating func collectOnlyAttachments(_ index: Int) {
    let part = tree.parts[index]
    mediaTypes.insert(part.type.mediaType)
    switch part.kind {
    case .message: collect(index)
    case .multipart: for child in part.children { collectOnlyAttachments(child) }
    case .leaf:
      let (_, isAttachment) = disposition(index)
      if isAttachment { collectLeaf(index) } else { list(index, isRead: false) }
    }
  }

  // MARK: - Alternatives

  /// The alternative with the most to say: plain text, unless HTML has 1.3 times its letters (P37).
  private mutating func chosenAlternative(of children: [Int]) -> Int? {
    var plain: (index: Int, letters: Int)?
    var page: (index: Int, letters: Int)?
    for child in children {
      let (plainLetters, pageLetters) = letters(of: child)
      if pageLetters > 0, pageLetters > page?.letters ?? 0 { page = (child, pageLetters) }
      if pageLetters == 0, plainLetters > plain?.letters ?? 0 { plain = (child, plainLetters) }
    }
    switch (plain, page) {
    case (let plain?, let page?):
      return page.letters * 10 > plain.letters * 13 ? page.index : plain.index
    case (let only?, nil), (nil, let only?): return only.index
    case (nil, nil): return children.first { tree.parts[$0].kind != .leaf } ?? children.first
    }
  }

  private mutating func letters(of index: Int) -> (plain: Int, page: Int) {
    let part = tree.parts[index]
    if part.kind == .multipart {
      return part.children.reduce(into: (0, 0)) { sum, child in
        let inner = letters(of: child)
        sum = (sum.0 + inner.plain, sum.1 + inner.page)
      }
    }
    guard part.kind == .leaf, !disposition(index).isAttachment else { return (0, 0) }
    switch part.type.mediaType {
    case "text/html": return (0, LetterCount.ofPage(decodedText(index)))
    case "text/plain", "text/enriched", "text/richtext":
      return (LetterCount.ofText(decodedText(index)), 0)
    default: return (0, 0)
    }
  }

  // MARK: - Telling parts apart

  /// A part's file name and whether it is meant as an attachment.
  private func disposition(_ index: Int) -> (name: String?, isAttachment: Bool) {
    let part = tree.parts[index]
    let value = part.header.value("content-disposition", in: bytes).map(ParameterisedValue.init)
    let name = value?.text("filename") ?? part.type.value?.text("name")
    return (name, value?.value == "attachment")
  }

  private func contentID(_ index: Int) -> [UInt8]? {
    tree.parts[index].header.value("content-id", in: bytes)
  }

  private static func isMail(_ mediaType: String, name: String?, part: MimePart) -> Bool {
    if ["message/rfc822", "message/global", "message/news"].contains(mediaType) { return true }
    guard let name = name?.lowercasedASCII, name.hasSuffix(".eml") else { return false }
    return mediaType == "application/octet-stream" || mediaType.hasPrefix("text/")
  }

  private static func isEncrypted(_ type: ContentType, name: String?) -> Bool {
    guard type.mediaType == "application/pkcs7-mime" || type.mediaType == "application/x-pkcs7-mime"
    else { return type.mediaType == "application/pgp-encrypted" }
    let kind = type.value?.text("smime-type")?.lowercasedASCII
    return kind != "signed-data" && kind != "certs-only"
  }

  /// Whether a part's words are read: text, but no data in textual form.
  private static func isReadable(_ mediaType: String, name: String?) -> Bool {
    let ending = name.flatMap { $0.lowercasedASCII.split(separator: ".").last.map(String.init) }
    if mediaType == "application/octet-stream" {
      return ending.map { ["txt", "text", "md", "htm", "html"].contains($0) } ?? false
    }
    guard mediaType.hasPrefix("text/") else { return false }
    let data: Set<String> = [
      "csv", "tsv", "log", "json", "xml", "ics", "vcf", "css", "js", "sql", "rtf", "patch", "diff",
    ]
    if let ending, data.contains(ending) { return false }
    return ![
      "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/css",
      "text/rtf", "text/xml", "text/rfc822-headers", "text/javascript", "text/x-amp-html",
      "text/watch-html", "text/x-patch", "text/x-diff",
    ].contains(mediaType)
  }

  // MARK: - Remarks

  private mutating func note(encryption kind: String) {
    isEncrypted = true
    if encryption.isEmpty { encryption = kind }
  }

  private mutating func list(_ index: Int, isRead: Bool) {
    let part = tree.parts[index]
    let start = tree.parts[root].header.start
    let body = part.body.lowerBound - start..<part.body.upperBound - start
    parts.append(
      PartReference(
        mediaType: part.type.mediaType, name: disposition(index).name, range: body, isRead: isRead))
  }

  private mutating func warn(_ index: Int, name: String?) {
    let mediaType = tree.parts[index].type.mediaType
    let silent: Set<String> = [
      "message/delivery-status", "message/disposition-notification", "message/feedback-report",
      "text/rfc822-headers", "application/pgp-signature", "application/pkcs7-signature",
      "application/x-pkcs7-signature", "text/x-amp-html", "text/watch-html",
      "message/global-delivery-status",
    ]
    if !silent.contains(mediaType) { warn("not read: \(name ?? mediaType)") }
  }

  private mutating func warn(_ text: String) {
    if warnings.count < 50 { warnings.append(text) }
  }
}
