import Complaints
import Text

/// What the header of a mail says.
struct MailFacts {
  private let tree: MimeTree
  private let root: MimePart
  private let charset: String?

  init(tree: MimeTree, root: Int, contents: MailContents) {
    self.tree = tree
    self.root = tree.parts[root]
    charset = contents.charset
  }

  /// Where the mail stands in the bytes of its structure.
  var range: Range<Int> {
    root.header.start..<max(root.header.start, root.epilogue?.upperBound ?? root.body.upperBound)
  }

  /// The document, without its words.
  func document(source: SourceReference, outerDate: Timestamp?) -> Document {
    let messageID = identifiers(.messageID).first
    var document = Document(
      identity: MailFacts.identity(
        messageID, root.header, in: tree.bytes, to: range.upperBound),
      source: source, channel: .mail, received: received(outerDate), title: subject,
      authors: authors, contents: [])
    document.recipients = [HeaderName.to, .cc, .bcc].flatMap(parties)
    document.messageID = messageID
    document.references = references(without: messageID)
    if root.header.isMalformed { document.warnings.append("malformed header") }
    return document
  }

  /// What a mail is known by, wherever it is exported to: its Message-ID and its body up to `end`.
  static func identity(
    _ messageID: String?, _ header: HeaderBlock, in bytes: [UInt8], to end: Int
  ) -> Fingerprint {
    let body = Swift.min(header.bodyStart, end)..<end
    return Fingerprint(
      fields: ["mail", messageID ?? "", bodyFingerprint(bytes, in: body).description])
  }

  /// A fingerprint of a body that line ends and what stands after the last word do not change.
  static func bodyFingerprint(_ bytes: [UInt8], in body: Range<Int>) -> Fingerprint {
    var end = body.upperBound
    while end > body.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let kept = body.lowerBound..<end
    guard bytes.firstIndex(of: 0x0D, in: kept) != nil else {
      return Fingerprint(hashing: bytes[kept])
    }
    var unified: [UInt8] = []
    unified.reserveCapacity(kept.count)
    for index in kept {
      if bytes[index] == 0x0D, index + 1 < end, bytes[index + 1] == 0x0A { continue }
      unified.append(bytes[index] == 0x0D ? 0x0A : bytes[index])
    }
    return Fingerprint(hashing: unified)
  }

  private var subject: String? {
    let text = root.header.value(.subject, in: tree.bytes)
      .map { EncodedWords.decoded($0, charset: charset) }
    return text?.isEmpty == false ? text : nil
  }

  /// The mailboxes of all fields of a name.
  func parties(_ name: HeaderName) -> [Party] {
    root.header.values(name, in: tree.bytes).flatMap { AddressList($0, charset: charset).parties }
  }

  private var authors: [Party] {
    for name in [HeaderName.from, .sender, .replyTo, .returnPath, .envelopeSender] {
      let found = parties(name)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Date, else the last Received, else what stands outside the mail (P35). A date before 1980 or
  /// more than two days after the delivery is not believed.
  private func received(_ outerDate: Timestamp?) -> Timestamp? {
    let delivery = root.header.value(.received, in: tree.bytes).flatMap { value in
      value.lastIndex(of: UInt8(ascii: ";")).flatMap { MailDate.timestamp(value[($0 + 1)...]) }
    }
    let latest = (delivery ?? outerDate).map { $0.seconds + 2 * 86_400 }
    for name in [HeaderName.date, .resentDate, .deliveryDate] {
      for value in root.header.values(name, in: tree.bytes) {
        if let date = MailDate.timestamp(value), date.seconds > 315_532_800,
          latest.map({ date.seconds <= $0 }) ?? true
        {
          return date
        }
      }
    }
    return delivery ?? outerDate
  }

  /// The ids between angle brackets of all fields of a name; a lone word without brackets too.
  private func identifiers(_ name: HeaderName) -> [String] {
    MailFacts.identifiers(name, root.header, in: tree.bytes)
  }

  /// As `identifiers(_:)`, of any header.
  static func identifiers(
    _ name: HeaderName, _ header: HeaderBlock, in bytes: [UInt8]
  ) -> [String] {
    header.values(name, in: bytes).flatMap { value in
      var found: [String] = []
      var position = 0
      while let open = value.firstIndex(of: UInt8(ascii: "<"), in: position..<value.count),
        let close = value.firstIndex(of: UInt8(ascii: ">"), in: open..<value.count)
      {
        let id = value[(open + 1)..<close].filter { !$0.isASCIIWhiteSpace }
        if !id.isEmpty { found.append(DecodedText(decoding: Array(id), label: nil).text) }
        position = close + 1
        if found.count == 1_000 { break }
      }
      if found.isEmpty, name == .messageID {
        let bare = value.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }.trimmed
        if !bare.isEmpty { found = [DecodedText(decoding: bare, label: nil).text] }
      }
      return found
    }
  }

  private func references(without own: String?) -> [String] {
    var seen: Set<String> = []
    return (identifiers(.references) + identifiers(.inReplyTo)).filter {
      $0 != own && seen.insert($0).inserted
    }
  }
}
