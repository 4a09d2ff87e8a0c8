public import Complaints
import Text

/// Makes a conversation of a call or chat transcript in JSON: Amazon Contact Lens and Transcribe
/// Call Analytics, Amazon Connect chat, Twilio, Zendesk comments, Intercom conversations.
public struct TranscriptJSON: Sendable {
  /// A reader.
  public init() {}

  /// Whether bytes start like one of the formats: an object with the keys of one of them.
  public static func looksLikeTranscriptJSON(_ head: [UInt8]) -> Bool {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard head[start...].first(where: { !$0.isASCIIWhiteSpace }) == UInt8(ascii: "{") else {
      return false
    }
    func holds(_ key: StaticString) -> Bool {
      let bytes = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
      return head.containsRun(bytes)
    }
    if holds("\"Transcript\"") {
      return holds("\"ParticipantId\"") || holds("\"ParticipantRole\"")
        || holds("\"LoudnessScores\"") || holds("\"ContentType\"") || holds("\"Content\"")
    }
    if holds("\"sentences\""), holds("\"media_channel\"") { return true }
    if holds("\"conversation_parts\"") { return true }
    return holds("\"comments\"") && holds("\"author_id\"") && holds("\"public\"")
  }

  /// The one conversation of a transcript.
  ///
  /// - Throws: `unrecognised` when the bytes are no JSON or of no known format.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    var bytes = item.bytes
    if !bytes.isValidUTF8 { bytes = Array(DecodedText(decoding: bytes, label: nil).text.utf8) }
    guard let root = JSONValue(bytes) else { throw Rejection(.unrecognised, "not JSON") }
    guard let conversation = Conversation(root) else {
      throw Rejection(.unrecognised, "JSON of no known transcript format")
    }
    let content = Fingerprint(hashing: item.bytes).description
    var document = Document(
      identity: Fingerprint(fields: ["transcript", content]), source: item.source,
      channel: conversation.isChat ? .chat : .call, received: conversation.started,
      title: conversation.title, contents: [.turns(conversation.turns)])
    document.warnings = conversation.warnings
    if document.received == nil {
      document.received = item.outerDate
      if item.outerDate != nil { document.warnings.append("date: the file's own") }
    }
    return [document]
  }
}

extension [UInt8] {
  /// Whether some bytes occur in these, in order and adjacent.
  func containsRun(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = run.first, count >= run.count else { return false }
    return withUnsafeBufferPointer { bytes in
      var index = 0
      let last = bytes.count - run.count
      while index <= last {
        if bytes[index] == first,
          UnsafeBufferPointer(rebasing: bytes[index..<index + run.count]).elementsEqual(run)
        {
          return true
        }
        index += 1
      }
      return false
    }
  }
}
