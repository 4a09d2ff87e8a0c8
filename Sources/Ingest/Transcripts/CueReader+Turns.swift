import Complaints
import Text

extension CueReader {
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
}
