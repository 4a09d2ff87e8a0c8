import Text

/// The header of a message or a part: where its fields and its end are.
struct HeaderBlock {
  /// One field: its name in lower case and the range of its value, folds included.
  struct Field {
    var name: String
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
    let name = HeaderNames.name(in: bytes, at: line.lowerBound, length: nameLength)
    var colon = line.lowerBound + nameLength
    while bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    fields.append(Field(name: name, value: colon + 1..<line.upperBound))
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
      if HeaderNames.isKnown(HeaderNames.name(in: bytes, at: first, length: length)) { return true }
    }
    return false
  }

  /// The raw values of all fields with a lower-case name, unfolded and trimmed.
  func values(_ name: String, in bytes: [UInt8]) -> [[UInt8]] {
    fields.lazy.filter { $0.name == name }.map { HeaderBlock.unfolded(bytes[$0.value]) }
  }

  /// The raw value of the first field with a lower-case name that is not empty.
  func value(_ name: String, in bytes: [UInt8]) -> [UInt8]? {
    for field in fields where field.name == name {
      let value = HeaderBlock.unfolded(bytes[field.value])
      if !value.isEmpty { return value }
    }
    return nil
  }

  /// A value of ASCII, such as a keyword or a mail address; lower-cased and trimmed.
  func keyword(_ name: String, in bytes: [UInt8]) -> String? {
    value(name, in: bytes).map { String(decoding: $0.lowercasedASCII, as: UTF8.self) }
  }

  /// Whether there is such a field.
  func contains(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// A value with every fold as one space, without white space at its ends.
  static func unfolded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return Array(raw).trimmed }
    var output: [UInt8] = []
    output.reserveCapacity(raw.count)
    var isInFold = false
    for byte in raw {
      if byte == 0x0A || byte == 0x0D {
        isInFold = true
      } else if isInFold, byte == 0x20 || byte == 0x09 {
        continue
      } else {
        if isInFold, let last = output.last, last != 0x20 { output.append(0x20) }
        isInFold = false
        output.append(byte)
      }
    }
    return output.trimmed
  }
}

extension Array where Element == UInt8 {
  /// The bytes without ASCII white space at either end.
  var trimmed: [UInt8] {
    guard let first = firstIndex(where: { !$0.isASCIIWhiteSpace }),
      let last = lastIndex(where: { !$0.isASCIIWhiteSpace })
    else { return [] }
    return first == 0 && last == count - 1 ? self : Array(self[first...last])
  }
}
