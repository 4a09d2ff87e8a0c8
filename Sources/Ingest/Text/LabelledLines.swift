import Complaints
import Text

/// A plain text whose lines name their speakers, read as turns.
struct LabelledLines {
  /// The turns, in order.
  var turns: [Turn] = []
  /// The text before the first label, as it stands.
  var preamble = ""
  /// Whether clock times or dates beside the labels speak for a chat.
  var isChat = false
  /// The first moment beside a label.
  var started: Timestamp?

  /// Reads a text as a transcript; nil when it is none.
  ///
  /// It is one when at least three lines carry labels, of at least two kinds that repeat, and at
  /// least 60 % of the lines that are not blank carry one or go on from one that does. Two lines
  /// are enough where the labels are of a kind that only speakers have: see `ShortTalk`.
  init?(_ lines: TextLines) {
    var labels: [Int: SpeakerLabel] = [:]
    var counts: [String: Int] = [:]
    var filledCount = 0
    var coveredCount = 0
    var goesOn = false
    for index in 0..<lines.count {
      if lines.isBlank(index) {
        goesOn = false
        continue
      }
      filledCount += 1
      if let label = SpeakerLabel(lines[index]) {
        labels[index] = label
        counts[label.speaker.lowercased(), default: 0] += 1
        coveredCount += 1
        goesOn = true
      } else if goesOn {
        let isIndented = lines[index].first?.isASCIIWhiteSpace == true
        if isIndented || lines[index - 1].count >= 60 { coveredCount += 1 } else { goesOn = false }
      }
    }
    guard
      LabelledLines.repeats(counts, labels.count) && coveredCount * 5 >= filledCount * 3
        || ShortTalk.holds(lines, labels)
    else { return nil }
    read(lines, labels)
  }

  /// Whether labels come again as speakers do.
  ///
  /// Heads such as "Call ID: 5" stand above the talk: what is said once there is no speaker.
  private static func repeats(_ counts: [String: Int], _ labelCount: Int) -> Bool {
    guard labelCount >= 3, counts.count >= 2 else { return false }
    let repeated = counts.values.filter { $0 > 1 }
    guard !repeated.isEmpty, repeated.reduce(0, +) * 2 >= labelCount else { return false }
    return counts.count <= 12 || labelCount >= counts.count * 4
  }

  private mutating func read(_ lines: TextLines, _ labels: [Int: SpeakerLabel]) {
    let ordered = labels.sorted { $0.key < $1.key }
    guard let first = ordered.first else { return }
    let preambleEnd = lines.ranges[first.key].lowerBound
    preamble = String(decoding: lines.bytes[..<preambleEnd], as: UTF8.self)
    let base = ordered.lazy.compactMap(\.value.time).first
    started = ordered.lazy.compactMap(\.value.moment).first
    for (place, entry) in ordered.enumerated() {
      let (index, label) = entry
      let next = place + 1 < ordered.count ? ordered[place + 1].key : lines.count
      var end = next - 1
      while end > index, lines.isBlank(end) { end -= 1 }
      var bytes = lines.bytes[label.wordsStart..<lines.ranges[end].upperBound]
      while bytes.last?.isASCIIWhiteSpace == true { bytes = bytes.dropLast() }
      var turn = Turn(speaker: label.speaker, text: String(decoding: bytes, as: UTF8.self))
      if let moment = label.moment, let started {
        turn.from = Double(moment.seconds - started.seconds)
      } else if let time = label.time, let base {
        turn.from = base < 300 ? time : time - base
      }
      turns.append(turn)
    }
    let head = preamble.utf8.prefix(400).lowercasedASCII
    isChat =
      started != nil || (base ?? 0) >= 300 || String(decoding: head, as: UTF8.self).contains("chat")
  }
}
