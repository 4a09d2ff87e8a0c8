import Text

extension YAMLValue {
  /// Where the first alias stands: a `*name` to which there is an anchor `&name`.
  ///
  /// A parser puts the anchor's value in its place before anybody can count, and a few lines of
  /// aliases stand for more values than there is memory. Linear in the text.
  static func firstAlias(in text: String) -> Place? {
    let bytes = Array(text.utf8)
    let anchors = Set(names(behind: UInt8(ascii: "&"), in: bytes).map(\.name))
    guard !anchors.isEmpty else { return nil }
    let alias = names(behind: UInt8(ascii: "*"), in: bytes).first { anchors.contains($0.name) }
    guard let start = alias?.start else { return nil }
    let before = bytes[..<start].split(separator: 0x0A, omittingEmptySubsequences: false)
    let column = before.last.map { $0.count { $0 & 0xC0 != 0x80 } } ?? 0
    return Place(line: before.count, column: column + 1)
  }

  /// The words that stand directly behind a mark which no word stands before.
  private static func names(
    behind mark: UInt8, in bytes: [UInt8]
  ) -> [(name: ArraySlice<UInt8>, start: Int)] {
    var names: [(name: ArraySlice<UInt8>, start: Int)] = []
    var start = 0
    while let index = bytes.firstIndex(of: mark, in: start..<bytes.count) {
      start = index + 1
      if index > 0, isNamePart(bytes[index - 1]) { continue }
      let name = bytes[start...].prefix(while: isNamePart)
      if !name.isEmpty { names.append((name, index)) }
    }
    return names
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
