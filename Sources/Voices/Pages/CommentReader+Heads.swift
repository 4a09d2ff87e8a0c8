import Complaints
import Text

extension CommentReader {
  /// `.fn`, `cite`, `.comment-author`, `[rel=nofollow]`, then words like "Ana says:".
  func author(_ own: [Int], all: [Int]) -> String? {
    let elements = tree.layout.elements
    let tests: [(Int) -> Bool] = [
      {
        tree.names[$0].classes.contains { ["fn", "p-author", "u-author", "h-card"].contains($0) }
      },
      { (elements[$0].attributes["itemprop"] ?? "") == "author" },
      { (elements[$0].attributes["itemprop"] ?? "") == "name" || elements[$0].tag == "cite" },
      {
        tree.names[$0].has([
          "author", "username", "commenter", "nick", "nickname", "poster", "autor", "auteur",
          "autore", "pseudo",
        ])
          && !tree.names[$0].has(["date", "meta", "info", "avatar"])
      },
      {
        let rel = elements[$0].attributes["rel"] ?? ""
        return elements[$0].tag == "a" && (rel.contains("nofollow") || rel.contains("author"))
      },
      { tree.names[$0].has(["user", "name"]) && !tree.names[$0].has(["date", "avatar"]) },
    ]
    for test in tests {
      for element in own where test(element) {
        if let name = CommentReader.name(tree.words(of: element)) { return name }
      }
    }
    for block in all.prefix(3) {
      let line = tree.layout.blocks[block].text.prefix { $0 != "\n" }
      let lower = line.lowercased()
      for mark in CommentReader.saysMarks {
        if let range = lower.firstRange(of: mark) {
          return CommentReader.name(
            String(line.prefix(lower.distance(from: lower.startIndex, to: range.lowerBound))))
        }
      }
    }
    return signedName(all)
  }

  /// "Posted by: Ana | 3 May 2026" behind the words, "Ana – 3 May 2026" before them.
  private func signedName(_ all: [Int]) -> String? {
    for block in all {
      let line = tree.layout.blocks[block].text.prefix { $0 != "\n" }
      guard line.utf8.count <= 160 else { continue }
      let lower = line.lowercased()
      guard let mark = CommentReader.signMarks.first(where: { lower.hasPrefix($0) }) else {
        continue
      }
      var name = line.dropFirst(mark.count).drop { $0 == ":" || $0.isWhitespace }
      for stop in [" at ", " on ", " am ", ", ", " - ", " – "] {
        if let range = name.firstRange(of: stop) { name = name[..<range.lowerBound] }
      }
      return CommentReader.name(String(name))
    }
    guard let first = all.first else { return nil }
    let line = tree.layout.blocks[first].text.prefix { $0 != "\n" }
    guard line.utf8.count <= 80, line.contains(where: \.isNumber),
      CommentReader.date(inHead: String(line)) != nil,
      let dash = [" - ", " – ", " | ", " • ", " · "].compactMap({ line.firstRange(of: $0) })
        .min(by: { $0.lowerBound < $1.lowerBound }),
      !line[..<dash.lowerBound].contains(where: \.isNumber)
    else { return nil }
    return CommentReader.name(String(line[..<dash.lowerBound]))
  }

  private static let signMarks = ["posted by", "written by", "comment by", "geschrieben von"]

  private static let saysMarks = [
    " says", " said", " wrote", " writes", " schrieb", " sagt", " meint", " commented", " a dit",
    " dijo", " replied", " on ", " am ",
  ]

  /// A name from the head of a comment; nil when the words are no name.
  static func name(_ words: String) -> String? {
    var text = String(words.prefix { $0 != "\n" })
    for mark in [
      " says", " said", " wrote", " schrieb", " sagt", " meint", " commented", " a dit", " •", " |",
    ] {
      if let range = text.firstRange(of: mark) { text = String(text[..<range.lowerBound]) }
    }
    // "Posted 3 May 2026 by Ana".
    if let by = text.ranges(of: " by ").last, text[..<by.lowerBound].contains(where: \.isNumber) {
      text = String(text[by.upperBound...])
    }
    for mark in [
      "By ", "by ", "von ", "Posted by ", "posted by ", "Written by ", "written by ", "Von ",
      "Comment by ", "From ",
    ]
    where text.hasPrefix(mark) { text = String(text.dropFirst(mark.count)) }
    let trimmed = text.drop { $0.isWhitespace || $0 == "," || $0 == "–" || $0 == "-" }
    let end = trimmed.lastIndex { !$0.isWhitespace && $0 != ":" && $0 != "," }
    guard let end else { return nil }
    let name = String(trimmed[...end])
    guard (1...60).contains(name.utf8.count), name.split(separator: " ").count <= 6,
      name.contains(where: \.isLetter)
    else { return nil }
    return name
  }

  func date(_ own: [Int], all: [Int], except words: [Int]) -> Timestamp? {
    let elements = tree.layout.elements
    for element in own {
      let attributes = elements[element].attributes
      for name in ["datetime", "content", "title"] {
        if name == "title", elements[element].tag != "abbr", elements[element].tag != "span" {
          continue
        }
        if let value = attributes[name], let date = WrittenDate.timestamp(value) { return date }
      }
    }
    for element in own {
      let isDated =
        elements[element].tag == "time" || tree.names[element].has(["date", "time", "published"])
        || (elements[element].attributes["href"] ?? "").contains("comment")
        || tree.names[element].has(["meta", "metadata", "commentmetadata", "permalink"])
      guard isDated else { continue }
      if let date = CommentReader.date(inHead: tree.words(of: element)) { return date }
    }
    for block in all.prefix(20) where !words.prefix(20).contains(block) {
      let text = tree.layout.blocks[block].text
      guard text.utf8.count <= 120 else { continue }
      if let date = CommentReader.date(inHead: text) { return date }
    }
    if let first = words.first,
      let line = tree.layout.blocks[first].text.split(separator: "\n").first,
      line.utf8.count <= 100
    {
      return CommentReader.date(inHead: String(line))
    }
    return nil
  }

  /// A date in a line such as "Sheila P wrote on 11 September 2025, 08:15".
  static func date(inHead line: String) -> Timestamp? {
    let line = String(line.map { $0 == "\u{A0}" ? " " : $0 })
    if let date = WrittenDate.timestamp(line) { return date }
    guard let digit = line.firstIndex(where: \.isNumber) else { return nil }
    return WrittenDate.timestamp(line[digit...])
  }

  /// Takes the head off comments whose mark-up does not tell it apart.
  func dropHead(_ comment: inout Comment) {
    while comment.blocks.count > 1, let first = comment.blocks.first,
      isHead(tree.layout.blocks[first].text, author: comment.author)
    {
      comment.blocks.removeFirst()
    }
    guard let first = comment.blocks.first else { return }
    let text = tree.layout.blocks[first].text
    guard let end = text.firstIndex(of: "\n"), isHead(String(text[..<end]), author: comment.author)
    else { return }
    let rest = text[end...].drop { $0.isWhitespace }
    comment.headByteCount = text.utf8.count - rest.utf8.count
  }

  private func isHead(_ line: String, author: String?) -> Bool {
    guard line.utf8.count <= 120 else { return false }
    if let author, line.hasPrefix(author) || line == author,
      line.utf8.count <= author.utf8.count + 60
    {
      let rest = line.dropFirst(author.count).lowercased()
      return rest.isEmpty || CommentReader.date(inHead: line) != nil || rest.hasSuffix(":")
        || CommentReader.saysMarks.contains { rest.hasPrefix($0) }
    }
    return line.utf8.count <= 60 && CommentReader.date(inHead: line) != nil
  }
}
