/// A file that a chat export names in place of its contents.
struct ChatFile {
  /// Its name, or what kind of file was left out.
  let name: String

  /// The file of a message that consists of one: "<Media omitted>", "IMG-1.jpg (file attached)",
  /// "<attached: 1-PHOTO.jpg>", "image omitted" behind a direction mark; nil for words.
  init?(_ stamp: StampedLine) {
    let words = stamp.words.drop { $0.isWhitespace || $0 == "\u{200E}" }
    guard words.utf8.count <= 200 else { return nil }
    if words.hasPrefix("<"), words.hasSuffix(">") {
      let inner = words.dropFirst().dropLast()
      guard !inner.contains("<"), inner.split(separator: " ").count <= 4 else { return nil }
      let file = inner.split(separator: ":").last.map { $0.drop { $0.isWhitespace } } ?? inner
      name = String(file)
      return
    }
    if words.hasSuffix(")"), let open = words.lastIndex(of: "(") {
      let file = words[..<open].drop { $0.isWhitespace }
      let note = words[words.index(after: open)...].dropLast()
      guard ChatFile.isFileName(file), note.split(separator: " ").count <= 3 else { return nil }
      name = String(file).trimmed
      return
    }
    let last = words.split(separator: " ").last?.lowercased() ?? ""
    guard stamp.isMarked, ChatFile.leftOut.contains(last), words.split(separator: " ").count <= 4
    else { return nil }
    name = String(words)
  }

  /// Words for "left out" as exports write them.
  private static let leftOut: Set<String> = [
    "omitted", "weggelassen", "ausgeschlossen", "omis", "omise", "omitido", "omitida", "omesso",
    "omessa", "weggelaten", "ocultado", "oculta", "utelämnad", "pominięto",
  ]

  /// Whether the program itself wrote a message under somebody's name: about encryption, a call or
  /// a message taken back.
  static func isNotice(_ stamp: StampedLine) -> Bool {
    guard stamp.isMarked else { return false }
    let words = stamp.words.lowercased()
    return [
      "end-to-end", "ende-zu-ende", "bout en bout", "extremo a extremo", "missed voice call",
      "missed video call", "message was deleted", "nachricht wurde gelöscht", "created this group",
      "created group", "security code", "changed the subject", "joined using",
    ].contains { words.contains($0) }
  }

  private static func isFileName(_ text: Substring) -> Bool {
    let text = String(text).trimmed
    guard let dot = text.lastIndex(of: "."), dot > text.startIndex else { return false }
    let ending = text[text.index(after: dot)...]
    return (2...5).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
  }
}

extension String {
  /// The text without white space at its end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
