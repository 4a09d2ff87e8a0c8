/// A text's lines with where they stand in its bytes.
package struct TextLines: Sendable {
  /// The text's UTF-8.
  package let bytes: [UInt8]
  /// Byte ranges of the lines, line ends excluded.
  package let ranges: [Range<Int>]

  /// The lines of a text; they end with LF or CRLF.
  package init(_ text: String) {
    bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    for line in ByteLines(bytes) { ranges.append(line.range) }
    self.ranges = ranges
  }

  /// How many lines there are.
  package var count: Int { ranges.count }

  /// A line's bytes.
  package subscript(_ index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  /// Whether a line holds nothing but white space.
  package func isBlank(_ index: Int) -> Bool {
    self[index].allSatisfy { $0.isASCIIWhiteSpace }
  }

  /// A line's text without white space around it.
  package func trimmed(_ index: Int) -> String {
    var line = self[index]
    while line.first?.isASCIIWhiteSpace == true { line = line.dropFirst() }
    while line.last?.isASCIIWhiteSpace == true { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// How many bytes of space or TAB a line starts with.
  package func indentation(_ index: Int) -> Int {
    self[index].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// Where a line's text stands in the bytes, white space around it excluded.
  package func trimmedRange(_ index: Int) -> Range<Int> {
    var range = ranges[index]
    while let first = range.first, bytes[first].isASCIIWhiteSpace {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, bytes[last].isASCIIWhiteSpace { range = range.lowerBound..<last }
    return range
  }
}
