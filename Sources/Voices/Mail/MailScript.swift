import Complaints
import Text

/// A mail's text, cut into lines.
struct MailScript {
  /// All the words of the mail.
  private(set) var text = ""
  /// Its lines.
  var lines: [MailLine] = []
  /// The words of all lines folded and lower-cased, a space before and behind each line's.
  private(set) var folded: [UInt8] = []
  /// The text's UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes a document's contents below each other; plain text as it stands, a layout as lines.
  init(_ document: Document) {
    var zones: [(range: Range<Int>, zone: LayoutZones.Zone)] = []
    for content in document.contents {
      if !text.isEmpty { text += text.utf8.last == 0x0A ? "\n" : "\n\n" }
      let start = text.utf8.count
      switch content {
      case .text(let words): text += words
      case .layout(let layout):
        let written = LayoutText(layout)
        let finder = LayoutZones(layout)
        for (block, range) in written.blocks {
          guard let zone = finder.zone(ofBlock: block) else { continue }
          zones.append((start + range.lowerBound..<start + range.upperBound, zone))
        }
        text += written.text
      case .turns(let turns): text += turns.map(\.text).joined(separator: "\n")
      }
    }
    bytes = Array(text.utf8)
    (lines, folded) = MailScript.cut(bytes)
    fix(zones)
  }

  private mutating func fix(_ zones: [(range: Range<Int>, zone: LayoutZones.Zone)]) {
    var index = 0
    for (range, zone) in zones {
      while index < lines.count, lines[index].range.upperBound <= range.lowerBound,
        !(lines[index].range.lowerBound == range.lowerBound)
      {
        index += 1
      }
      while index < lines.count, lines[index].range.lowerBound < range.upperBound {
        lines[index].zone = zone.kind
        lines[index].nesting = zone.nesting
        lines[index].isFixed = true
        index += 1
      }
    }
  }

  /// A part of the text.
  func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isASCIIWhiteSpace { start += 1 }
    while end > start, bytes[end - 1].isASCIIWhiteSpace { end -= 1 }
    return start..<end
  }

  /// The name before the first ">" of a line, its up to eight letters packed: "AR> When?"; nil when
  /// there is none.
  func quoteName(_ line: Int) -> UInt64? {
    var index = lines[line].range.lowerBound
    let end = lines[line].range.upperBound
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard index < end, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index]) else {
      return nil
    }
    var name: UInt64 = 0
    var length = 0
    while index < end, bytes[index].isASCIILetter, length < 8 {
      name = name << 8 | UInt64(bytes[index])
      length += 1
      index += 1
    }
    guard index < end, bytes[index] == UInt8(ascii: ">") else { return nil }
    return index + 1 == end || " >".utf8.contains(bytes[index + 1]) ? name : nil
  }

  /// Whether folded words speak of their writer: "I", "my", "mir", "j'ai". What mail programs,
  /// gateways and lawyers write does not.
  func isOwnVoice(_ words: Range<Int>) -> Bool {
    guard !words.isEmpty else { return false }
    let padded = words.lowerBound - 1..<min(words.upperBound + 1, folded.count)
    return MailWords.firstPersons.occurs(in: folded.span.extracting(padded))
  }

  /// The first byte of a line; nil when it is empty.
  func firstByte(_ line: Int) -> UInt8? { lines[line].range.first.map { bytes[$0] } }

  /// Whether the line is exactly these bytes, trailing white space included.
  func isLine(_ line: Int, _ words: StaticString) -> Bool {
    lines[line].range.count == words.utf8CodeUnitCount
      && bytes.starts(with: words, at: lines[line].range.lowerBound, before: bytes.count)
  }
}
