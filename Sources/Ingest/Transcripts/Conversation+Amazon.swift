import Complaints
import Text

extension Conversation {
  /// Amazon Contact Lens (calls and chats), Connect chat, Transcribe Call Analytics.
  ///
  /// Events are no turns; `Items` repeat `Content` and are not read.
  mutating func readAmazon(_ root: JSONValue, _ lines: [JSONValue]) {
    var roles: [String: String] = [:]
    for participant in root["Participants"]?.elements ?? [] {
      guard let id = participant["ParticipantId"]?.text else { continue }
      roles[id] = participant["ParticipantRole"]?.text
    }
    isChat = root["Channel"]?.text?.lowercased() == "chat"
    for line in lines {
      let contentType = line["ContentType"]?.text ?? ""
      if line["AbsoluteTime"] != nil { isChat = true }
      leaveOut(line["Attachments"], nameKeys: ["AttachmentName", "Name", "AttachmentId"])
      if line["Type"]?.text == "EVENT" || contentType.contains("connect.event") { continue }
      guard let content = Conversation.words(line["Content"], isHTML: false) else { continue }
      let text =
        contentType.contains("message.interactive")
        ? Conversation.interactiveWords(content) ?? content : content
      let id = line["ParticipantId"]?.text
      let role = line["ParticipantRole"]?.text ?? id.flatMap { roles[$0] } ?? id
      var turn = Turn(
        speaker: line["DisplayName"]?.text ?? role, role: Conversation.amazonRole(role), text: text)
      turn.from = line["BeginOffsetMillis"]?.double.map { $0 / 1_000 }
      turn.to = line["EndOffsetMillis"]?.double.map { $0 / 1_000 }
      say(turn, at: Conversation.moment(line["AbsoluteTime"]))
    }
    let places = [
      root["CustomerMetadata"]?["InitiationTimestamp"], root["InitiationTimestamp"],
      root["ConversationCharacteristics"]?["StartTime"], root["StartTime"], root["CreationTime"],
    ]
    started = places.lazy.compactMap { Conversation.moment($0) }.first
  }

  private static func amazonRole(_ role: String?) -> Role? {
    switch role?.uppercased() {
    case "AGENT", "SUPERVISOR", "MANAGER": .staff
    case "CUSTOMER", "CALLER": .customer
    case "SYSTEM", "CUSTOM_BOT", "BOT": .bot
    default: nil
    }
  }

  /// The words that an interactive message shows: titles and texts of its template, in order.
  private static func interactiveWords(_ json: String) -> String? {
    guard let content = JSONValue(Array(json.utf8))?["data"]?["content"] else { return nil }
    var words: [String] = []
    func collect(_ value: JSONValue) {
      for key in ["title", "subtitle", "text", "textValue"] {
        if let text = value[key]?.text, !text.isEmpty { words.append(text) }
      }
      for element in value["elements"]?.elements ?? [] {
        if case .string(let text) = element { words.append(text) } else { collect(element) }
      }
    }
    collect(content)
    return words.isEmpty ? nil : words.joined(separator: "\n")
  }

  /// Twilio Conversational Intelligence; a channel has a role only where the transcript names one.
  mutating func readTwilio(_ root: JSONValue, _ sentences: [JSONValue]) {
    var roles: [String: Role] = [:]
    for participant in root["channel"]?["participants"]?.elements ?? [] {
      guard let channel = participant["channel_participant"]?.text else { continue }
      switch participant["role"]?.text?.lowercased() {
      case "customer": roles[channel] = .customer
      case "agent": roles[channel] = .staff
      default: continue
      }
    }
    for sentence in sentences {
      guard let text = Conversation.words(sentence["transcript"], isHTML: false) else { continue }
      let channel = sentence["media_channel"]?.text
      say(
        Turn(
          speaker: channel.map { "Channel \($0)" }, role: channel.flatMap { roles[$0] }, text: text,
          from: sentence["start_time"]?.double, to: sentence["end_time"]?.double))
    }
    started = Conversation.moment(root["media_start_time"] ?? root["date_created"])
  }
}
