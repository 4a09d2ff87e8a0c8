import Complaints
import Text

extension MailZoner {
  /// Labels the banner of a gateway over the mail: a paragraph, or two, at the top.
  mutating func markBanner(from start: Int) {
    var paragraph = start
    for _ in 0..<2 {
      guard let first = firstWords(from: paragraph), first < script.lines.count else { return }
      guard let end = bannerEnd(first) else { return }
      mark(first..<end, as: .boilerplate)
      paragraph = end
    }
  }

  /// The end of the banner that starts at a line: behind the last line of the paragraph that holds
  /// one of its words, so that words right below it stay the author's; nil when it is none.
  private func bannerEnd(_ first: Int) -> Int? {
    let words = script.lines[first].words
    let head = Substring(words.utf8.drop { "*-=_#! ".utf8.contains($0) })
    guard script.lines[first].depth == 0, MailWords.banners.isStart(of: head) else { return nil }
    if head.hasPrefix("[extern") {
      let rest = head.utf8.drop { $0 != UInt8(ascii: "]") }.dropFirst()
      if rest.allSatisfy({ "*-=_# ".utf8.contains($0) }) { return first + 1 }
    }
    var end: Int?
    var index = first
    var last = ""
    while index < script.lines.count, !script.lines[index].isBlank, index - first < 8 {
      if MailWords.isOwnVoice(script.lines[index].words) { break }
      // A banner's words may go over the end of a line.
      let words = script.lines[index].words
      let isSplit =
        !MailWords.bannerWords.occurs(in: last)
        && MailWords.bannerWords.occurs(in: last + " " + words)
      if isSplit || MailWords.bannerWords.occurs(in: words) { end = index + 1 }
      last = String(words.suffix(24))
      index += 1
    }
    return end
  }

  /// Labels legal notices, list footers and the lines of mail programs.
  mutating func markFurniture(_ range: Range<Int>) {
    var index = range.lowerBound
    while let first = firstWords(from: index), first < range.upperBound {
      var end = first
      while end < range.upperBound, !script.lines[end].isBlank { end += 1 }
      if let footer = listFooter(first..<end) {
        mark(footer..<range.upperBound, as: .boilerplate)
        return
      }
      if isLegal(first) {
        relabel(first..<end, as: .disclaimer)
      } else {
        for line in first..<end where isFurniture(line) {
          relabel(line..<line + 1, as: .boilerplate)
        }
      }
      markArmour(first..<end)
      index = end
    }
  }

  /// Labels body and signature lines; quotes and what the mark-up said stay.
  private mutating func relabel(_ range: Range<Int>, as zone: PassageKind) {
    for index in range where !script.lines[index].isFixed {
      let old = script.lines[index].zone
      if old == .body || old == .signature { script.lines[index].zone = zone }
    }
  }

  /// Whether the paragraph that starts at a line is a legal notice.
  func isLegal(_ first: Int) -> Bool {
    guard script.lines[first].depth == 0 else { return false }
    var end = first
    var words = ""
    while end < script.lines.count, !script.lines[end].isBlank, words.utf8.count < 4_000 {
      let line = script.lines[end].words
      words +=
        line.isEmpty
        ? foldedForIdentity(String(script.words(script.lines[end].range).prefix(1_500))) : line
      words += " "
      end += 1
    }
    let head = Substring(words.utf8.drop { "*-=_# ".utf8.contains($0) })
    if MailWords.legalStarts.isStart(of: head) { return true }
    guard words.utf8.count > 80 else { return false }
    let count = MailWords.legalWords.count(in: words, limit: 2)
    guard count == 2 || count == 1 && MailWords.legalTopics.occurs(in: words) else { return false }
    return !MailWords.isOwnVoice(words)
  }

  private func isFurniture(_ index: Int) -> Bool {
    let words = script.lines[index].words
    let isStart =
      index == 0 || script.lines[index - 1].isBlank || script.lines[index - 1].zone != .body
    guard !words.isEmpty, words.utf8.count <= (isStart ? 200 : 60), isStandalone(index),
      !MailWords.isOwnVoice(words)
    else { return false }
    let head = Substring(words.utf8.drop { "[<(*| ".utf8.contains($0) })
    return MailWords.furnitureStarts.isStart(of: head)
      || MailWords.furnitureStarts.isStart(of: words)
  }

  /// The first line of a mailing list's footer in a paragraph: a rule, then words of lists.
  private func listFooter(_ paragraph: Range<Int>) -> Int? {
    for index in paragraph
    where isRule(index) && script.lines[index].depth == 0 && script.lines[index].zone != .quoted {
      let rest = script.lines[index..<min(index + 8, script.lines.count)].map(\.words)
      let words = rest.joined(separator: " ")
      if MailWords.listFooterWords.occurs(in: words) { return index }
    }
    return nil
  }

  /// The armour of signed text (RFC 4880 §7) and of its signature.
  private mutating func markArmour(_ paragraph: Range<Int>) {
    guard let first = paragraph.first else { return }
    if script.lines[first].words.hasPrefix("-----begin pgp signed message") {
      relabel(paragraph, as: .boilerplate)
    }
    for index in paragraph where script.lines[index].words.hasPrefix("-----begin pgp signature") {
      var end = index
      while end < script.lines.count, end - index < 100,
        !script.lines[end].words.hasPrefix("-----end pgp")
      {
        end += 1
      }
      relabel(index..<min(end + 1, script.lines.count), as: .boilerplate)
    }
  }
}
