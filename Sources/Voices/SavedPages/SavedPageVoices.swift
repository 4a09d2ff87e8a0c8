import Complaints
import Text

/// The voices of a page saved as plain text: each article, each reader's comment.
enum SavedPageVoices {
  /// The posts first, then the comments, in page order.
  ///
  /// What nobody said stays in the last post's text as `boilerplate`.
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    let text = document.plainText
    let page = SavedPage(text)
    let comments = SavedComments(page)
    let role = document.authorRole(organisation)
    var seen: Set<Fingerprint> = []
    var output: [Verbatim] = []
    let articles = page.articles.isEmpty ? [0..<0] : page.articles
    for (place, range) in articles.enumerated() {
      var words = PassageText()
      append(page, range, to: &words, role: role)
      if place == articles.count - 1 { appendFurniture(page, comments, to: &words) }
      guard !words.bytes.isEmpty else { continue }
      let title = place == 0 ? document.title : page.lines.trimmed(range.lowerBound)
      var fields = ["verbatim", document.identity.description, "post"]
      if place > 0 { fields.append(title ?? "") }
      var id = Fingerprint(fields: fields)
      if seen.contains(id) { id = Fingerprint(fields: fields + [foldedForIdentity(words.text)]) }
      guard seen.insert(id).inserted else { continue }
      var post = Verbatim(
        id: id, of: document, part: .post, text: words.text, passages: words.passages,
        language: LanguageGuess.language(of: words.text), role: role)
      post.title = title
      output.append(post)
    }
    for comment in comments.comments {
      let verbatim = self.verbatim(
        of: comment, lines: page.lines, document: document, organisation: organisation)
      if seen.insert(verbatim.id).inserted { output.append(verbatim) }
    }
    return output
  }

  /// Adds the lines of an article as they stand.
  private static func append(
    _ page: SavedPage, _ range: Range<Int>, to words: inout PassageText, role: Role
  ) {
    let zones = ArticleZones(page, range).zones
    let filled = range.filter { !page.lines.isBlank($0) }
    guard let first = filled.first else { return }
    var position = page.lines.ranges[first].lowerBound
    for index in filled {
      let zone = zones[index - range.lowerBound]
      var line = page.lines.trimmedRange(index)
      if zone.kind == .turn {
        line = page.lines.ranges[index].lowerBound + zone.wordsStart..<line.upperBound
      }
      words.append(page.lines.bytes[position..<line.lowerBound])
      let told = zone.role ?? .unknown
      words.append(
        page.lines.bytes[line], as: zone.kind, role: zone.kind == .turn ? told : role,
        confidence: zone.kind == .turn ? (zone.role == nil ? 0.5 : 0.95) : 1,
        speaker: zone.speaker)
      position = line.upperBound
    }
  }

  /// Adds the head of the comments, what stands between them and what follows them.
  private static func appendFurniture(
    _ page: SavedPage, _ comments: SavedComments, to words: inout PassageText
  ) {
    let tail = page.tail.filter { !page.lines.isBlank($0) }
    for index in [page.commentHead].compactMap({ $0 }) + comments.furniture + tail {
      if !words.bytes.isEmpty { words.append("\n\n".utf8) }
      words.append(
        page.lines.bytes[page.lines.trimmedRange(index)], as: .boilerplate, role: .unknown)
    }
  }

  private static func verbatim(
    of comment: SavedComment, lines: TextLines, document: Document, organisation: Organisation
  ) -> Verbatim {
    let role: Role = organisation.isNamed(comment.author) ? .staff : .customer
    var words = PassageText()
    var blankCount = 0
    for piece in comment.pieces {
      guard let piece else {
        blankCount += 1
        continue
      }
      if !words.bytes.isEmpty { words.append(blankCount > 0 ? "\n\n".utf8 : "\n".utf8) }
      blankCount = 0
      words.append(lines.bytes[piece.range], as: piece.kind, role: role)
    }
    let fields = [
      "verbatim", document.identity.description, "comment",
      (comment.author ?? "") + (comment.date ?? "") + foldedForIdentity(words.text),
    ]
    var verbatim = Verbatim(
      id: Fingerprint(fields: fields), of: document, part: .comment, text: words.text,
      passages: words.passages, language: LanguageGuess.language(of: words.text), role: role)
    verbatim.author = comment.author.map { Party(name: $0, address: nil) }
    if let date = comment.date {
      let words = date.replacingPrefix("on ").replacingPrefix("at ")
      verbatim.received = WrittenDate.timestamp(words) ?? document.received
    }
    return verbatim
  }
}
