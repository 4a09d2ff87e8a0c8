public import Complaints
import Text

/// Makes a document of a plain text: a transcript, a saved page or a letter.
public struct TextReader: Sendable {
  /// A reader.
  public init() {}

  /// The one document of a text; what it is shows in its channel and its contents.
  ///
  /// - A transcript whose lines name their speakers: `call` or `chat`, turns.
  /// - A saved page, known by its furniture or a title without any letter form: `web`, text.
  /// - Anything else: `letter`, text.
  ///
  /// The text is kept letter by letter, with LF at its line ends. None for a text without letters.
  /// - Throws: nothing today; bytes that are no text are stopped by the sniffer.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    let decoded = DecodedText(decoding: item.bytes, label: nil)
    let text = TextReader.withPlainLineEnds(decoded.text)
    guard text.utf8.contains(where: { !$0.isASCIIWhiteSpace }) else { return [] }
    let lines = TextLines(text)
    var document: Document
    let content = Fingerprint(hashing: text.utf8).description
    if let talk = LabelledLines(lines) {
      var contents: [Content] = [.turns(talk.turns)]
      if talk.preamble.utf8.contains(where: { !$0.isASCIIWhiteSpace }) {
        contents.insert(.text(talk.preamble), at: 0)
      }
      document = Document(
        identity: Fingerprint(fields: ["transcript", content]), source: item.source,
        channel: talk.isChat ? .chat : .call, received: talk.started, contents: contents)
    } else if TextReader.looksLikeSavedPage(lines) {
      document = Document(
        identity: Fingerprint(fields: ["page", item.source.name]), source: item.source,
        channel: .web, title: TextReader.title(of: lines), contents: [.text(text)])
    } else {
      document = Document(
        identity: Fingerprint(fields: ["letter", content]), source: item.source,
        channel: .letter, title: TextReader.title(of: lines), contents: [.text(text)])
    }
    if document.received == nil { document.received = TextReader.date(in: lines) }
    if document.received == nil {
      document.received = item.outerDate
      if item.outerDate != nil { document.warnings.append("date: the file's own") }
    }
    if decoded.repairedByteCount > 0 {
      document.warnings.append("\(decoded.repairedByteCount) bytes repaired")
    }
    return [document]
  }

  /// The text with CRLF and CR turned into LF and without a byte order mark.
  private static func withPlainLineEnds(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        output.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The first line when it stands alone and is short; behind a line of categories the next.
  private static func title(of lines: TextLines) -> String? {
    guard let first = (0..<lines.count).first(where: { !lines.isBlank($0) }) else { return nil }
    guard let title = loneLine(lines, first) else { return nil }
    let words = title.split(separator: " ")
    let isCategories =
      title.contains(", ") && words.count <= 5 && words.allSatisfy { $0.first?.isUppercase == true }
    if isCategories, let next = (first + 1..<lines.count).first(where: { !lines.isBlank($0) }),
      let behind = loneLine(lines, next)
    {
      return behind
    }
    return title
  }

  private static func loneLine(_ lines: TextLines, _ index: Int) -> String? {
    guard index + 1 < lines.count, lines.isBlank(index + 1) else { return nil }
    let line = lines.trimmed(index)
    return line.utf8.count <= 160 && !LetterMarks.isSalutation(line) ? line : nil
  }

  /// A date the text itself gives: "Date: …" or a line that is a date, among its first lines.
  private static func date(in lines: TextLines) -> Timestamp? {
    var seen = 0
    for index in 0..<lines.count where !lines.isBlank(index) {
      seen += 1
      if seen > 25 { return nil }
      let line = lines.trimmed(index)
      guard line.utf8.count <= 60 else { continue }
      let lower = line.lowercased()
      for label in [
        "date:", "datum:", "date :", "fecha:", "data:", "dated:", "published:", "posted:",
      ]
      where lower.hasPrefix(label) {
        if let date = WrittenDate.timestamp(line.dropFirst(label.count)) { return date }
      }
      if LetterMarks.isDateLine(line) {
        return WrittenDate.timestamp(LetterMarks.dateWords(line))
      }
    }
    return nil
  }

  /// Whether a text is a saved page: page furniture, or a title over paragraphs without any form of
  /// a letter.
  static func looksLikeSavedPage(_ lines: TextLines) -> Bool {
    var first: String?
    var titleRepeats = false
    var paragraphCount = 0
    var hasLetterForm = false
    for index in 0..<lines.count where !lines.isBlank(index) {
      let line = lines.trimmed(index)
      if first == nil {
        first = line
      } else if line == first {
        titleRepeats = true
      }
      if line.utf8.count >= 120 { paragraphCount += 1 }
      guard line.utf8.count <= 160 else { continue }
      if PageMarks.isFurniture(line) { return true }
      if LetterMarks.isSalutation(line) || LetterMarks.isClosing(line) { hasLetterForm = true }
    }
    if hasLetterForm { return false }
    return titleRepeats || (title(of: lines) != nil && paragraphCount >= 3)
  }
}
