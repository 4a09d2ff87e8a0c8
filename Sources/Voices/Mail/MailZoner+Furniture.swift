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
    let folded = script.folded.span
    let words = folded.extracting(script.lines[first].words)
    let head = words.extracting(words.leadingCount(of: "*-=_#! ")...)
    guard script.lines[first].depth == 0, MailWords.banners.isStart(of: head) else { return nil }
    if head.starts(with: "[extern") {
      var index = 0
      while index < head.count, head[index] != UInt8(ascii: "]") { index += 1 }
      let rest = head.extracting(min(index + 1, head.count)...)
      if rest.leadingCount(of: "*-=_# ") == rest.count { return first + 1 }
    }
    var end: Int?
    var index = first
    var last = 0..<0
    while index < script.lines.count, !script.lines[index].isBlank, index - first < 8 {
      let words = script.lines[index].words
      if script.isOwnVoice(words) { break }
      // A banner's words may go over the end of a line.
      let isSplit =
        !last.isEmpty && !MailWords.bannerWords.occurs(in: folded.extracting(last))
        && MailWords.bannerWords.occurs(
          in: folded.extracting(last.lowerBound..<max(last.upperBound, words.upperBound)))
      if isSplit || MailWords.bannerWords.occurs(in: folded.extracting(words)) { end = index + 1 }
      last = max(words.lowerBound, words.upperBound - 24)..<words.upperBound
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
    let start = script.lines[first].folded.lowerBound
    var stop = start
    var end = first
    while end < script.lines.count, !script.lines[end].isBlank, stop - start < 4_000 {
      stop = script.lines[end].folded.upperBound + 1
      end += 1
    }
    let words = script.folded.span.extracting(start..<stop)
    let head = words.extracting(words.leadingCount(of: "*-=_# ")...)
    if MailWords.legalStarts.isStart(of: head) { return true }
    guard words.count > 80 else { return false }
    let count = MailWords.legalWords.count(in: words, limit: 2)
    guard count == 2 || count == 1 && MailWords.legalTopics.occurs(in: words) else { return false }
    return !script.isOwnVoice(start..<stop - 1)
  }

  private func isFurniture(_ index: Int) -> Bool {
    let line = script.lines[index]
    let isStart =
      index == 0 || script.lines[index - 1].isBlank || script.lines[index - 1].zone != .body
    guard !line.words.isEmpty, line.words.count <= (isStart ? 200 : 60) else { return false }
    let words = script.folded.span.extracting(line.words)
    let head = words.extracting(words.leadingCount(of: "[<(*| ")...)
    return
      (MailWords.furnitureStarts.isStart(of: head)
      || MailWords.furnitureStarts.isStart(of: words))
      && isStandalone(index) && !script.isOwnVoice(line.words)
  }

  /// The first line of a mailing list's footer in a paragraph: a rule, then words of lists.
  private func listFooter(_ paragraph: Range<Int>) -> Int? {
    for index in paragraph
    where isRule(index) && script.lines[index].depth == 0 && script.lines[index].zone != .quoted {
      let window = script.lines[index..<min(index + 8, script.lines.count)]
      for run in window.split(whereSeparator: \.isLong) {
        guard let first = run.first, let last = run.last else { continue }
        let words = first.folded.lowerBound..<max(first.folded.lowerBound, last.folded.upperBound)
        if MailWords.listFooterWords.occurs(in: script.folded.span.extracting(words)) {
          return index
        }
      }
    }
    return nil
  }

  /// The armour of signed text (RFC 4880 §7) and of its signature.
  private mutating func markArmour(_ paragraph: Range<Int>) {
    guard let first = paragraph.first else { return }
    if starts(first, with: "-----begin pgp signed message") { relabel(paragraph, as: .boilerplate) }
    for index in paragraph where starts(index, with: "-----begin pgp signature") {
      var end = index
      while end < script.lines.count, end - index < 100, !starts(end, with: "-----end pgp") {
        end += 1
      }
      relabel(index..<min(end + 1, script.lines.count), as: .boilerplate)
    }
  }

  private func starts(_ index: Int, with words: StaticString) -> Bool {
    script.folded.span.extracting(script.lines[index].words).starts(with: words)
  }
}
