import Complaints
import Text

/// One reader's comment on a saved page.
struct SavedComment: Equatable {
  /// The name beside it.
  var author: String?
  /// The date beside it, as written.
  var date: String?
  /// Ranges of the page's bytes and what they are, one for each line; nil stands for a blank line.
  private(set) var pieces: [Piece?] = []
  /// Whether any of the lines are the reader's words.
  private(set) var hasWords = false

  /// A line's words.
  struct Piece: Equatable {
    var range: Range<Int>
    var kind: PassageKind
  }

  /// Adds a line; nil for a blank one.
  mutating func append(_ piece: Piece?) {
    pieces.append(piece)
    if piece?.kind == .body { hasWords = true }
  }
}

/// The comments of a saved page and what stands between them that nobody said.
struct SavedComments {
  /// The comments, in page order.
  private(set) var comments: [SavedComment] = []
  /// Lines that are furniture of the page.
  private(set) var furniture: [Int] = []

  private let lines: TextLines

  /// Reads the comments of a page: bullets, or heads such as "Ana says:" with a date.
  init(_ page: SavedPage) {
    lines = page.lines
    let filled = page.comments.filter { !page.lines.isBlank($0) }
    if let first = filled.first(where: { bulletLength($0) != nil }), isBulleted(filled) {
      readBullets(page.comments, indentation: lines.indentation(first))
    } else {
      readHeads(page.comments)
    }
    comments.removeAll { !$0.hasWords }
  }

  /// The bytes of a bullet and the space behind it; nil when a line starts with none.
  private func bulletLength(_ index: Int) -> Int? {
    let line = lines.bytes[lines.trimmedRange(index)]
    for bullet in ["•", "◦", "▪", "‣", "·", "*", "-", "–"] where line.starts(with: bullet.utf8) {
      let rest = line.dropFirst(bullet.utf8.count)
      let space = rest.prefix { $0 == 0x20 || $0 == 0x09 }
      return space.isEmpty ? nil : bullet.utf8.count + space.count
    }
    return nil
  }

  private func isBulleted(_ filled: [Int]) -> Bool {
    let heads = filled.filter { head($0) != nil }.count
    return filled.filter { bulletLength($0) != nil }.count > heads
      || filled.first.map { bulletLength($0) != nil } == true
  }

  private mutating func readBullets(_ range: Range<Int>, indentation: Int) {
    var isOver = false
    for index in range {
      if lines.isBlank(index) {
        if !comments.isEmpty, !isOver { comments[comments.count - 1].append(nil) }
        continue
      }
      let indent = lines.indentation(index)
      let trimmed = lines.trimmedRange(index)
      if indent <= indentation, let length = bulletLength(index) {
        isOver = false
        var comment = SavedComment()
        let words = trimmed.lowerBound + length..<trimmed.upperBound
        if let head = CommentHead(String(decoding: lines.bytes[words], as: UTF8.self)) {
          (comment.author, comment.date) = (head.author, head.date)
          comment.append(.init(range: words, kind: .heading))
        } else {
          comment.append(.init(range: words, kind: .body))
        }
        comments.append(comment)
      } else if comments.isEmpty || isOver || (indentation > 0 && indent < indentation) {
        isOver = true
        furniture.append(index)
      } else {
        add(index, trimmed)
      }
    }
  }

  private mutating func readHeads(_ range: Range<Int>) {
    for index in range {
      if lines.isBlank(index) {
        if !comments.isEmpty { comments[comments.count - 1].append(nil) }
        continue
      }
      if let head = head(index) {
        var comment = SavedComment()
        (comment.author, comment.date) = (head.author, head.date)
        comment.append(.init(range: lines.trimmedRange(index), kind: .heading))
        comments.append(comment)
      } else if comments.isEmpty {
        if PageMarks.isFurniture(lines.trimmed(index)) {
          furniture.append(index)
        } else {
          comments.append(SavedComment())
          add(index, lines.trimmedRange(index))
        }
      } else {
        add(index, lines.trimmedRange(index))
      }
    }
  }

  private func head(_ index: Int) -> CommentHead? { CommentHead(lines.trimmed(index)) }

  /// Adds a line to the comment that is open.
  private mutating func add(_ index: Int, _ range: Range<Int>) {
    let last = comments.count - 1
    let line = lines.trimmed(index)
    let isAtTop = !comments[last].hasWords
    if isAtTop, comments[last].author != nil, comments[last].date == nil,
      line.utf8.count <= 60, CommentHead.date(in: line) != nil
    {
      comments[last].date = line
      comments[last].append(.init(range: range, kind: .heading))
      return
    }
    let kind: PassageKind = PageMarks.isFurniture(line) ? .boilerplate : .body
    comments[last].append(.init(range: range, kind: kind))
  }
}

/// The line above a comment: "Ana says:", "Ana Ruiz on March 4, 2010 at 9:12 am".
struct CommentHead: Equatable {
  var author: String
  var date: String?

  /// Reads a line; nil when it heads no comment.
  init?(_ line: String) {
    guard line.utf8.count <= 120, let first = line.first, first.isLetter || first.isNumber else {
      return nil
    }
    var name = line[...]
    for verb in [" says", " said", " wrote", " schreibt", " sagt", " dit", " dice", " commented"] {
      guard let cut = name.firstRange(ofWords: verb) else { continue }
      let rest = name[cut...].dropFirst(verb.count).drop { $0 == ":" || $0 == " " || $0 == "," }
      let isDated = !rest.isEmpty && CommentHead.date(in: String(rest)) != nil
      let isColon = rest.isEmpty && line.hasSuffix(":")
      guard isDated || isColon, CommentHead.isName(name[..<cut]) else { return nil }
      author = String(name[..<cut])
      date = isDated ? String(rest) : nil
      return
    }
    for separator in [" on ", " – ", " - ", " | ", ", "] {
      guard let cut = name.firstRange(ofWords: separator) else { continue }
      let rest = String(name[cut...].dropFirst(separator.count))
      guard rest.utf8.count <= 60, CommentHead.date(in: rest) != nil,
        CommentHead.isName(name[..<cut])
      else { continue }
      name = name[..<cut]
      author = String(name)
      date = rest
      return
    }
    return nil
  }

  /// The words when they are a date with a year.
  static func date(in words: String) -> String? {
    guard words.utf8.count <= 70, words.split(separator: " ").count <= 10 else { return nil }
    return WrittenDate.timestamp(words.replacingPrefix("on ").replacingPrefix("at ")) == nil
      ? nil : words
  }

  private static func isName(_ name: Substring) -> Bool {
    let words = name.split(separator: " ")
    return (1...5).contains(words.count) && !name.contains { ".!?:;\"“”".contains($0) }
      && name.first?.isLowercase == false
  }
}

extension String {
  /// The text without a prefix it may have.
  func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
