/// What mail transport and wide letters hide from a search in bytes.
enum EncodedBytes {
  /// The bytes as they read once quoted-printable, base64 or two-byte letters are undone; only what
  /// differs.
  static func views(of bytes: [UInt8]) -> [[UInt8]] {
    var views: [[UInt8]] = []
    if bytes.contains(UInt8(ascii: "=")) { views.append(unquoted(bytes)) }
    if bytes.contains(0) { views.append(bytes.filter { $0 != 0 }) }
    let decoded = base64Runs(bytes)
    if !decoded.isEmpty {
      views.append(decoded)
      if decoded.contains(0) { views.append(decoded.filter { $0 != 0 }) }
    }
    return views
  }

  /// RFC 2045 §6.7: "=40" is a byte, "=" at a line's end joins it with the next.
  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "=") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let next = bytes[(index + 1)...].prefix(2)
      if next.first == 0x0A {
        index += 2
      } else if next.elementsEqual([0x0D, 0x0A]) {
        index += 3
      } else if next.count == 2, let byte = Hexadecimal.bytes(of: next) {
        result += byte
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Every run of 8 base64 letters or more, decoded; lines of one run are joined. A run that begins
  /// inside a word is decoded at each of the four ways it can be cut.
  private static func base64Runs(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var run: [UInt8] = []
    func flush() {
      if run.count >= 8 {
        for shift in 0..<(run.count < 4_096 ? 4 : 1) {
          decode(run[shift...], into: &result)
          result.append(0x0A)
        }
      }
      run.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      if let value = value(byte) {
        run.append(value)
      } else if byte != 0x0A, byte != 0x0D {
        flush()
      }
    }
    flush()
    return result
  }

  private static func decode(_ values: ArraySlice<UInt8>, into result: inout [UInt8]) {
    var bits: UInt32 = 0
    var count = 0
    for value in values {
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
