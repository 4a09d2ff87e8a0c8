import Complaints
import Text

extension Conversation {
  /// Zendesk ticket comments, the first of which is the ticket's description.
  ///
  /// The requester is the customer, else who wrote the first public comment; others are what the
  /// ticket's users say they are, else staff. A comment that is not public is a note.
  mutating func readZendesk(_ root: JSONValue, _ comments: [JSONValue]) {
    isChat = true
    let ticket = root["ticket"] ?? root
    title = ticket["subject"]?.text ?? ticket["raw_subject"]?.text
    let comments = Conversation.inOrderOfTime(comments)
    var users: [String: JSONValue] = [:]
    for user in root["users"]?.elements ?? [] {
      if let id = user["id"]?.text { users[id] = user }
    }
    let opening = comments.first { $0["public"] != .bool(false) }
    let requester =
      ticket["requester_id"]?.text ?? root["requester_id"]?.text
      ?? ticket["requester"]?["id"]?.text ?? opening?["author_id"]?.text
    customer =
      Conversation.party(ticket["requester"]) ?? requester.flatMap { Conversation.party(users[$0]) }
    for comment in comments {
      leaveOut(comment["attachments"], nameKeys: ["file_name", "filename", "name"])
      let text = [
        Conversation.words(comment["plain_body"] ?? comment["body"], isHTML: false)
          ?? Conversation.words(comment["html_body"], isHTML: true),
        Conversation.words(comment["data"]?["transcription_text"], isHTML: false),
      ].compactMap { $0 }.joined(separator: "\n")
      guard !text.isEmpty else { continue }
      let moment = Conversation.moment(comment["created_at"])
      if comment["public"] == .bool(false) {
        note(text, at: moment)
        continue
      }
      let author = comment["author_id"]?.text
      let user = author.flatMap { users[$0] }
      let isCustomer = author == requester || user?["role"]?.text == "end-user"
      say(
        Turn(
          speaker: user?["name"]?.text ?? author, role: isCustomer ? .customer : .staff, text: text),
        at: moment)
    }
  }

  /// Intercom: the first message is `source`, the others are the parts.
  mutating func readIntercom(_ root: JSONValue) {
    isChat = true
    title =
      Conversation.words(root["title"], isHTML: true)
      ?? Conversation.words(root["source"]?["subject"], isHTML: true)
    started = Conversation.moment(root["created_at"])
    let parts =
      root["conversation_parts"]?["conversation_parts"]?.elements
      ?? root["conversation_parts"]?.elements ?? []
    var redactedCount = 0
    let opening = root["source"] ?? root["conversation_message"]
    for part in [opening].compactMap({ $0 }) + parts {
      if part["redacted"] == .bool(true) { redactedCount += 1 }
      leaveOut(part["attachments"], nameKeys: ["name", "file_name"])
      guard let text = Conversation.words(part["body"], isHTML: true) else { continue }
      // The first message has the conversation's own time.
      let moment = Conversation.moment(part["created_at"]) ?? (part == opening ? started : nil)
      let author = part["author"]
      if part["part_type"]?.text?.hasPrefix("note") == true {
        note(text, at: moment)
        continue
      }
      let role = Conversation.intercomRole(author)
      if role == .customer, customer == nil { customer = Conversation.party(author) }
      say(
        Turn(speaker: author?["name"]?.text ?? author?["type"]?.text, role: role, text: text),
        at: moment)
    }
    if redactedCount > 0 { warnings.append("\(redactedCount) parts redacted") }
  }

  private static func intercomRole(_ author: JSONValue?) -> Role? {
    switch author?["type"]?.text {
    case "user", "lead", "contact": .customer
    case "bot": .bot
    case "admin", "team": author?["from_ai_agent"] == .bool(true) ? .bot : .staff
    default: nil
    }
  }

  /// Comments by their time where all have one: an export may start with the newest.
  private static func inOrderOfTime(_ comments: [JSONValue]) -> [JSONValue] {
    let dated = comments.compactMap { comment in
      moment(comment["created_at"]).map { (moment: $0, comment: comment) }
    }
    guard dated.count == comments.count else { return comments }
    return dated.enumerated().sorted { left, right in
      (left.element.moment, left.offset) < (right.element.moment, right.offset)
    }.map(\.element.comment)
  }
}
