import Complaints
import Text

/// A chat as messaging programs export it: every message begins with its time.
///
/// Three forms: date, time and `Name:` before the words; a time in brackets before the words; a time
/// and a name on a line of their own above the words. Lines without a time go on from the message
/// before. What the program itself writes ("Ana left") is no turn; a file that was left out is told
/// in a warning.
struct ChatExport {
  /// The messages, in order.
  private(set) var turns: [Turn] = []
  /// When the first message was sent; nil for clock times alone.
  private(set) var started: Timestamp?
  /// What was left out.
  private(set) var warnings: [String] = []

  private var order = DateOrder()
  private var moments: [Timestamp?] = []
  private var countsMinutes = false

  /// How many lines at the start tell whether a text is a chat export.
  private static let headLineCount = 200

  /// Whether a text starts like a chat export: its first line that is not blank begins with a time,
  /// as do two others, and names repeat.
  static func looksLikeChat(_ text: String) -> Bool { form(of: lines(of: text)) != nil }

  private enum Form { case labelled, bare, headed }

  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  private static func form(of lines: [Substring]) -> Form? {
    let head = lines.drop { $0.allSatisfy(\.isWhitespace) }.prefix(headLineCount)
    guard let first = head.first, StampedLine(first) != nil else { return nil }
    let filled = head.filter { !$0.allSatisfy(\.isWhitespace) }
    let stamped = filled.compactMap { StampedLine($0) }
    guard stamped.count >= 3 else { return nil }
    let labels = stamped.compactMap(\.speaker)
    let isRepeated = Set(labels).count < labels.count || Set(labels).count == 2
    if labels.count * 5 >= stamped.count * 3, isRepeated,
      stamped.contains(where: { !$0.date.isEmpty })
    {
      return .labelled
    }
    guard labels.isEmpty else { return nil }
    let names = stamped.map(\.words)
    let areNames = names.allSatisfy { name in
      let words = name.split(separator: " ")
      return (1...4).contains(words.count) && name.utf8.count <= 48 && name.last?.isLetter == true
    }
    if areNames, filled.count >= stamped.count * 2, (2...8).contains(Set(names).count),
      Set(names).count < names.count
    {
      return .headed
    }
    let isAlone = stamped.allSatisfy { $0.isBracketed && $0.date.isEmpty }
    return isAlone && stamped.count * 5 >= filled.count * 3 ? .bare : nil
  }

  /// Reads an export; nil when the text is none.
  init?(_ text: String) {
    let lines = ChatExport.lines(of: text)
    guard let form = ChatExport.form(of: lines) else { return nil }
    let stamps = lines.map { StampedLine($0) }
    for stamp in stamps { if let stamp, !order.isSettled { order.consider(stamp.date) } }
    var isEvent = true
    for (line, stamp) in zip(lines, stamps) {
      guard let stamp else {
        if !isEvent { goOn(line) }
        continue
      }
      isEvent = !add(stamp, form)
    }
    settle()
  }

  /// Adds the message that a line begins; false when it is what the program itself wrote.
  private mutating func add(_ stamp: StampedLine, _ form: Form) -> Bool {
    if form == .labelled, stamp.speaker == nil { return false }
    let file = ChatFile(stamp)
    if let file {
      let warning = "not read: \(file.name)"
      if warnings.count < 50, !warnings.contains(warning) { warnings.append(warning) }
    }
    if ChatFile.isNotice(stamp) { return false }
    let speaker = form == .headed ? stamp.words : stamp.speaker
    let words = form == .headed || file != nil ? "" : stamp.words
    var turn = Turn(speaker: speaker, text: words)
    turn.from = seconds(stamp.clock)
    turns.append(turn)
    moments.append(
      stamp.date.isEmpty ? nil : WrittenDate.timestamp("\(order.plain(stamp.date)) \(stamp.clock)"))
    return true
  }

  /// Seconds of a clock time; "10:02" are hours and minutes, unless the first time is "00:…".
  private mutating func seconds(_ clock: String) -> Double? {
    if turns.isEmpty { countsMinutes = clock.hasPrefix("0:") || clock.hasPrefix("00:") }
    let isShort = clock.split(separator: ":").count == 2 && !clock.hasSuffix("m")
    return SpeakerLabel.clock(Array((isShort && !countsMinutes ? clock + ":00" : clock).utf8))
  }

  private mutating func goOn(_ line: Substring) {
    guard let last = turns.indices.last else { return }
    if turns[last].text.isEmpty {
      if !line.allSatisfy(\.isWhitespace) { turns[last].text = String(line) }
    } else {
      turns[last].text += "\n" + line
    }
  }

  /// Trims the words, drops messages without any and counts times from the first.
  private mutating func settle() {
    started = moments.lazy.compactMap { $0 }.first
    let clock = turns.lazy.compactMap(\.from).first ?? 0
    for index in turns.indices {
      if let moment = moments[index], let started {
        turns[index].from = Double(moment.seconds - started.seconds)
      } else {
        turns[index].from = started == nil ? turns[index].from.map { $0 - clock } : nil
      }
      while turns[index].text.last?.isWhitespace == true { turns[index].text.removeLast() }
    }
    turns.removeAll { $0.text.isEmpty }
  }
}
