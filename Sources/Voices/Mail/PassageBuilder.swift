import Complaints
import Text

/// Makes passages of labelled lines.
struct PassageBuilder {
  /// The role of the mail's author.
  let role: Role
  /// Whose people are staff.
  let organisation: Organisation

  /// One passage per run of lines of one kind.
  func passages(of mail: ZonedMail, in document: Document) -> [Passage] {
    let script = mail.zoner.script
    let forwarded = mail.forwardedFrom.map { author(of: $0, in: script) }
    let bodyStart = mail.forwardedFrom?.bodyStart ?? 0
    var passages: [Passage] = []
    var start: Int?
    var end = 0
    func flush() {
      guard let first = start else { return }
      let range = script.trimmed(
        script.lines[first].range.lowerBound..<script.lines[end].range.upperBound)
      let kind = script.lines[first].zone
      if !range.isEmpty {
        passages.append(passage(kind, range, first >= bodyStart ? forwarded : nil, script, mail))
      }
      start = nil
    }
    for index in script.lines.indices where !script.lines[index].isBlank {
      if let first = start,
        script.lines[first].zone != script.lines[index].zone || index == bodyStart
      {
        flush()
      }
      if start == nil { start = index }
      end = index
    }
    flush()
    return passages
  }

  private func passage(
    _ kind: PassageKind, _ range: Range<Int>, _ forwarded: Party?, _ script: MailScript,
    _ mail: ZonedMail
  ) -> Passage {
    guard kind == .quoted else {
      guard let forwarded else { return Passage(kind: kind, range: range, role: role) }
      let role = MailVoices.role(of: forwarded, organisation: organisation)
      return Passage(
        kind: kind, range: range, role: role, speaker: forwarded.name ?? forwarded.address)
    }
    let head = range.prefix(600)
    guard let address = PassageBuilder.firstAddress(in: script.bytes, head) else {
      return Passage(kind: kind, range: range, role: .unknown, confidence: 0)
    }
    if organisation.owns(address: address) {
      return Passage(kind: kind, range: range, role: .staff, confidence: 0.9, speaker: address)
    }
    return Passage(kind: kind, range: range, role: .unknown, confidence: 0.5, speaker: address)
  }

  /// The author of a quoted mail, by the line that names it.
  private func author(of inner: MailZoner.Inner, in script: MailScript) -> Party {
    guard let line = inner.authorLine else { return Party(name: nil, address: nil) }
    let words = script.words(script.lines[line].range)
    let address = PassageBuilder.firstAddress(in: script.bytes, script.lines[line].range)
    let value = words.split(separator: ":", maxSplits: 1).last.map(String.init) ?? words
    let name = value.prefix { $0 != "<" && $0 != "[" && $0 != "(" }
    let trimmed = foldedSpaces(String(name))
    return Party(
      name: trimmed.isEmpty || trimmed.contains("@") ? nil : trimmed, address: address)
  }

  private func foldedSpaces(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "*" || $0 == "\"" }.joined(separator: " ")
  }

  /// The first mail address in a part of some bytes, in lower case.
  private static func firstAddress(in bytes: [UInt8], _ range: Range<Int>) -> String? {
    func isPart(_ byte: UInt8) -> Bool {
      byte.isASCIILetter || byte.isASCIIDigit || byte.isAmong(".-_+=&'")
    }
    var position = range.lowerBound
    while let at = bytes.firstIndex(of: UInt8(ascii: "@"), in: position..<range.upperBound) {
      position = at + 1
      var start = at
      while start > range.lowerBound, isPart(bytes[start - 1]) { start -= 1 }
      var end = at + 1
      while end < range.upperBound, isPart(bytes[end]) { end += 1 }
      while end > at, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
      if start < at, bytes[at..<end].contains(UInt8(ascii: ".")) {
        return String(decoding: bytes[start..<end].lowercasedASCII, as: UTF8.self)
      }
    }
    return nil
  }

  /// The fields of a web form; what the customer wrote into the message field is body.
  func passages(of form: FormFields, in script: MailScript) -> [Passage] {
    var passages: [Passage] = []
    var position = 0
    func add(_ kind: PassageKind, _ range: Range<Int>) {
      let range = script.trimmed(range)
      if !range.isEmpty { passages.append(Passage(kind: kind, range: range, role: role)) }
    }
    for field in form.fields where field.label.lowerBound >= position {
      add(.boilerplate, position..<field.label.lowerBound)
      position = max(field.label.upperBound, field.value.upperBound)
      if field.meaning == .message, !field.value.isEmpty {
        add(.formField, field.label.lowerBound..<field.value.lowerBound)
        add(.body, field.value)
      } else {
        add(.formField, field.label.lowerBound..<position)
      }
    }
    add(.boilerplate, position..<script.text.utf8.count)
    return passages
  }
}
