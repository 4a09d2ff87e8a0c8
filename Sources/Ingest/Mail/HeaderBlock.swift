import Text

/// The header of a message or a part: where its fields and its end are.
struct HeaderBlock {
  /// One field; plain numbers, so that a header is one piece of memory.
  struct Field {
    /// Which field it is; nil for those that are not looked for.
    var name: HeaderName?
    /// Where its name stands in the bytes.
    var nameRange: Range<Int>
    /// Where its value stands, folds included.
    var value: Range<Int>
  }

  /// The fields in order.
  private(set) var fields: [Field] = []
  /// Where the header starts; lines that are no header are before it.
  private(set) var start: Int
  /// Where the body starts: behind the blank line, or where the header breaks off.
  private(set) var bodyStart: Int
  /// Whether lines had to be passed over.
  private(set) var isMalformed = false
  /// Whether the header ended with a blank line.
  private(set) var isEnded = false

  /// Reads the header that starts at the beginning of `range`.
  ///
  /// A line that is no field and no fold ends the header, unless a known field follows within two
  /// lines; then it is passed over (RFC 7103 §7). `isInside` tells the lines that are boundaries of
  /// an enclosing part: they end the header too. Fields beyond the limits are passed over.
  init(parsing bytes: [UInt8], in range: Range<Int>, isInside: ((Range<Int>) -> Bool)?) {
    start = range.lowerBound
    bodyStart = range.lowerBound
    var lines = ByteLines(bytes, in: range)
    while let line = lines.next() {
      guard let first = line.range.first else {
        bodyStart = line.next
        isEnded = true
        return
      }
      let isFold = bytes[first] == 0x20 || bytes[first] == 0x09
      if isFold, !fields.isEmpty {
        if line.range.allSatisfy({ bytes[$0] == 0x20 || bytes[$0] == 0x09 }),
          !HeaderBlock.hasField(bytes, in: line.next..<range.upperBound, orFold: true)
        {
          bodyStart = line.next
          isEnded = true
          return
        }
        if line.range.upperBound - range.lowerBound <= Limits.headerByteCount {
          fields[fields.count - 1].value =
            fields[fields.count - 1].value.lowerBound..<line.range.upperBound
        }
        bodyStart = line.next
        continue
      }
      if bytes[first] == UInt8(ascii: "-"), let isInside, isInside(line.range) {
        bodyStart = first
        return
      }
      if let length = HeaderNames.nameLength(in: bytes, at: first, before: line.range.upperBound) {
        add(bytes, line: line.range, nameLength: length, origin: range.lowerBound)
        bodyStart = line.next
        continue
      }
      guard HeaderBlock.hasField(bytes, in: line.next..<range.upperBound, orFold: false) else {
        if fields.isEmpty { start = range.lowerBound }
        bodyStart = first
        return
      }
      isMalformed = true
      bodyStart = line.next
      if fields.isEmpty { start = line.next }
    }
  }

  private mutating func add(
    _ bytes: [UInt8], line: Range<Int>, nameLength: Int, origin: Int
  ) {
    guard fields.count < Limits.headerFieldCount,
      line.upperBound - origin <= Limits.headerByteCount
    else {
      isMalformed = true
      return
    }
    let name = line.lowerBound..<line.lowerBound + nameLength
    var colon = name.upperBound
    while bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    fields.append(
      Field(
        name: HeaderName(bytes.span.extracting(name)), nameRange: name,
        value: colon + 1..<line.upperBound))
  }

  /// Whether one of the next two lines is a field that mail programs write.
  private static func hasField(_ bytes: [UInt8], in range: Range<Int>, orFold: Bool) -> Bool {
    for line in ByteLines(bytes, in: range).prefix(2) {
      guard let first = line.range.first else { return false }
      if orFold, bytes[first] == 0x20 || bytes[first] == 0x09 { return true }
      guard
        let length = HeaderNames.nameLength(in: bytes, at: first, before: line.range.upperBound)
      else {
        if orFold { return false }
        continue
      }
      if HeaderNames.isKnown(bytes, first..<first + length) { return true }
    }
    return false
  }

  /// The raw values of all fields of a name, unfolded and trimmed.
  func values(_ name: HeaderName, in bytes: [UInt8]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    for field in fields where field.name == name {
      values.append(HeaderBlock.unfolded(bytes[field.value]))
    }
    return values
  }

  /// The raw value of the first field of a name that is not empty.
  func value(_ name: HeaderName, in bytes: [UInt8]) -> [UInt8]? {
    for field in fields where field.name == name {
      let value = HeaderBlock.unfolded(bytes[field.value])
      if !value.isEmpty { return value }
    }
    return nil
  }

  /// A value of ASCII, such as a keyword or a mail address; lower-cased and trimmed.
  func keyword(_ name: HeaderName, in bytes: [UInt8]) -> String? {
    value(name, in: bytes).map { String(decoding: $0.lowercasedASCII, as: UTF8.self) }
  }

  /// Whether there is such a field.
  func contains(_ name: HeaderName) -> Bool { fields.contains { $0.name == name } }
}
