import Complaints
import Markup
import Text

/// A conversation as one of the JSON formats gives it.
struct Conversation {
  /// What customers and the organisation say to each other, in the order of time.
  private(set) var turns: [Turn] = []
  /// What staff write for each other, with its moment where the format gives one.
  private(set) var notes: [(turn: Turn, moment: Timestamp?)] = []
  var isChat = false
  var started: Timestamp?
  var title: String?
  /// The customer, where the format gives an address.
  var customer: Party?
  var warnings: [String] = []

  private var said: [(turn: Turn, moment: Timestamp?)] = []

  /// The conversation of a document; nil when it has no known form.
  init?(_ root: JSONValue) {
    if let lines = root["Transcript"]?.elements {
      readAmazon(root, lines)
    } else if let segments = root["Segments"]?.elements {
      readAmazon(root, segments.compactMap { $0["Transcript"] })
    } else if let sentences = root["sentences"]?.elements {
      readTwilio(root, sentences)
    } else if root["conversation_parts"] != nil {
      readIntercom(root)
    } else if let comments = root["comments"]?.elements ?? root["ticket"]?["comments"]?.elements {
      readZendesk(root, comments)
    } else {
      return nil
    }
    settle()
  }

  /// Adds what somebody says.
  mutating func say(_ turn: Turn, at moment: Timestamp? = nil) { said.append((turn, moment)) }

  /// Adds what staff write for each other.
  mutating func note(_ text: String, at moment: Timestamp?) {
    notes.append((Turn(speaker: "Internal note", role: .staff, text: text, from: 0), moment))
  }

  /// Adds a remark for every attachment that has a name.
  mutating func leaveOut(_ attachments: JSONValue?, nameKeys: [String]) {
    for attachment in attachments?.elements ?? [] {
      let name = nameKeys.lazy.compactMap { attachment[$0]?.text }.first { !$0.isEmpty }
      let warning = "not read: \(name.map(Conversation.shortened) ?? "an attachment")"
      if !warnings.contains(warning), warnings.count < 50 { warnings.append(warning) }
    }
  }

  /// Puts the turns in the order of time, where all have one: exports list the newest first,
  /// channel by channel, or overlap.
  private mutating func settle() {
    let moments = said.compactMap(\.moment)
    if moments.count == said.count, let first = moments.min() {
      started = started.map { min($0, first) } ?? first
      let start = first
      for index in said.indices {
        said[index].turn.from = said[index].moment.map { Double($0.seconds - start.seconds) }
      }
    } else if let first = moments.min() {
      started = started ?? first
    }
    turns = said.map(\.turn)
    guard turns.allSatisfy({ $0.from != nil }) else { return }
    let order = turns.enumerated().sorted { left, right in
      (left.element.from ?? 0, left.offset) < (right.element.from ?? 0, right.offset)
    }
    turns = order.map(\.element)
  }

  /// A field's words, mark-up removed; nil when there are none.
  static func words(_ field: JSONValue?, isHTML: Bool) -> String? {
    guard let text = field?.text, text.utf8.contains(where: { !$0.isASCIIWhiteSpace }) else {
      return nil
    }
    guard isHTML, text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&"))
    else { return text }
    let blocks = LayoutBuilder.layout(of: text).blocks.filter { !$0.isHidden && !$0.text.isEmpty }
    return blocks.isEmpty ? nil : blocks.map(\.text).joined(separator: "\n")
  }

  /// The moment a field names.
  static func moment(_ field: JSONValue?) -> Timestamp? {
    field?.text.flatMap { WrittenDate.timestamp($0) }
  }

  /// A mail address and a name as a party; nil without an address.
  static func party(_ person: JSONValue?) -> Party? {
    guard let address = person?["email"]?.text?.lowercased(), address.contains("@") else {
      return nil
    }
    return Party(name: person?["name"]?.text, address: address)
  }

  private static func shortened(_ name: String) -> String {
    String(name.unicodeScalars.prefix(120).map { $0.value < 0x20 ? " " : Character($0) })
  }
}
