import Text

/// The `>` that mailbox writers put before lines that start with "From ".
enum MboxQuoting {
  /// The message as it was before it was stored.
  ///
  /// A message that holds `>>From ` was written by a program that always adds one `>` (mboxrd): one
  /// is taken from each such line. Otherwise `>From ` counts only after a blank line (mboxo), where
  /// writers put it and people hardly do, and not where a line after a blank one starts with
  /// "From " itself: whoever wrote that does not quote (mboxcl2). Decided per message, so that it stays the same when the
  /// file grows.
  static func unquoted(_ message: [UInt8]) -> [UInt8] {
    let marks = quotedLines(in: message)
    guard !marks.isEmpty else { return message }
    let isReversible = marks.contains { $0.depth > 1 }
    if !isReversible, hasBareLine(message) { return message }
    var output: [UInt8] = []
    output.reserveCapacity(message.count)
    var start = 0
    for mark in marks where isReversible || mark.followsBlank {
      output.append(contentsOf: message[start..<mark.position])
      start = mark.position + 1
    }
    output.append(contentsOf: message[start...])
    return output
  }

  /// Whether "From " starts a line after a blank one.
  private static func hasBareLine(_ message: [UInt8]) -> Bool {
    var isAfterBlank = false
    for line in ByteLines(message) {
      if isAfterBlank,
        message.starts(with: "From ", at: line.range.lowerBound, before: line.range.upperBound)
      {
        return true
      }
      isAfterBlank = line.range.isEmpty
    }
    return false
  }

  private struct Mark {
    var position: Int
    var depth: Int
    var followsBlank: Bool
  }

  private static func quotedLines(in message: [UInt8]) -> [Mark] {
    var marks: [Mark] = []
    var position = 0
    while let hit = message.firstIndex(of: UInt8(ascii: ">"), in: position..<message.count) {
      var end = hit
      while end < message.count, message[end] == UInt8(ascii: ">") { end += 1 }
      position = end
      guard hit > 0, message[hit - 1] == 0x0A,
        message.starts(with: "From ", at: end, before: message.count)
      else { continue }
      let before = hit > 1 && message[hit - 2] == 0x0D ? hit - 2 : hit - 1
      let followsBlank = before > 0 && message[before - 1] == 0x0A
      marks.append(Mark(position: hit, depth: end - hit, followsBlank: followsBlank))
    }
    return marks
  }
}
