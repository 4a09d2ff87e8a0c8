import Text

/// One cue of a WebVTT or SubRip file.
struct Cue: Equatable {
  /// Seconds.
  var from: Double
  /// Seconds.
  var to: Double
  /// The payload as it stands, lines joined by LF.
  var payload: String
}

/// The cues of a file and the words around them.
struct CueFile {
  /// The cues, in file order.
  var cues: [Cue] = []
  /// The text behind "WEBVTT" on the first line.
  var headerText = ""
  /// The lines of the header and of the notes.
  var notes: [String] = []
  /// How many cues were left out because their times are none.
  var unreadCount = 0

  /// Reads WebVTT as its specification says (W3C WebVTT §6.1), and SubRip with the same reader.
  ///
  /// Nil when the text is neither. Times take a comma, one to three digits after it and a missing
  /// hour in SubRip only. Linear.
  init?(_ text: String) {
    var lines = CueFile.lines(of: text)
    if lines.first?.starts(with: "\u{FEFF}".utf8) == true { lines[0] = lines[0].dropFirst(3) }
    guard let isWebVTT = CueFile.isWebVTT(lines) else { return nil }
    var index = 0
    if isWebVTT {
      headerText = String(decoding: lines[0].dropFirst(6), as: UTF8.self)
      index = 1
      while index < lines.count, !lines[index].isEmpty, !CueFile.holdsArrow(lines[index]) {
        notes.append(String(decoding: lines[index], as: UTF8.self))
        index += 1
      }
    }
    while index < lines.count {
      if lines[index].isEmpty {
        index += 1
        continue
      }
      block(lines, &index, isWebVTT: isWebVTT)
    }
  }

  /// Reads a block: a cue, or a note, style or region.
  private mutating func block(
    _ lines: [ArraySlice<UInt8>], _ index: inout Int, isWebVTT: Bool
  ) {
    let start = index
    var times: (from: Double, to: Double)?
    var payloadStart = index
    var hasArrow = false
    while index < lines.count, !lines[index].isEmpty {
      if CueFile.holdsArrow(lines[index]) {
        // A second arrow belongs to the next cue.
        guard !hasArrow, isWebVTT ? index - start <= 1 : true else { break }
        hasArrow = true
        times = CueFile.times(lines[index], isWebVTT: isWebVTT)
        payloadStart = index + 1
      }
      index += 1
    }
    if index == start { index += 1 }
    guard hasArrow else {
      if lines[start].starts(with: "NOTE".utf8) {
        notes.append(
          lines[start..<index].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"))
      }
      return
    }
    guard let times else {
      if payloadStart < index { unreadCount += 1 }
      return
    }
    var stop = max(index, payloadStart)
    if !isWebVTT, index < lines.count, stop > payloadStart, CueFile.holdsArrow(lines[index]),
      lines[stop - 1].allSatisfy(\.isASCIIDigit)
    {
      stop -= 1
    }
    let payload = lines[payloadStart..<stop]
    cues.append(
      Cue(
        from: times.from, to: times.to,
        payload: String(decoding: Array(payload.joined(separator: [0x0A])), as: UTF8.self)))
  }

  /// The lines of a text; they end with LF, CRLF or CR.
  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        lines.append(bytes[start..<index])
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// True for WebVTT, false for SubRip, nil for neither.
  private static func isWebVTT(_ lines: [ArraySlice<UInt8>]) -> Bool? {
    guard let first = lines.first else { return nil }
    if first.starts(with: "WEBVTT".utf8) {
      let next = first.dropFirst(6).first
      if next == nil || next == 0x20 || next == 0x09 { return true }
    }
    var rest = lines[...].drop { $0.allSatisfy(\.isASCIIWhiteSpace) }
    if let index = rest.first, index.allSatisfy({ $0.isASCIIDigit || $0 == 0x20 }) {
      rest = rest.dropFirst()
    }
    guard let line = rest.first, holdsArrow(line), times(line, isWebVTT: false) != nil else {
      return nil
    }
    return false
  }

  private static func holdsArrow(_ line: ArraySlice<UInt8>) -> Bool {
    var index = line.startIndex
    while index + 2 < line.endIndex {
      if line[index] == 0x2D, line[index + 1] == 0x2D, line[index + 2] == 0x3E { return true }
      index += 1
    }
    return false
  }
}
