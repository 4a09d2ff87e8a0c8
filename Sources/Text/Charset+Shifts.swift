/// Charsets that switch between sets with escape sequences, rewritten into ones that do not.
extension Charset {
  /// ISO-2022-JP rewritten as Windows-31J, which also covers the vendors' characters that the C
  /// library refuses in ISO-2022-JP.
  static func shiftJIS(fromISO2022 bytes: [UInt8]) -> [UInt8] {
    enum Mode { case ascii, double, kana }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var mode = Mode.ascii
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B, index + 2 < bytes.count {
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0x28, 0x42), (0x28, 0x4A): mode = .ascii
        case (0x28, 0x49): mode = .kana
        case (0x24, 0x40), (0x24, 0x42): mode = .double
        default:
          output.append(byte)
          index += 1
          continue
        }
        index += 3
        continue
      }
      if byte == 0x0A || byte == 0x0D { mode = .ascii }
      switch mode {
      case .double
      where (0x21...0x7E).contains(byte) && index + 1 < bytes.count
        && (0x21...0x7E).contains(bytes[index + 1]):
        appendShifted(byte, bytes[index + 1], to: &output)
        index += 2
        continue
      case .kana where (0x21...0x5F).contains(byte): output.append(byte | 0x80)
      default: output.append(byte)
      }
      index += 1
    }
    return output
  }

  /// The arithmetic from a JIS X 0208 row and cell to Shift_JIS (JIS X 0208:1997, annex 1).
  private static func appendShifted(_ row: UInt8, _ cell: UInt8, to output: inout [UInt8]) {
    let lead = (row &- 0x21) / 2 + (row < 0x5F ? 0x81 : 0xC1)
    let trail: UInt8 =
      row & 1 == 1 ? (cell < 0x60 ? cell + 0x1F : cell + 0x20) : cell + 0x7E
    output.append(lead)
    output.append(trail)
  }

  /// HZ (RFC 1843) rewritten as GB 2312 in EUC form.
  static func gb(fromHZ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isDouble = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "~"), index + 1 < bytes.count {
        let next = bytes[index + 1]
        switch next {
        case UInt8(ascii: "{"): isDouble = true
        case UInt8(ascii: "}"): isDouble = false
        case UInt8(ascii: "~"): output.append(byte)
        case 0x0A: break
        default:
          output.append(byte)
          index += 1
          continue
        }
        index += 2
        continue
      }
      if byte == 0x0A { isDouble = false }
      output.append(isDouble && byte > 0x20 && byte < 0x7F ? byte | 0x80 : byte)
      index += 1
    }
    return output
  }
}
