import Text

extension CueReader {
  /// Removes from each cue what the cue before it showed last (roll-up captions): whole lines, else
  /// words at its start.
  ///
  /// Lines are compared without mark-up. A short line said again in a cue of its own stays: only
  /// cues that overlap, or longer lines in cues that touch, are taken for repeats.
  static func withoutRepeats(_ cues: [Cue]) -> [Cue] {
    var output: [Cue] = []
    var before: (lines: [String], payload: String, to: Double)?
    for cue in cues {
      let raw = cue.payload.split(separator: "\n").filter {
        !$0.utf8.allSatisfy(\.isASCIIWhiteSpace)
      }
      let lines = raw.map(plainLine)
      var payload = cue.payload
      if let before, cue.from <= before.to + 0.05,
        cue.to >= before.to - 0.05 || lines == before.lines
      {
        let overlaps = cue.from < before.to - 0.001
        let count = repeatedLineCount(before.lines, lines)
        let byteCount = lines.prefix(count).reduce(0) { $0 + $1.utf8.count }
        if count > 0 {
          // Nothing can be said in a quarter of a second.
          let isFlash = cue.to - cue.from < 0.25
          if overlaps || isFlash || byteCount >= 16 || count < lines.count {
            payload = openVoice(raw.prefix(count)) + raw.dropFirst(count).joined(separator: "\n")
            if count == lines.count { payload = "" }
          }
        } else {
          payload = withoutRepeatedWords(cue.payload, after: before.payload, overlaps: overlaps)
        }
      }
      before = (lines, cue.payload, cue.to)
      guard !payload.utf8.allSatisfy(\.isASCIIWhiteSpace) else {
        if let last = output.indices.last { output[last].to = max(output[last].to, cue.to) }
        continue
      }
      output.append(Cue(from: cue.from, to: cue.to, payload: payload))
    }
    return output
  }

  /// How many of the first lines are the last of the lines before, at most 20.
  private static func repeatedLineCount(_ before: [String], _ lines: [String]) -> Int {
    let most = min(before.count, lines.count, 20)
    return stride(from: most, to: 0, by: -1)
      .first { before.suffix($0).elementsEqual(lines.prefix($0)) } ?? 0
  }

  /// A line's words without mark-up and without white space around them.
  private static func plainLine(_ line: Substring) -> String {
    CuePayload(String(line)).runs.map(\.text).joined(separator: " ")
  }

  /// The `<v Name>` that some lines leave open.
  private static func openVoice(_ lines: ArraySlice<Substring>) -> String {
    let text = lines.joined(separator: "\n")
    let parts = text.split(separator: "<", omittingEmptySubsequences: false).dropFirst()
    let last = parts.last { $0.hasPrefix("v ") || $0.hasPrefix("v.") || $0.hasPrefix("/v>") }
    guard let last, !last.hasPrefix("/"), let end = last.firstIndex(of: ">") else { return "" }
    return "<" + last[...end]
  }

  /// The payload without the words at its start that end the one before: at least three, and all of
  /// them in cues that only touch. At most 60 words are compared; payloads with mark-up stay.
  private static func withoutRepeatedWords(
    _ payload: String, after before: String, overlaps: Bool
  ) -> String {
    guard !payload.utf8.contains(UInt8(ascii: "<")), !before.utf8.contains(UInt8(ascii: "<")) else {
      return payload
    }
    let earlier = before.split(whereSeparator: \.isWhitespace)
    let words = payload.split(whereSeparator: \.isWhitespace)
    let most = min(earlier.count, words.count, 60)
    guard most >= 3 else { return payload }
    let count = stride(from: most, to: 2, by: -1).first { count in
      (overlaps || count == earlier.count)
        && earlier.suffix(count).elementsEqual(words.prefix(count))
    }
    guard let count else { return payload }
    return count == words.count ? "" : String(payload[words[count].startIndex...])
  }
}
