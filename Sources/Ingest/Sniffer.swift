import Text

/// What a source file holds, told from its first bytes.
public enum SourceKind: Equatable, Sendable {
  /// A mailbox of several messages.
  case mbox
  /// A table, one document a row.
  case table
  /// One document.
  case single(Form)
  /// A feed or the export of a blog, one document an entry.
  case feed
  /// A message file of Apple Mail: its length, the message, a property list.
  case emlx
  /// A zip, tar or compressed file, whose members are read one by one.
  case archive
  /// Nothing, or nothing but white space.
  case empty
  /// Bytes that are no text of any kind we read.
  case unrecognised
}

/// Tells what a file holds by its content; its name only breaks ties.
public enum Sniffer {
  /// How many bytes of a file are looked at.
  public static let headByteCount = 64 << 10

  /// What a file holds that starts with `head` (up to `headByteCount` bytes) and has that name.
  ///
  /// `columns` are the names by which a table is recognised. Linear in the head.
  public static func kind(
    of head: [UInt8], name: String, columns: ColumnMap = ColumnMap()
  ) -> SourceKind {
    guard head.contains(where: { !$0.isASCIIWhiteSpace }) else { return .empty }
    if ArchiveReader.looksLikeArchive(head) { return .archive }
    if MboxSplitter.looksLikeMbox(head) { return .mbox }
    guard !isBinary(head) else { return .unrecognised }
    let bytes = isWide(head) ? Array(DecodedText(decoding: head, label: nil).text.utf8) : head
    if CueReader.looksLikeCues(bytes) { return .single(.cues) }
    if TranscriptJSON.looksLikeTranscriptJSON(bytes) { return .single(.transcriptJSON) }
    if PageReader.looksLikeHTML(bytes) { return .single(.page) }
    if FeedHead.looksLikeFeed(bytes) { return .feed }
    if EmlxSplitter.messageRange(head: head, fileByteCount: .max) != nil { return .emlx }
    if MboxSplitter.looksLikeMail(bytes) { return .single(.mail) }
    if looksLikeTable(bytes, name: name, columns: columns) { return .table }
    return isOtherFormat(bytes) ? .unrecognised : .single(.text)
  }

  /// Whether bytes start like a CSV, TSV or JSON Lines table.
  public static func looksLikeTable(
    _ head: [UInt8], name: String = "", columns: ColumnMap = ColumnMap()
  ) -> Bool {
    TableFormat(head: head, name: name, columns: columns) != nil
  }

  /// Whether bytes are JSON or XML of no form that is read: nothing to take for a letter.
  private static func isOtherFormat(_ bytes: [UInt8]) -> Bool {
    let text = bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
      .drop { $0.isASCIIWhiteSpace }
    guard let first = text.first else { return false }
    if text.starts(with: "<?xml".utf8) { return true }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    let next = text.dropFirst().first { !$0.isASCIIWhiteSpace }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "{")
  }

  /// Whether bytes begin with the byte order mark of UTF-16.
  static func isWide(_ head: [UInt8]) -> Bool { TableBytes.wideOrder(of: head) != nil }

  /// Whether bytes are no text: NUL or other control characters where text has none.
  static func isBinary(_ head: [UInt8]) -> Bool {
    if isWide(head) {
      let text = DecodedText(decoding: head, label: nil).text.unicodeScalars
      let strange = text.filter { scalar in
        let value = scalar.value
        let isControl = value < 0x20 && value != 0x0A && value != 0x0D && value != 0x09
        return isControl || value == 0xFFFD || (0xE000..<0xF900).contains(value)
      }
      return strange.count * 50 > text.count
    }
    let magics: [[UInt8]] = [
      Array("%PDF-".utf8), [0xD0, 0xCF, 0x11, 0xE0], Array("Rar!".utf8),
      Array("!BDN".utf8), Array("SQLite format 3".utf8), Array("{\\rtf".utf8),
    ]
    if magics.contains(where: { head.starts(with: $0) }) { return true }
    var controlCount = 0
    var letterCount = 0
    var highLetterCount = 0
    for byte in head {
      if byte.isASCIILetter || (byte.isASCIIWhiteSpace && byte != 0) {
        letterCount += 1
      } else if byte < 0x20 ? byte != 0x1B : byte == 0x7F {
        controlCount += 1
      } else if byte >= 0xC0 {
        highLetterCount += 1
      }
    }
    if controlCount * 100 > head.count { return true }
    if isUTF8Text(head) { return false }
    if head.count >= 256 { return controlCount * 400 > head.count }
    // Too short to go by control characters alone: old charsets have letters there, noise has not.
    let isLatin = letterCount * 2 >= head.count
    let isOther = head.count >= 24 && (letterCount + highLetterCount) * 20 >= head.count * 17
    return !isLatin && !isOther
  }

  /// Whether the head is valid UTF-8, a sequence that the end cuts in two aside.
  private static func isUTF8Text(_ head: [UInt8]) -> Bool {
    (0...3).contains { head.count >= $0 && Array(head.dropLast($0)).isValidUTF8 }
  }
}
