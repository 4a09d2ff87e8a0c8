import Complaints
import Text

/// What each line of an article is: heading, body, turn of a told dialogue, or furniture.
struct ArticleZones {
  /// A line's kind; for a turn the speaker, the role and where its words start in the line.
  struct Line: Equatable {
    var kind: PassageKind
    var speaker: String?
    var role: Role?
    var wordsStart = 0
  }
  /// One entry for each line of the range.
  private(set) var zones: [Line]
  private let page: SavedPage
  private let range: Range<Int>

  /// Judges the lines of an article.
  init(_ page: SavedPage, _ range: Range<Int>) {
    self.page = page
    self.range = range
    zones = Array(repeating: Line(kind: .body), count: range.count)
    let filled = range.filter { !page.lines.isBlank($0) }
    markTitle(filled)
    markFurniture(filled)
    markAbout(filled)
    markTurns(filled)
  }

  private var lines: TextLines { page.lines }

  private mutating func set(_ index: Int, _ kind: PassageKind) {
    zones[index - range.lowerBound].kind = kind
  }

  private func kind(_ index: Int) -> PassageKind { zones[index - range.lowerBound].kind }

  /// The title, what stands between it and its repetition, and subheadings.
  private mutating func markTitle(_ filled: [Int]) {
    guard let first = filled.first, lines.ranges[first].count <= 160 else { return }
    guard page.standsAlone(first), filled.count > 1 else { return }
    let title = lines.trimmed(first)
    set(first, .heading)
    for (place, index) in filled.prefix(6).enumerated().dropFirst()
    where TitleShape.head(of: lines.trimmed(index)) == TitleShape.head(of: title) {
      for between in filled[...place] where lines.ranges[between].count <= 160 {
        set(between, .heading)
      }
    }
    let words = title.split(separator: " ")
    let isCategories =
      title.contains(", ") && words.count <= 5 && words.allSatisfy { $0.first?.isUppercase == true }
    if isCategories, filled.count > 2, page.standsAlone(filled[1]),
      lines.ranges[filled[1]].count <= 160
    {
      set(filled[1], .heading)
    }
    for index in filled.dropFirst() where page.standsAlone(index) {
      let line = lines.trimmed(index)
      guard line.utf8.count <= 120, TitleShape.isTitle(line), TitleShape.isTitleCase(line) else {
        continue
      }
      if let last = line.last, !"!?”\"".contains(last) { set(index, .heading) }
    }
  }

  /// Lines of the page itself, captions, and the box about the author behind its tabs.
  private mutating func markFurniture(_ filled: [Int]) {
    var boxEnd = -1
    for (place, index) in filled.enumerated() {
      let line = lines.trimmed(index)
      if index <= boxEnd {
        set(index, .boilerplate)
        continue
      }
      if PageMarks.isFurniture(line) {
        set(index, .boilerplate)
        if line.lowercased().hasPrefix("the following two tabs") {
          let box = filled[place...].prefix(12)
          boxEnd =
            box.first { lines.trimmed($0).lowercased().hasPrefix("latest posts by") } ?? index
        }
      } else if index != filled.first, Caption.isCaption(line, page, index) {
        set(index, .boilerplate)
      }
    }
  }

  /// "About …" with the paragraphs behind it, when only furniture follows.
  private mutating func markAbout(_ filled: [Int]) {
    guard let place = filled.lastIndex(where: { isAboutHead($0) }), place * 2 >= filled.count else {
      return
    }
    let rest = filled[(place + 1)...]
    guard rest.count <= 14 else { return }
    let stop =
      rest.last { PageMarks.isFurniture(lines.trimmed($0)) }
      ?? (rest.count <= 4 ? rest.last : nil)
    guard let stop else { return }
    for index in filled[place...] where index <= stop { set(index, .boilerplate) }
  }

  private func isAboutHead(_ index: Int) -> Bool {
    let line = lines.trimmed(index)
    guard line.utf8.count <= 60, line.lowercased().hasPrefix("about "), page.standsAlone(index)
    else { return false }
    let words = line.split(separator: " ")
    return words.count <= 5 && line.last?.isLetter == true
  }

  /// Lines of a told dialogue: `Customer: “…”`.
  ///
  /// Taken for turns when a label repeats or names a role.
  private mutating func markTurns(_ filled: [Int]) {
    var found: [(index: Int, label: SpeakerLabel)] = []
    for index in filled where kind(index) == .body {
      guard let label = SpeakerLabel(lines[index]) else { continue }
      let words = lines.bytes[label.wordsStart..<lines.ranges[index].upperBound]
      let quotes: [String] = ["“", "\"", "„", "«", "‘", "'"]
      guard quotes.contains(where: { words.starts(with: $0.utf8) }) else { continue }
      found.append((index, label))
    }
    guard found.count >= 2 else { return }
    var counts: [String: Int] = [:]
    for (_, label) in found { counts[label.speaker.lowercased(), default: 0] += 1 }
    for (index, label) in found {
      let role = RoleLexicon.role(of: label.speaker)
      guard role != nil || (counts[label.speaker.lowercased()] ?? 0) > 1 else { continue }
      zones[index - range.lowerBound] = Line(
        kind: .turn, speaker: label.speaker, role: role,
        wordsStart: label.wordsStart - lines.ranges[index].lowerBound)
    }
  }
}

/// Captions and alternative texts of images, as saving a page leaves them between paragraphs.
enum Caption {
  /// Words that sentences have and captions lack.
  private static let sentenceWords: Set<String> = [
    "i", "you", "he", "she", "it", "we", "they", "is", "are", "was", "were", "am", "be", "been",
    "have", "has", "had", "do", "does", "did", "will", "would", "can", "could", "should", "may",
    "might", "must", "not", "no", "yes", "my", "me", "us", "them", "said", "says", "that", "this",
    "what", "why", "how", "when", "who", "because", "but", "so", "then", "please", "thanks",
    "later", "never", "again", "ago", "got", "went", "came", "told", "asked", "called",
  ]

  /// Whether a line is one: two to six words in lower case, no sentence, beside a blank line.
  static func isCaption(_ line: String, _ page: SavedPage, _ index: Int) -> Bool {
    guard line.utf8.count <= 60, let first = line.first, let last = line.last else { return false }
    guard first.isLowercase, last.isLetter || last.isNumber else { return false }
    let isBesideBlank =
      index == 0 || page.lines.isBlank(index - 1) || index + 1 >= page.lines.count
      || page.lines.isBlank(index + 1)
    // A line that goes on from the one before is no caption.
    if index > 0, !page.lines.isBlank(index - 1), page.lines[index - 1].count > 60 { return false }
    let words = line.split(separator: " ")
    guard isBesideBlank, (2...6).contains(words.count) else { return false }
    return words.allSatisfy { word in
      word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        && !sentenceWords.contains(word.lowercased())
    }
  }
}
