private import Glibc

extension Charset {
  /// Decodes bytes without a byte order mark.
  func decoded(_ bytes: [UInt8]) -> DecodedText {
    var output: [UInt8] = []
    var repaired = 0
    switch form {
    case .utf8:
      output.reserveCapacity(bytes.count + 16)
      repaired = Charset.appendRepairedUTF8(bytes, to: &output)
    case .windows1252:
      output.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes { Windows1252.append(byte, to: &output) }
    case .utf16(let isBigEndian):
      return Charset.decodedUTF16(bytes, isBigEndian: isBigEndian, name: name)
    case .utf32: repaired = Charset.convert(bytes, from: "UTF-32LE", to: &output)
    case .iso2022jp:
      repaired = Charset.convert(Charset.shiftJIS(fromISO2022: bytes), from: "CP932", to: &output)
    case .hz: repaired = Charset.convert(Charset.gb(fromHZ: bytes), from: "GB18030", to: &output)
    case .iconv(let converter):
      if bytes.isPlainASCII, !["UTF-7", "ISO-2022-KR", "ISO-2022-CN"].contains(converter) {
        output = bytes
      } else {
        repaired = Charset.convert(bytes, from: converter, to: &output)
      }
    }
    if output.containsZero { repaired += Charset.replaceZeros(in: &output) }
    return DecodedText(
      text: String(decoding: output, as: UTF8.self), charset: name, repairedByteCount: repaired)
  }

  /// Appends valid UTF-8 as it stands and every other byte as windows-1252; counts the latter.
  private static func appendRepairedUTF8(_ bytes: [UInt8], to output: inout [UInt8]) -> Int {
    var repaired = 0
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = bytes[...].sequenceLength(at: index)
      if length > 0 {
        index += length
        continue
      }
      output.append(contentsOf: bytes[start..<index])
      Windows1252.append(bytes[index], to: &output)
      repaired += 1
      index += 1
      start = index
    }
    output.append(contentsOf: bytes[start...])
    return repaired
  }

  private static func decodedUTF16(_ bytes: [UInt8], isBigEndian: Bool, name: String) -> DecodedText
  {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var zeros = bytes.count & 1
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      if unit == 0 { zeros += 1 }
      units.append(unit == 0 ? 0xFFFD : unit)
    }
    return DecodedText(
      text: String(decoding: units, as: UTF16.self), charset: name, repairedByteCount: zeros)
  }

  private static func replaceZeros(in bytes: inout [UInt8]) -> Int {
    var replaced: [UInt8] = []
    replaced.reserveCapacity(bytes.count + 16)
    var count = 0
    for byte in bytes {
      if byte == 0 {
        replaced.append(contentsOf: [0xEF, 0xBF, 0xBD])
        count += 1
      } else {
        replaced.append(byte)
      }
    }
    bytes = replaced
    return count
  }

  /// Converts with the C library; a byte it refuses becomes U+FFFD. Counts those bytes.
  private static func convert(_ bytes: [UInt8], from name: String, to output: inout [UInt8]) -> Int
  {
    let converter = iconv_open("UTF-8", name)
    guard Int(bitPattern: converter) != -1 else {
      for byte in bytes { Windows1252.append(byte, to: &output) }
      return bytes.count
    }
    defer { iconv_close(converter) }
    var repaired = 0
    var input = bytes
    var chunk = [CChar](repeating: 0, count: 16 << 10)
    output.reserveCapacity(bytes.count * 2)
    input.withUnsafeMutableBytes { raw in
      guard let base = raw.baseAddress else { return }
      var position: UnsafeMutablePointer<CChar>? = base.assumingMemoryBound(to: CChar.self)
      var left = raw.count
      while true {
        var code: CInt = 0
        chunk.withUnsafeMutableBufferPointer { buffer in
          guard let start = buffer.baseAddress else { return }
          var target: UnsafeMutablePointer<CChar>? = start
          var room = buffer.count
          let result =
            left > 0
            ? iconv(converter, &position, &left, &target, &room)
            : iconv(converter, nil, nil, &target, &room)
          code = result == -1 ? errno : 0
          let made = UnsafeRawBufferPointer(start: start, count: buffer.count - room)
          output.append(contentsOf: made)
        }
        if code == E2BIG { continue }
        if left == 0 { return }
        guard code == EILSEQ || code == EINVAL, let at = position else { return }
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        if code == EINVAL {
          repaired += left
          return
        }
        repaired += 1
        position = at + 1
        left -= 1
      }
    }
    return repaired
  }
}
