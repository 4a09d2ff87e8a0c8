public import Complaints
import Text

/// Makes a conversation of a WebVTT or SubRip transcript.
public struct CueReader: Sendable {
  /// A reader.
  public init() {}

  /// Whether bytes start like WebVTT or SubRip.
  public static func looksLikeCues(_ head: [UInt8]) -> Bool {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = head[start...].prefix(512)
    if lines.starts(with: "WEBVTT".utf8) {
      let next = lines.dropFirst(6).first
      return next == nil || next.map(\.isASCIIWhiteSpace) == true
    }
    let first = lines.drop { $0.isASCIIWhiteSpace }.first
    guard first.map(\.isASCIIDigit) == true else { return false }
    return CueFile(String(decoding: head[start...].prefix(2_048), as: UTF8.self)) != nil
  }

  /// The one call of a transcript.
  ///
  /// Speakers are those of `<v Name>`, else of `Name:` before the words. Captions that repeat what
  /// the cue before them showed are kept once; cues of one speaker less than 1.5 s apart are one
  /// turn, joined by a space.
  /// - Throws: `unrecognised` when the bytes are no cues, `undecodable` never.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    let decoded = DecodedText(decoding: item.bytes, label: nil)
    guard let file = CueFile(decoded.text) else {
      throw Rejection(.unrecognised, "neither WebVTT nor SubRip")
    }
    let content = Fingerprint(hashing: decoded.text.utf8).description
    var document = Document(
      identity: Fingerprint(fields: ["transcript", content]), source: item.source,
      channel: .call, contents: [.turns(CueReader.turns(of: file))])
    let header = file.headerText.drop { $0 == " " || $0 == "\t" || $0 == "-" }
    if header.contains(where: \.isLetter) { document.title = String(header) }
    for line in file.notes.joined(separator: "\n").split(separator: "\n")
    where document.received == nil {
      document.received = CueReader.date(in: line)
    }
    if document.received == nil { document.received = CueReader.date(in: header) }
    if document.received == nil {
      document.received = item.outerDate
      if item.outerDate != nil { document.warnings.append("date: the file's own") }
    }
    if file.unreadCount > 0 {
      document.warnings.append("not read: \(file.unreadCount) cues without valid times")
    }
    if decoded.repairedByteCount > 0 {
      document.warnings.append("\(decoded.repairedByteCount) bytes repaired")
    }
    return [document]
  }

  /// A date in "NOTE Date: 14 March 2026" or "created 2026-03-14T10:00:00Z".
  private static func date(in line: some StringProtocol) -> Timestamp? {
    guard line.utf8.count < 200 else { return nil }
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if word.utf8.count >= 10, let exact = Timestamp(word) { return exact }
    }
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return WrittenDate.timestamp(line[line.index(after: colon)...])
  }

  /// The turns of a file's cues.
  static func turns(of file: CueFile) -> [Turn] {
    var turns: [Turn] = []
    for cue in withoutRepeats(file.cues) {
      for run in CuePayload(cue.payload).runs {
        for line in dialogueLines(run.text) {
          turns.append(Turn(speaker: run.voice, text: line, from: cue.from, to: cue.to))
        }
      }
    }
    if turns.allSatisfy({ $0.speaker == nil }) { readNames(&turns) }
    return joined(turns)
  }

  /// A payload whose every line starts with a dash has one speaker a line.
  private static func dialogueLines(_ text: String) -> [String] {
    let lines = text.split(separator: "\n")
    guard lines.count > 1, lines.allSatisfy({ $0.hasPrefix("- ") || $0.hasPrefix("– ") }) else {
      return [text]
    }
    return lines.map { String($0.dropFirst(2)) }
  }

  /// Takes `Name:` before the words as the speaker when most turns have one.
  private static func readNames(_ turns: inout [Turn]) {
    var labels: [(index: Int, label: SpeakerLabel)] = []
    for (index, turn) in turns.enumerated() {
      if let label = SpeakerLabel(Array(turn.text.utf8)[...]) { labels.append((index, label)) }
    }
    let names = Set(labels.map(\.label.speaker))
    guard labels.count * 2 > turns.count || (labels.count > names.count && names.count > 1) else {
      return
    }
    for (index, label) in labels {
      turns[index].speaker = label.speaker
      turns[index].text = String(
        decoding: Array(turns[index].text.utf8)[label.wordsStart...], as: UTF8.self)
    }
    // Words without a name go on from the turn before.
    var current: String?
    for index in turns.indices {
      if let speaker = turns[index].speaker {
        current = speaker
      } else {
        turns[index].speaker = current
      }
    }
    turns.removeAll { $0.text.isEmpty }
  }

  /// Joins what one speaker says across cues.
  private static func joined(_ turns: [Turn]) -> [Turn] {
    var output: [Turn] = []
    for turn in turns {
      if let last = output.last, last.speaker != nil, last.speaker == turn.speaker,
        let to = last.to, let from = turn.from, from - to < 1.5, from - to > -5
      {
        output[output.count - 1].text += " " + turn.text
        output[output.count - 1].to = max(to, turn.to ?? to)
      } else {
        output.append(turn)
      }
    }
    return output
  }

  /// Removes from each cue the lines that the cue before it showed last (roll-up captions).
  ///
  /// A short line said again in a cue of its own stays: only cues that overlap, or longer lines in
  /// cues that touch, are taken for repeats.
  static func withoutRepeats(_ cues: [Cue]) -> [Cue] {
    var output: [Cue] = []
    var before: (lines: [Substring], to: Double)?
    for cue in cues {
      let lines = cue.payload.split(separator: "\n")
      var kept = lines[...]
      if let before, cue.from <= before.to + 0.05 {
        let overlaps = cue.from < before.to - 0.001
        let most = min(before.lines.count, lines.count, 20)
        for count in stride(from: most, to: 0, by: -1)
        where before.lines.suffix(count).elementsEqual(lines.prefix(count)) {
          let byteCount = lines.prefix(count).reduce(0) { $0 + $1.utf8.count }
          if overlaps || byteCount >= 16 || count < lines.count { kept = lines.dropFirst(count) }
          break
        }
      }
      before = (lines, cue.to)
      guard !kept.isEmpty else {
        if let last = output.indices.last { output[last].to = max(output[last].to, cue.to) }
        continue
      }
      var cue = cue
      if kept.count < lines.count { cue.payload = kept.joined(separator: "\n") }
      output.append(cue)
    }
    return output
  }
}
