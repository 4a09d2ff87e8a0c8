import Complaints
import Text

/// Makes documents of a mail and of what is inside it.
struct MailBuilder {
  /// The documents so far, parents before children.
  private(set) var documents: [Document] = []
  /// How many parts all structures read so far have.
  var partCount = 0
  private let source: SourceReference
  private let outerDate: Timestamp?
  /// Where the bytes of the outer mail start in the file; nil when they were altered.
  var origin: Int?

  init(source: SourceReference, outerDate: Timestamp?, origin: Int?) {
    self.source = source
    self.outerDate = outerDate
    self.origin = origin
  }

  /// A text without any header: everything is body.
  func headless(_ bytes: [UInt8]) -> Document {
    let text = MailText.normalised(DecodedText(decoding: bytes, label: nil).text)
    var document = Document(
      identity: Fingerprint(
        fields: ["mail", "", MailFacts.bodyFingerprint(bytes, in: bytes.indices).description]),
      source: source, channel: .mail, received: outerDate, contents: [.text(text)])
    document.warnings = ["no header"]
    return document
  }

  /// Adds a mail and everything inside it.
  ///
  /// - Parameters:
  ///   - tree: the structure that holds it.
  ///   - root: its node.
  ///   - children: its place below the outermost mail.
  ///   - parent: the mail around it.
  mutating func add(_ tree: MimeTree, root: Int, children: [Int], parent: Document?)
    throws(Rejection)
  {
    var contents = MailContents(tree: tree, root: root)
    contents.collect()
    if contents.isEncrypted, contents.contents.isEmpty, contents.attachments.isEmpty, parent == nil
    {
      throw Rejection(.encrypted, contents.encryption)
    }
    let facts = MailFacts(tree: tree, root: root, contents: contents)
    var place = source
    place.children = children
    if let origin, tree.parts[0].depth == 0 {
      let range = facts.range
      place.range = origin + range.lowerBound..<origin + range.upperBound
    }
    if children.isEmpty { place.range = source.range }
    var document = facts.document(source: place, outerDate: parent?.received ?? outerDate)
    document.contents = contents.contents
    document.parts = contents.parts
    document.warnings += contents.warnings
    if contents.isEncrypted { document.warnings.append("not read: encrypted part") }
    if document.authors.isEmpty, let parent { document.authors = parent.authors }
    MailClassifier(tree: tree, root: root, contents: contents).classify(&document)
    documents.append(document)
    for (index, attachment) in contents.attachments.enumerated() {
      try add(attachment, of: document, in: tree, children: children + [index + 1])
    }
  }

  private mutating func add(
    _ attachment: MailContents.Attachment, of parent: Document, in tree: MimeTree, children: [Int]
  ) throws(Rejection) {
    switch attachment {
    case .message(let root):
      try add(tree, root: root, children: children, parent: parent)
    case .wrapped(let bytes, let depth):
      let budget = Limits.mailPartCount - partCount
      let inner = try MimeTree(
        bytes: bytes, from: MboxSplitter.firstTextIndex(bytes), depth: depth, budget: budget)
      partCount += inner.parts.count
      try add(inner, root: 0, children: children, parent: parent)
    case .text(let content, let name):
      documents.append(letter(content, name: name, of: parent, children: children))
    }
  }

  /// A text that came with a mail: written and received by whoever wrote and received the mail.
  private func letter(_ content: Content, name: String?, of parent: Document, children: [Int])
    -> Document
  {
    var place = parent.source
    place.children = children
    let words =
      switch content {
      case .text(let text): text
      case .layout(let layout): LayoutText(layout).text
      case .turns: ""
      }
    var document = Document(
      identity: Fingerprint(fields: ["attachment", parent.identity.description, words]),
      source: place, channel: .letter, documentClass: parent.documentClass,
      received: parent.received, title: name ?? parent.title, authors: parent.authors,
      contents: [.text(words)])
    document.recipients = parent.recipients
    document.references = parent.messageID.map { [$0] } ?? []
    return document
  }
}
