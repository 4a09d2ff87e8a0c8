import Text

/// Files that old programs put into the text itself: uuencode and yEnc blocks.
enum Uuencoded {
  /// A file found in a text.
  struct File {
    /// The name behind "begin 644".
    var name: String
    /// Half-open range of the whole block in the text's bytes.
    var range: Range<Int>
    /// The content; empty for yEnc, which is not read.
    var bytes: [UInt8]
  }

  /// The blocks in a text; a "begin" without "end" counts when lines of the right length follow.
  static func files(in bytes: [UInt8]) -> [File] {
    var files: [File] = []
    var open: (name: String, start: Int, isY: Bool)?
    var content: [UInt8] = []
    for line in ByteLines(bytes) {
      if let block = open {
        let isEnd =
          block.isY
          ? bytes.starts(with: "=yend", at: line.range.lowerBound, before: line.range.upperBound)
          : bytes[line.range].elementsEqual("end".utf8)
        if isEnd {
          files.append(File(name: block.name, range: block.start..<line.next, bytes: content))
          open = nil
        } else if !block.isY, !append(bytes[line.range], to: &content) {
          open = nil
        }
        continue
      }
      let start = line.range.lowerBound
      if bytes.starts(with: "begin ", at: start, before: line.range.upperBound) {
        let words = bytes[line.range].split(separator: 0x20, maxSplits: 2)
        guard words.count == 3, (3...4).contains(words[1].count),
          words[1].allSatisfy({ (0x30...0x37).contains($0) })
        else { continue }
        open = (EncodedWords.decoded(Array(words[2]).trimmed, charset: nil), start, false)
        content = []
      } else if bytes.starts(with: "=ybegin ", at: start, before: line.range.upperBound) {
        let text = String(decoding: bytes[line.range], as: UTF8.self)
        let pieces = text.split(separator: "name=", maxSplits: 1)
        let name = pieces.count == 2 ? String(pieces[1]) : "yEnc"
        open = (name, start, true)
        content = []
      }
    }
    return files
  }

  /// The content of a part that is one block as a whole.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    if let first = files(in: bytes).first { return first.bytes }
    var content: [UInt8] = []
    for line in ByteLines(bytes) { _ = append(bytes[line.range], to: &content) }
    return content
  }

  /// Appends one line; false when its length does not fit what it says.
  private static func append(_ line: ArraySlice<UInt8>, to content: inout [UInt8]) -> Bool {
    guard let first = line.first else { return true }
    guard (0x20...0x60).contains(first) else { return false }
    let length = Int((first - 0x20) & 0x3F)
    let needed = (length + 2) / 3 * 4
    let body = line.dropFirst()
    guard body.count <= needed + 2, body.count * 4 >= length * 4 || body.count + 4 >= needed else {
      return false
    }
    var quantum: UInt32 = 0
    var made = 0
    for position in 0..<needed {
      let index = body.startIndex + position
      let byte = index < body.endIndex ? body[index] : 0x20
      quantum = quantum << 6 | UInt32((byte &- 0x20) & 0x3F)
      guard position & 3 == 3 else { continue }
      for shift: UInt32 in [16, 8, 0] where made < length {
        content.append(UInt8(truncatingIfNeeded: quantum >> shift))
        made += 1
      }
      quantum = 0
    }
    return true
  }
}
