/// The fields of a web form that was sent as text: "Name: …", "E-Mail: …", "Message: …".
public struct FormFields: Sendable, Equatable {
  /// What a label asks for.
  public enum Meaning: String, Sendable {
    case name, address, phone, subject, message, reference, furniture, other
  }

  /// One label with its value.
  public struct Field: Sendable, Equatable {
    /// What the label asks for.
    public var meaning: Meaning
    /// Half-open UTF-8 byte range of the label in the text, colon excluded.
    public var label: Range<Int>
    /// Half-open UTF-8 byte range of the value, white space around it excluded; may be empty.
    public var value: Range<Int>
  }

  /// The fields in order.
  public private(set) var fields: [Field]

  /// Reads the fields of a text; nil when it is no form: fewer than two fields with a known meaning
  /// before anything else, no name, address or phone among them, or more prose than fields.
  ///
  /// The value of a message field runs to the end of the text or to the next known label after it.
  /// Linear in the text.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    var fields: [Field] = []
    var proseCount = 0
    var pending: Int?
    for line in ByteLines(bytes) {
      let content = FormFields.trimmed(bytes, line.range)
      if content.isEmpty { continue }
      let found = FormFields.field(bytes, content)
      if let open = pending, found.map({ $0.meaning == .other }) ?? true {
        let start = fields[open].value.isEmpty ? content.lowerBound : fields[open].value.lowerBound
        fields[open].value = start..<content.upperBound
        if fields[open].meaning != .message { pending = nil }
        continue
      }
      if let found {
        let known = FormFields.known(fields)
        if found.meaning == .other, fields.isEmpty, proseCount > 3 { return nil }
        fields.append(found)
        pending = found.meaning == .message || found.value.isEmpty ? fields.count - 1 : nil
        if known == 0, fields.count > 12 { return nil }
      } else {
        proseCount += 1
        pending = nil
        if fields.isEmpty, proseCount > 4 { return nil }
      }
    }
    let hasSender = fields.contains {
      [.name, .address, .phone].contains($0.meaning) && !$0.value.isEmpty
    }
    let hasMessage = fields.contains { $0.meaning == .message && !$0.value.isEmpty }
    let known = FormFields.known(fields)
    guard hasSender, hasMessage ? known >= 2 : known >= 4, proseCount <= fields.count + 3 else {
      return nil
    }
    self.fields = fields
  }

  /// The value of the first field with a meaning that has one.
  public func value(_ meaning: Meaning, in text: String) -> String? {
    guard let field = fields.first(where: { $0.meaning == meaning && !$0.value.isEmpty }) else {
      return nil
    }
    return String(decoding: Array(text.utf8)[field.value], as: UTF8.self)
  }

  private static func known(_ fields: [Field]) -> Int {
    fields.count { $0.meaning != .other && $0.meaning != .furniture }
  }

  /// The field that a line is: a label of at most six words, then a colon, "=" or a TAB.
  private static func field(_ bytes: [UInt8], _ line: Range<Int>) -> Field? {
    var stop = line.lowerBound
    var words = 1
    while stop < line.upperBound, stop - line.lowerBound <= 48 {
      let byte = bytes[stop]
      if byte == UInt8(ascii: ":") || byte == 0x09 || byte == UInt8(ascii: "=") { break }
      if byte == 0x20 { words += 1 }
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ","):
        return nil
      default: break
      }
      stop += 1
    }
    guard stop < line.upperBound, stop - line.lowerBound <= 48, words <= 6 else { return nil }
    let decoration = "*_[]# -".utf8
    var label = line.lowerBound..<stop
    while let first = label.first, decoration.contains(bytes[first]) { label.removeFirst() }
    while let last = label.last, decoration.contains(bytes[last]) { label.removeLast() }
    guard let first = label.first, bytes[first].isASCIILetter || bytes[first] >= 0xC0 else {
      return nil
    }
    let meaning = FormLabels.meaning(
      of: foldedForIdentity(String(decoding: bytes[label], as: UTF8.self)))
    let separator = bytes[stop]
    if meaning == .other,
      separator != UInt8(ascii: ":")
        || stop + 1 < line.upperBound
          && bytes[stop + 1] != 0x20 && bytes[stop + 1] != 0x09
    {
      return nil
    }
    var start = stop + 1
    while start < line.upperBound,
      bytes[start] == UInt8(ascii: "*") || bytes[start].isASCIIWhiteSpace
    {
      start += 1
    }
    let value = trimmed(bytes, min(start, line.upperBound)..<line.upperBound)
    return Field(meaning: meaning, label: label, value: value)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isASCIIWhiteSpace { start += 1 }
    while end > start, bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
    return start..<end
  }
}

extension Range where Bound == Int {
  fileprivate mutating func removeFirst() { self = lowerBound + 1..<upperBound }
  fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
