/// Builds one JSON object after another as UTF-8 bytes, keys in the order they are written.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer.
  package init() {}

  /// Empties the writer and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an object whose members `members` writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes a key whose value is an object.
  package mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    object(members)
  }

  /// Writes a key whose value is an array with one object an element.
  package mutating func objects<Element>(
    _ key: String, _ elements: some Sequence<Element>,
    _ members: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    open(UInt8(ascii: "["))
    for element in elements { object { members(&$0, element) } }
    close(UInt8(ascii: "]"))
  }

  /// Writes a key whose value is an array of strings.
  package mutating func strings(_ key: String, _ values: some Sequence<String>) {
    self.key(key)
    open(UInt8(ascii: "["))
    for value in values { string(value) }
    close(UInt8(ascii: "]"))
  }

  /// Writes a key with a string, or null.
  package mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { literal("null") }
  }

  /// Writes a key with a whole number, or null.
  package mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    literal(value.map(String.init) ?? "null")
  }

  /// Writes a key with a number in the shortest form that reads back the same, or null.
  package mutating func member(_ key: String, _ value: Double?) {
    self.key(key)
    guard let value, value.isFinite else { return literal("null") }
    literal("\(value)")
  }

  /// Writes a key with a truth value, or null.
  package mutating func member(_ key: String, _ value: Bool?) {
    self.key(key)
    literal(value.map { $0 ? "true" : "false" } ?? "null")
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func literal(_ text: String) {
    comma()
    bytes += text.utf8
  }

  /// RFC 8259 §7: quotes, backslashes and control characters are escaped, nothing else.
  private mutating func string(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    let span = text.utf8Span.span
    var start = 0
    for index in span.indices {
      let byte = span[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      else { continue }
      span.extracting(start..<index).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      start = index + 1
      escape(byte)
    }
    span.extracting(start..<span.count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    default:
      let digits = String(byte, radix: 16)
      bytes += ("\\u00" + (digits.utf8.count < 2 ? "0" : "") + digits).utf8
    }
  }
}
