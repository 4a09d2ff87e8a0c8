import Text

/// Which of several versions of the same words are read.
extension MailContents {
  private struct Version {
    var index: Int
    /// "text/plain", or what it is marked up with.
    var mediaType: String
    var letters: Int
  }

  /// The alternative with the most to say: plain text, unless HTML has 1.3 times its letters (P37);
  /// with it those of the same type that say something else, and so are no alternatives.
  mutating func chosenAlternatives(of children: [Int]) -> Set<Int> {
    let versions = children.map { version($0) }
    let page = MailContents.longest(versions.filter { $0.mediaType != "text/plain" })
    let plain = MailContents.longest(versions.filter { $0.mediaType == "text/plain" })
    let chosen: Version
    switch (plain, page) {
    case (let plain?, let page?): chosen = page.letters * 10 > plain.letters * 13 ? page : plain
    case (let only?, nil), (nil, let only?): chosen = only
    case (nil, nil):
      let other = children.first { tree.parts[$0].kind != .leaf } ?? children.first
      return Set(other.map { [$0] } ?? [])
    }
    return MailContents.distinct(of: versions, like: chosen) { [self] in letters(in: $0) }
  }

  /// The root of a multipart/related (RFC 2387 §3.2), and texts that nothing in it refers to; all
  /// parts when the root holds no words.
  mutating func chosenRelated(of part: MimePart) -> Set<Int> {
    let start = part.type.value?["start"].map(MailContents.bare)
    let main = part.children.first { start != nil && contentID($0) == start } ?? part.children.first
    guard let main else { return [] }
    let chosen = version(main)
    guard chosen.letters > 0 else { return Set(part.children) }
    let others = part.children.filter { $0 != main && contentID($0) == nil }
      .map { version($0) }
    return MailContents.distinct(of: [chosen] + others, like: chosen) { [self] in letters(in: $0) }
  }

  private static func longest(_ versions: [Version]) -> Version? {
    let most = versions.map(\.letters).max() ?? 0
    return most > 0 ? versions.first { $0.letters == most } : nil
  }

  /// Those of the type of `chosen` with words that no other one has.
  private static func distinct(
    of versions: [Version], like chosen: Version, letters: (Int) -> [UInt8]
  ) -> Set<Int> {
    let same = versions.filter { $0.mediaType == chosen.mediaType && $0.letters > 0 }
    guard same.count > 1 else { return [chosen.index] }
    var seen: Set<[UInt8]> = [letters(chosen.index)]
    return Set(
      same.compactMap {
        $0.index == chosen.index || seen.insert(letters($0.index)).inserted ? $0.index : nil
      })
  }

  private mutating func version(_ index: Int) -> Version {
    let (plain, page) = letters(of: index)
    let own = tree.parts[index].type.mediaType
    let mediaType = page == 0 ? "text/plain" : own.hasPrefix("text/") ? own : "text/html"
    return Version(index: index, mediaType: mediaType, letters: page > 0 ? page : plain)
  }

  private mutating func letters(of index: Int) -> (plain: Int, page: Int) {
    let part = tree.parts[index]
    if part.kind == .multipart {
      return part.children.reduce(into: (0, 0)) { sum, child in
        let inner = letters(of: child)
        sum = (sum.0 + inner.plain, sum.1 + inner.page)
      }
    }
    guard part.kind == .leaf, !disposition(index).isAttachment else { return (0, 0) }
    switch part.type.mediaType {
    case "text/html": return (0, LetterCount.ofPage(decodedText(index)))
    case "text/plain": return (LetterCount.ofText(decodedText(index)), 0)
    // Formatted like a page: never read beside a plain text.
    case "text/enriched", "text/richtext": return (0, LetterCount.ofText(decodedText(index)))
    default: return (0, 0)
    }
  }

  /// All letters of the texts in a part, to tell whether two parts say the same.
  private func letters(in index: Int) -> [UInt8] {
    let part = tree.parts[index]
    if part.kind == .multipart { return part.children.flatMap { letters(in: $0) } }
    let text = texts[index] ?? ""
    return part.type.mediaType == "text/html"
      ? LetterCount.lettersOfPage(text) : text.utf8.filter { $0.isASCIILetter || $0 >= 0x80 }
  }

  private func contentID(_ index: Int) -> [UInt8]? {
    tree.parts[index].header.value(.contentID, in: bytes).map(MailContents.bare)
  }

  private static func bare(_ id: [UInt8]) -> [UInt8] {
    id.filter { !$0.isASCIIWhiteSpace && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }
}
