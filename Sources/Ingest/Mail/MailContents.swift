import Complaints
import Text

/// What of a mail is read as its words, what becomes a document of its own, and what is not read.
struct MailContents {
  /// What becomes a document of its own.
  enum Attachment {
    /// A mail in the same structure, by its root.
    case message(Int)
    /// A mail that was wrapped in a transfer encoding or a signature, and its depth.
    case wrapped([UInt8], depth: Int)
    /// A text.
    case text(Content, name: String?)
  }

  /// The words, in reading order.
  var contents: [Content] = []
  /// Every part that is no multipart.
  var parts: [PartReference] = []
  /// What becomes documents of their own, in order.
  var attachments: [Attachment] = []
  /// What was not read, for people.
  var warnings: [String] = []
  /// Whether a part is encrypted, and how.
  var isEncrypted = false
  var encryption = ""
  /// Media types of all parts, for telling machines' mails.
  var mediaTypes: Set<String> = []
  /// The charset of the first text, the first guess for raw header bytes (P24).
  var charset: String?

  let tree: MimeTree
  let root: Int
  /// Decoded texts by part, and the texts found inside them.
  var texts: [Int: String] = [:]

  init(tree: MimeTree, root: Int) {
    self.tree = tree
    self.root = root
  }

  var bytes: [UInt8] { tree.bytes }

  /// Goes through the structure; a mail whose parts hold no words is searched for words elsewhere.
  mutating func collect() {
    collect(root)
    if contents.isEmpty, attachments.count == 1, case .text(let content, nil) = attachments[0] {
      contents = [content]
      attachments = []
    }
    guard contents.isEmpty, attachments.isEmpty, !isEncrypted else { return }
    let part = tree.parts[root]
    if let stray = part.stray, !MailText.isNotice(bytes[stray]) { addStray(stray) }
    if part.kind == .leaf, part.isOfUnknownType { addUnknown(root) }
  }

  /// Goes through a part and what is inside it; no deeper than `Limits.mailDepth`.
  mutating func collect(_ index: Int) {
    let part = tree.parts[index]
    mediaTypes.insert(part.type.mediaType)
    switch part.kind {
    case .message:
      if let inner = part.children.first { attachments.append(.message(inner)) }
      list(index, isRead: true)
    case .leaf: collectLeaf(index)
    case .multipart: collectMultipart(index)
    }
    if let epilogue = part.epilogue { addStray(epilogue) }
  }

  private mutating func collectMultipart(_ index: Int) {
    let part = tree.parts[index]
    switch part.type.subtype {
    case "alternative" where part.children.count > 1:
      let chosen = chosenAlternatives(of: part.children)
      for child in part.children {
        if chosen.contains(child) { collect(child) } else { collectOnlyAttachments(child) }
      }
    case "related":
      let chosen = chosenRelated(of: part)
      for child in part.children {
        if chosen.contains(child) { collect(child) } else { collectOnlyAttachments(child) }
      }
    case "encrypted":
      note(encryption: "multipart/encrypted")
      for child in part.children { list(child, isRead: false) }
    default:
      for child in part.children { collect(child) }
    }
    if let stray = part.stray, let first = part.children.first,
      stray.lowerBound > tree.parts[first].body.lowerBound
    {
      addStray(stray)
    }
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
    if part.isMail(name: name) {
      let raw = Array(bytes[part.body])
      var inner = part.transfer.decoded(raw).bytes
      if !MboxSplitter.looksLikeMail(inner), MboxSplitter.looksLikeMail(raw) { inner = raw }
      if part.type.isMail || MboxSplitter.looksLikeMail(inner) {
        attachments.append(.wrapped(inner, depth: part.depth + 1))
        return list(index, isRead: true)
      }
    }
    if part.type.mediaType == "text/rfc822-headers", holdsWords(part) {
      // A returned mail that is called its header only, and is all there.
      attachments.append(
        .wrapped(part.transfer.decoded(Array(bytes[part.body])).bytes, depth: part.depth + 1))
      return list(index, isRead: true)
    }
    if part.isCryptographic(name: name) {
      let body = part.transfer.decoded(Array(bytes[part.body])).bytes
      if let inner = SignedData.content(of: body) {
        attachments.append(.wrapped(inner, depth: part.depth + 1))
        return list(index, isRead: true)
      }
      list(index, isRead: false)
      if SignedData.isSigned(body) { return }
      return part.isEncrypted
        ? note(encryption: part.type.mediaType) : warn(index, name: name)
    }
    if part.type.mediaType == "application/pgp-encrypted" {
      note(encryption: part.type.mediaType)
      return list(index, isRead: false)
    }
    guard part.isReadable(name: name) else {
      list(index, isRead: false)
      return warn(index, name: name)
    }
    addText(index, name: name, isFile: isAttachment || (name != nil && !contents.isEmpty))
  }

  /// Goes through a part that is not read itself: mails and named texts in it are still documents.
  private mutating func collectOnlyAttachments(_ index: Int) {
    let part = tree.parts[index]
    mediaTypes.insert(part.type.mediaType)
    switch part.kind {
    case .message: collect(index)
    case .multipart: for child in part.children { collectOnlyAttachments(child) }
    case .leaf:
      if disposition(index).isAttachment { collectLeaf(index) } else { list(index, isRead: false) }
    }
  }
}
