import Text

/// A page that somebody saved as plain text, cut into articles, comments and furniture.
struct SavedPage {
  /// The lines.
  let lines: TextLines
  /// Ranges of lines, one for each article; more than one where a page strings several together.
  private(set) var articles: [Range<Int>] = []
  /// The line that heads the comments.
  private(set) var commentHead: Int?
  /// The lines of the comments.
  private(set) var comments: Range<Int> = 0..<0
  /// The lines behind everything that was said.
  private(set) var tail: Range<Int>

  /// Cuts a page.
  init(_ text: String) {
    let lines = TextLines(text)
    let count = lines.count
    let head = SavedPage.commentHead(lines)
    let lastProse = (0..<count).last { lines.ranges[$0].count > 240 } ?? -1
    let form = ((head ?? -1) + 1..<count).first { index in
      guard PageMarks.isReplyForm(lines.trimmed(index)) else { return false }
      return head != nil || index >= lastProse
    }
    let end = form ?? count
    self.lines = lines
    commentHead = head
    tail = end..<count
    if let head { comments = head + 1..<end }
    cutArticles(0..<(head ?? end))
  }

  /// Whether a line stands alone, nothing but blank lines before and behind it.
  func standsAlone(_ index: Int) -> Bool {
    (index == 0 || lines.isBlank(index - 1))
      && (index + 1 >= lines.count || lines.isBlank(index + 1))
  }

  /// The first line that counts comments and has something behind it that may be one.
  private static func commentHead(_ lines: TextLines) -> Int? {
    for index in 0..<lines.count where PageMarks.isCommentCount(lines.trimmed(index)) {
      // "3 Comments" beside the date at the top of a post heads nothing.
      let before = (0..<index).filter { !lines.isBlank($0) }.count
      guard before >= 3 || index * 5 > lines.count else { continue }
      if (index + 1..<lines.count).contains(where: { !lines.isBlank($0) }) { return index }
    }
    return nil
  }

  /// Cuts the part before the comments where a new article plainly begins.
  private mutating func cutArticles(_ region: Range<Int>) {
    let filled = region.filter { !lines.isBlank($0) }
    guard let first = filled.first else { return }
    var start = first
    var bodyByteCount = 0
    for (place, index) in filled.enumerated() {
      if bodyByteCount >= 300, beginsArticle(place, filled) {
        articles.append(start..<index)
        start = index
        bodyByteCount = 0
      }
      bodyByteCount += lines.ranges[index].count
    }
    articles.append(start..<region.upperBound)
  }

  /// Whether the line at a place starts another article: a review's title, a title that is given
  /// twice, or a title behind what ends an article.
  private func beginsArticle(_ place: Int, _ filled: [Int]) -> Bool {
    let index = filled[place]
    guard standsAlone(index), TitleShape.isTitle(lines.trimmed(index)) else { return false }
    let line = lines.trimmed(index)
    if TitleShape.isReviewTitle(line) { return true }
    if place > 0, PageMarks.endsArticle(lines.trimmed(filled[place - 1])) { return true }
    let head = TitleShape.head(of: line)
    guard head.contains(" ") else { return false }
    return filled[(place + 1)...].prefix(3).contains { other in
      lines.ranges[other].count <= 160 && TitleShape.head(of: lines.trimmed(other)) == head
    }
  }
}

/// What titles look like.
enum TitleShape {
  /// Whether a line can be a title: short, no sentence, no list item.
  static func isTitle(_ line: String) -> Bool {
    guard (3...140).contains(line.utf8.count), let first = line.first, let last = line.last,
      !PageMarks.isFurniture(line)
    else { return false }
    guard first.isUppercase || first.isNumber || "“\"‘".contains(first) else { return false }
    return !".,;:…".contains(last)
  }

  /// Whether most longer words of a line start with a capital letter.
  static func isTitleCase(_ line: String) -> Bool {
    let words = line.split { !$0.isLetter && $0 != "'" && $0 != "’" }.filter { $0.count > 3 }
    guard words.count >= 2 else { return false }
    return words.filter { $0.first?.isUppercase == true }.count * 4 >= words.count * 3
  }

  /// Whether a line is the title of another kind of piece: "Book Review – …".
  static func isReviewTitle(_ line: String) -> Bool {
    let kinds = [
      "book review", "film review", "product review", "review", "guest post", "podcast", "webinar",
      "video", "event", "case study", "press release",
    ]
    let lower = line.lowercased()
    guard let kind = kinds.first(where: { lower.hasPrefix($0) }) else { return false }
    let rest = lower.dropFirst(kind.count).drop { $0 == " " }
    return rest.first.map { "–—:-|".contains($0) } ?? false
  }

  /// What a title shares with its repetition: the part before a dash, without quotes, folded.
  static func head(of line: String) -> String {
    var head = line[...]
    for dash in [" – ", " — ", " - ", " | "] {
      if let cut = head.firstRange(ofWords: dash) { head = head[..<cut] }
    }
    return foldedForIdentity(head.filter { !"“”\"‘’'".contains($0) })
  }
}

extension Substring {
  /// Where some words first occur.
  func firstRange(ofWords words: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(words) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
