extension Charset {
  /// The charset that a byte order mark names, and the mark's length.
  static func mark(of bytes: [UInt8]) -> (Charset, Int)? {
    guard let first = bytes.first, first >= 0xEF else { return nil }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count > 4 { return (.utf32, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Whether bytes are valid UTF-8 where this charset has NULs in every space and line end.
  func isRefuted(by bytes: [UInt8]) -> Bool {
    switch form {
    case .utf16, .utf32:
      return !bytes.containsZero && bytes.contains(where: \.isASCIIWhiteSpace) && bytes.isValidUTF8
    default: return false
    }
  }

  /// The likeliest charset of bytes that are not plainly valid UTF-8; windows-1252 in doubt.
  static func guessed(from bytes: [UInt8], isLabelledUTF8: Bool) -> Charset {
    let census = ByteCensus(bytes)
    if let wide = census.wide { return wide }
    if !isLabelledUTF8, bytes.containsEscapeSequence { return .iso2022jp }
    if census.strayByteCount == 0 || census.sequenceCount * 2 >= census.strayByteCount {
      return .utf8
    }
    if isLabelledUTF8, census.strayByteCount < 16 { return .utf8 }
    return census.national ?? (isLabelledUTF8 ? .utf8 : .windows1252)
  }
}
