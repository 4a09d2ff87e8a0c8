import Text

extension HeaderBlock {
  /// A value with every fold as one space, without white space at its ends.
  static func unfolded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    let raw = raw.trimmed
    guard raw.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return Array(raw) }
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
    return output
  }
}

extension ArraySlice where Element == UInt8 {
  /// The bytes without ASCII white space at either end.
  var trimmed: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isASCIIWhiteSpace { start += 1 }
    while end > start, self[end - 1].isASCIIWhiteSpace { end -= 1 }
    return self[start..<end]
  }
}

extension Array where Element == UInt8 {
  /// The bytes without ASCII white space at either end.
  var trimmed: [UInt8] {
    let inner = self[...].trimmed
    return inner.count == count ? self : Array(inner)
  }
}
