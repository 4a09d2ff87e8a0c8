public import Complaints
import Text

/// Makes a conversation of a call or chat transcript in JSON: Amazon Contact Lens and Transcribe
/// Call Analytics, Amazon Connect chat, Twilio, Zendesk comments, Intercom conversations.
public struct TranscriptJSON: Sendable {
  /// A reader.
  public init() {}

  /// Whether bytes start like one of the formats: an object, or an array of objects, with the keys
  /// of one of them.
  public static func looksLikeTranscriptJSON(_ head: [UInt8]) -> Bool {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = head[start...].first { !$0.isASCIIWhiteSpace }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
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

  /// The conversations of a file, the notes of each behind it as documents of class `note`.
  ///
  /// A file is one conversation, an array of them, or one a line. What is none among others is told
  /// in a warning of the first document. None when nobody says anything.
  /// - Throws: `unrecognised` when nothing is a conversation of a known format.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    var bytes = item.bytes
    if !bytes.isValidUTF8 { bytes = Array(DecodedText(decoding: bytes, label: nil).text.utf8) }
    var conversationCount = 0
    var otherCount = 0
    var brokenCount = 0
    var documents: [Document] = []
    for (range, value) in TranscriptJSON.values(bytes) {
      guard let value else {
        brokenCount += 1
        continue
      }
      let roots = value.elements ?? value["conversations"]?.elements ?? [value]
      for (index, root) in roots.enumerated() {
        guard let conversation = Conversation(root) else {
          otherCount += 1
          continue
        }
        conversationCount += 1
        let content = Fingerprint(hashing: bytes[range]).description
        let own = roots.count == 1 ? [content] : [content, String(index)]
        documents += TranscriptJSON.documents(of: conversation, own: own, item)
      }
    }
    guard conversationCount > 0 else {
      throw Rejection(
        .unrecognised,
        brokenCount > 0
          ? "not JSON: broken, cut short or nested too deep" : "JSON of no known transcript format")
    }
    for index in documents.indices.dropFirst() { documents[index].source.children = [index] }
    if otherCount + brokenCount > 0, !documents.isEmpty {
      let count = otherCount + brokenCount
      documents[0].warnings.append("not read: \(count) entries that are no conversation")
    }
    return documents
  }

  /// The document of a conversation and those of its notes.
  private static func documents(
    of conversation: Conversation, own: [String], _ item: Item
  ) -> [Document] {
    var documents: [Document] = []
    if !conversation.turns.isEmpty || conversation.notes.isEmpty && !conversation.warnings.isEmpty {
      documents.append(
        Document(
          identity: Fingerprint(fields: ["transcript"] + own), source: item.source,
          channel: conversation.isChat ? .chat : .call, received: conversation.started,
          title: conversation.title, authors: [conversation.customer].compactMap { $0 },
          contents: [.turns(conversation.turns)]))
    }
    for (index, note) in conversation.notes.enumerated() {
      documents.append(
        Document(
          identity: Fingerprint(fields: ["transcript"] + own + ["note", String(index)]),
          source: item.source, channel: .chat, documentClass: .note,
          received: note.moment ?? conversation.started, title: conversation.title,
          contents: [.turns([note.turn])]))
    }
    if !documents.isEmpty { documents[0].warnings = conversation.warnings }
    for index in documents.indices where documents[index].received == nil {
      documents[index].received = item.outerDate
      if item.outerDate != nil { documents[index].warnings.append("date: the file's own") }
    }
    return documents
  }

  /// The JSON values of some bytes, one behind the other, with their places; nil for a line where a
  /// value should begin and none does.
  private static func values(_ bytes: [UInt8]) -> [(range: Range<Int>, value: JSONValue?)] {
    bytes.withUnsafeBufferPointer { buffer in
      var values: [(range: Range<Int>, value: JSONValue?)] = []
      var reader = JSONReader(buffer)
      reader.skipByteOrderMark()
      var strayByteCount = 0
      while reader.peek() != nil {
        let start = reader.position
        if let value = reader.value(), value.isObject || value.elements != nil {
          values.append((start..<reader.position, value))
          continue
        }
        // A broken value costs its own line; many long ones must not cost the square of the file.
        strayByteCount += reader.position - start
        let lineEnd = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
        let end = strayByteCount > 4 * buffer.count ? buffer.count : lineEnd
        values.append((start..<end, nil))
        reader.reset(to: end)
      }
      return values
    }
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
