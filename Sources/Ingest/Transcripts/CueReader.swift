public import Complaints
import Text

/// Makes a conversation of a transcript whose every piece has its time: WebVTT, SubRip, or a chat as
/// messaging programs export it.
public struct CueReader: Sendable {
  /// A reader.
  public init() {}

  /// Whether bytes start like WebVTT, SubRip or a chat export.
  public static func looksLikeCues(_ head: [UInt8]) -> Bool {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = head[start...].prefix(512)
    if lines.starts(with: "WEBVTT".utf8) {
      let next = lines.dropFirst(6).first
      return next == nil || next.map(\.isASCIIWhiteSpace) == true
    }
    let first = lines.drop { $0.isASCIIWhiteSpace }.first
    if first.map(\.isASCIIDigit) == true,
      CueFile(String(decoding: head[start...].prefix(2_048), as: UTF8.self)) != nil
    {
      return true
    }
    // A chat's first line begins with a digit or a bracket, a direction mark perhaps before it.
    guard lines.drop(while: { !$0.isASCIIDigit && $0 != UInt8(ascii: "[") }).count + 8 > lines.count
    else { return false }
    return ChatExport.looksLikeChat(String(decoding: head[start...].prefix(16_384), as: UTF8.self))
  }

  /// The one call or chat of a transcript; none for a chat without words.
  ///
  /// Speakers are those of `<v Name>`, else of `Name:` before the words. Captions that repeat what
  /// the cue before them showed are kept once; cues of one speaker less than 1.5 s apart are one
  /// turn, joined by a space.
  /// - Throws: `unrecognised` when the bytes are no cues, `undecodable` never.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    let decoded = DecodedText(decoding: item.bytes, label: nil)
    guard let file = CueFile(decoded.text) else {
      guard let chat = ChatExport(decoded.text) else {
        throw Rejection(.unrecognised, "neither WebVTT nor SubRip nor a chat export")
      }
      return CueReader.documents(of: chat, decoded, item)
    }
    let content = Fingerprint(hashing: decoded.text.utf8).description
    var document = Document(
      identity: Fingerprint(fields: ["transcript", content]), source: item.source,
      channel: .call, contents: [.turns(CueReader.turns(of: file))])
    let header = file.headerText.drop { $0 == " " || $0 == "\t" || $0 == "-" }
    if header.contains(where: \.isLetter) { document.title = String(header) }
    for line in file.notes.joined(separator: "\n").split(separator: "\n")
    where document.received == nil {
      document.received = CueReader.date(in: line)
    }
    if document.received == nil { document.received = CueReader.date(in: header) }
    if document.received == nil {
      document.received = item.outerDate
      if item.outerDate != nil { document.warnings.append("date: the file's own") }
    }
    if file.unreadCount > 0 {
      document.warnings.append("not read: \(file.unreadCount) cues without valid times")
    }
    if decoded.repairedByteCount > 0 {
      document.warnings.append("\(decoded.repairedByteCount) bytes repaired")
    }
    return [document]
  }

  private static func documents(
    of chat: ChatExport, _ decoded: DecodedText, _ item: Item
  ) -> [Document] {
    guard !chat.turns.isEmpty else { return [] }
    let content = Fingerprint(hashing: decoded.text.utf8).description
    var document = Document(
      identity: Fingerprint(fields: ["transcript", content]), source: item.source, channel: .chat,
      received: chat.started, contents: [.turns(chat.turns)])
    document.warnings = chat.warnings
    if document.received == nil {
      document.received = item.outerDate
      if item.outerDate != nil { document.warnings.append("date: the file's own") }
    }
    if decoded.repairedByteCount > 0 {
      document.warnings.append("\(decoded.repairedByteCount) bytes repaired")
    }
    return [document]
  }

  /// A date in "NOTE Date: 14 March 2026" or "created 2026-03-14T10:00:00Z".
  private static func date(in line: some StringProtocol) -> Timestamp? {
    guard line.utf8.count < 200 else { return nil }
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if word.utf8.count >= 10, let exact = Timestamp(word) { return exact }
    }
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return WrittenDate.timestamp(line[line.index(after: colon)...])
  }
}
