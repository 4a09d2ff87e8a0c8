import Text

/// How a part's bytes are wrapped for transport (RFC 2045 §6), undone with recovery.
enum TransferEncoding {
  case identity, base64, quotedPrintable, uuencode

  /// What a Content-Transfer-Encoding says; anything unknown counts as none.
  init(_ keyword: String?) {
    let name = (keyword ?? "").utf8.filter(\.isASCIILetter)
    switch String(decoding: name.prefix(32), as: UTF8.self) {
    case "base", "b": self = .base64
    case let text where text.hasPrefix("quotedp"): self = .quotedPrintable
    case let text where text.hasSuffix("uuencode") || text.hasSuffix("uue"): self = .uuencode
    default: self = .identity
    }
  }

  /// Unwrapped bytes, and text that was found behind them unwrapped, as list servers add it.
  struct Output {
    var bytes: [UInt8]
    var trailer: [UInt8] = []
  }

  /// Unwraps bytes; linear, never fails.
  func decoded(_ bytes: [UInt8]) -> Output {
    switch self {
    case .identity: Output(bytes: bytes)
    case .base64: TransferEncoding.base64(bytes)
    case .quotedPrintable: Output(bytes: TransferEncoding.quotedPrintable(bytes))
    case .uuencode: Output(bytes: Uuencoded.decoded(bytes))
    }
  }

  /// The value of a hexadecimal digit of either case.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Undoes base64: starts over after padding, passes over a few stray bytes, and takes a line that
  /// is plainly not base64 as the start of unwrapped text (P30).
  static func base64(_ bytes: [UInt8]) -> Output {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var count = 0
    for line in ByteLines(bytes) {
      if isText(bytes, line.range) {
        flush(bits, count, to: &output)
        return Output(bytes: output, trailer: Array(bytes[line.range.lowerBound...]))
      }
      for index in line.range {
        let value = sextets[Int(bytes[index])]
        if value < 64 {
          bits = bits << 6 | UInt32(value)
          count += 1
          if count == 4 {
            output.append(UInt8(truncatingIfNeeded: bits >> 16))
            output.append(UInt8(truncatingIfNeeded: bits >> 8))
            output.append(UInt8(truncatingIfNeeded: bits))
            (bits, count) = (0, 0)
          }
        } else if bytes[index] == UInt8(ascii: "=") {
          flush(bits, count, to: &output)
          (bits, count) = (0, 0)
        }
      }
    }
    flush(bits, count, to: &output)
    return Output(bytes: output)
  }

  private static func flush(_ bits: UInt32, _ count: Int, to output: inout [UInt8]) {
    if count == 2 { output.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    if count == 3 {
      output.append(UInt8(truncatingIfNeeded: bits >> 10))
      output.append(UInt8(truncatingIfNeeded: bits >> 2))
    }
  }

  /// Whether a line cannot be base64: spaces between words, or more than a few foreign bytes.
  private static func isText(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var foreign = 0
    var spaces = 0
    var length = 0
    for index in range {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 {
        if length > 0 { spaces += 1 }
      } else {
        length += 1
        if sextets[Int(byte)] == 64, byte != UInt8(ascii: "=") { foreign += 1 }
      }
    }
    if length == 0 || foreign + spaces == 0 { return false }
    if length >= 40, foreign <= 2, spaces <= 2 { return false }
    return foreign * 4 > length || spaces > 0 && foreign > 0 || spaces > 2
  }

  private static let sextets: [UInt8] = {
    var table = [UInt8](repeating: 64, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, letter) in alphabet.utf8.enumerated() { table[Int(letter)] = UInt8(value) }
    return table
  }()

  /// Undoes quoted-printable (RFC 2045 §6.7): hexadecimal of either case, soft breaks with spaces
  /// behind them; what is no escape stands as it is.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for line in ByteLines(bytes) {
      var stop = line.range.upperBound
      while stop > line.range.lowerBound, bytes[stop - 1] == 0x20 || bytes[stop - 1] == 0x09 {
        stop -= 1
      }
      var index = line.range.lowerBound
      var isSoft = false
      while let mark = bytes.firstIndex(of: UInt8(ascii: "="), in: index..<stop) {
        output.append(contentsOf: bytes[index..<mark])
        index = mark + 1
        if mark + 2 < stop, let high = hexValue(bytes[mark + 1]),
          let low = hexValue(bytes[mark + 2])
        {
          output.append(high << 4 | low)
          index = mark + 3
        } else if index == stop {
          isSoft = true
        } else {
          output.append(bytes[mark])
        }
      }
      output.append(contentsOf: bytes[index..<stop])
      if !isSoft { output.append(contentsOf: bytes[line.range.upperBound..<line.next]) }
    }
    return output
  }
}
