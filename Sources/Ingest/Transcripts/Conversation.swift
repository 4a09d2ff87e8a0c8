import Complaints
import Markup
import Text

/// A conversation as one of the JSON formats gives it.
struct Conversation {
  var turns: [Turn] = []
  var isChat = false
  var started: Timestamp?
  var title: String?
  var warnings: [String] = []

  /// The conversation of a document; nil when it has no known form.
  init?(_ root: JSONValue) {
    if let lines = root["Transcript"]?.elements {
      readAmazon(root, lines)
    } else if let sentences = root["sentences"]?.elements {
      readTwilio(sentences)
    } else if root["conversation_parts"] != nil {
      readIntercom(root)
    } else if let comments = root["comments"]?.elements ?? root["ticket"]?["comments"]?.elements {
      readZendesk(root, comments)
    } else {
      return nil
    }
  }

  /// Amazon Contact Lens (calls and chats), Connect chat, Transcribe Call Analytics.
  private mutating func readAmazon(_ root: JSONValue, _ lines: [JSONValue]) {
    var roles: [String: String] = [:]
    for participant in root["Participants"]?.elements ?? [] {
      guard let id = participant["ParticipantId"]?.text else { continue }
      roles[id] = participant["ParticipantRole"]?.text
    }
    isChat = root["Channel"]?.text?.lowercased() == "chat"
    for line in lines {
      let type = line["Type"]?.text
      let contentType = line["ContentType"]?.text ?? ""
      if line["AbsoluteTime"] != nil { isChat = true }
      if type == "EVENT" || contentType.contains("connect.event") { continue }
      guard let text = line["Content"]?.text, !text.isEmpty else { continue }
      let id = line["ParticipantId"]?.text
      let role = line["ParticipantRole"]?.text ?? id.flatMap { roles[$0] } ?? id
      let moment = line["AbsoluteTime"]?.text.flatMap { WrittenDate.timestamp($0) }
      started = started ?? moment
      var turn = Turn(
        speaker: line["DisplayName"]?.text ?? role, role: Conversation.amazonRole(role), text: text)
      if let moment, let started {
        turn.from = Double(moment.seconds - started.seconds)
      } else {
        turn.from = line["BeginOffsetMillis"]?.double.map { $0 / 1_000 }
        turn.to = line["EndOffsetMillis"]?.double.map { $0 / 1_000 }
      }
      turns.append(turn)
    }
    if started == nil {
      let places = [
        root["CustomerMetadata"]?["InitiationTimestamp"], root["InitiationTimestamp"],
        root["ConversationCharacteristics"]?["StartTime"], root["StartTime"],
        root["CreationTime"],
      ]
      started = places.lazy.compactMap { $0?.text }.compactMap { WrittenDate.timestamp($0) }.first
    }
  }

  private static func amazonRole(_ role: String?) -> Role? {
    switch role?.uppercased() {
    case "AGENT", "SUPERVISOR", "MANAGER": .staff
    case "CUSTOMER", "CALLER": .customer
    case "SYSTEM", "CUSTOM_BOT", "BOT": .bot
    default: nil
    }
  }

  /// Twilio Conversational Intelligence; channels are not roles, so the roles stay open.
  private mutating func readTwilio(_ sentences: [JSONValue]) {
    for sentence in sentences {
      guard let text = sentence["transcript"]?.text, !text.isEmpty else { continue }
      turns.append(
        Turn(
          speaker: sentence["media_channel"]?.text.map { "Channel \($0)" }, text: text,
          from: sentence["start_time"]?.double, to: sentence["end_time"]?.double))
    }
  }

  /// Zendesk ticket comments; the requester, else the first author, is the customer.
  private mutating func readZendesk(_ root: JSONValue, _ comments: [JSONValue]) {
    isChat = true
    let ticket = root["ticket"]
    title = ticket?["subject"]?.text ?? ticket?["raw_subject"]?.text
    let requester =
      (ticket?["requester_id"] ?? root["requester_id"])?.text ?? comments.first?["author_id"]?.text
    for comment in comments {
      guard
        let text = Conversation.words(comment["plain_body"] ?? comment["body"], isHTML: false)
          ?? Conversation.words(comment["html_body"], isHTML: true)
      else { continue }
      let moment = comment["created_at"]?.text.flatMap { WrittenDate.timestamp($0) }
      started = started ?? moment
      let author = comment["author_id"]?.text
      let isNote = comment["public"] == .bool(false)
      var turn = Turn(
        speaker: isNote ? "Internal note" : author,
        role: author == requester && !isNote ? .customer : .staff, text: text)
      if let moment, let started { turn.from = Double(moment.seconds - started.seconds) }
      turns.append(turn)
    }
  }

  /// Intercom: the first message is `source`, the others are the parts.
  private mutating func readIntercom(_ root: JSONValue) {
    isChat = true
    title = Conversation.words(root["title"] ?? root["source"]?["subject"], isHTML: true)
    started = (root["created_at"]?.text).flatMap { WrittenDate.timestamp($0) }
    let parts =
      root["conversation_parts"]?["conversation_parts"]?.elements
      ?? root["conversation_parts"]?.elements ?? []
    var redactedCount = 0
    for part in [root["source"]].compactMap({ $0 }) + parts {
      if part["redacted"] == .bool(true) { redactedCount += 1 }
      guard let text = Conversation.words(part["body"], isHTML: true) else { continue }
      let moment = part["created_at"]?.text.flatMap { WrittenDate.timestamp($0) }
      started = started ?? moment
      let author = part["author"]
      let type = author?["type"]?.text
      let role: Role? =
        switch type {
        case "user", "lead", "contact": .customer
        case "bot": .bot
        case "admin", "team": author?["from_ai_agent"] == .bool(true) ? .bot : .staff
        default: nil
        }
      let isNote = part["part_type"]?.text == "note"
      var turn = Turn(
        speaker: isNote ? "Internal note" : author?["name"]?.text ?? type,
        role: isNote ? .staff : role, text: text)
      if let moment, let started { turn.from = Double(moment.seconds - started.seconds) }
      turns.append(turn)
    }
    if redactedCount > 0 { warnings.append("\(redactedCount) parts redacted") }
  }

  /// A field's words, mark-up removed; nil when there are none.
  private static func words(_ field: JSONValue?, isHTML: Bool) -> String? {
    guard let text = field?.text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    guard isHTML, text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&"))
    else { return text }
    let blocks = LayoutBuilder.layout(of: text).blocks.filter { !$0.isHidden && !$0.text.isEmpty }
    return blocks.isEmpty ? nil : blocks.map(\.text).joined(separator: "\n")
  }
}
