import Complaints
import Text

/// Makes verbatims of what a feed or an export tells apart: the post, and each reader's comment.
enum EntryVoices {
  /// One for each entry with words, in their order; an entry that is there twice has one.
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    var seen: Set<Fingerprint> = []
    return document.entries.compactMap { verbatim(of: $0, in: document, organisation) }
      .filter { seen.insert($0.id).inserted }
  }

  private static func verbatim(
    of entry: Entry, in document: Document, _ organisation: Organisation
  ) -> Verbatim? {
    let isComment = entry.part == .comment
    let blocks = entry.words.blocks
    let isAllQuoted = blocks.allSatisfy { $0.kind == .quote }
    var text = PageText(entry.words)
    for (index, block) in blocks.enumerated() {
      text.add(index, kind(of: block, isComment && !isAllQuoted), dropping: 0)
    }
    guard text.text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let role = role(of: entry.author, organisation)
    var verbatim = Verbatim(
      id: id(of: entry, in: document, text.text), of: document, part: entry.part, text: text.text,
      passages: text.passages(role: role), language: LanguageGuess.language(of: text.text),
      role: role)
    verbatim.key = entry.key
    verbatim.parent = entry.parent
    verbatim.author = entry.author
    verbatim.received = entry.received ?? document.received
    if entry.received != nil { verbatim.warnings.removeAll { $0 == "date: the file's own" } }
    if let exclusion = entry.exclusion {
      verbatim.documentClass = .bulk
      verbatim.warnings.append(exclusion)
    }
    return verbatim
  }

  /// What a block is; what a reader quotes from others is not the reader's own.
  private static func kind(of block: Block, _ mayQuote: Bool) -> PassageKind {
    if block.isHidden || block.kind == .control { return .boilerplate }
    if mayQuote { return block.kind == .quote ? .quoted : .body }
    if case .heading = block.kind { return .heading }
    let isAppended = block.text.hasPrefix("The post ") && block.text.contains(" appeared first on ")
    return isAppended || PageMarks.isFurniture(block.text) ? .boilerplate : .body
  }

  /// The id that the same words have when they are read from the page itself.
  private static func id(of entry: Entry, in document: Document, _ text: String) -> Fingerprint {
    var fields = ["verbatim", document.identity.description]
    if entry.part == .comment {
      fields.append("comment")
      if let key = entry.key {
        fields.append(key)
      } else {
        fields += [
          entry.author?.name ?? "", entry.received?.description ?? "", foldedForIdentity(text),
        ]
      }
    } else {
      fields.append("post")
    }
    return Fingerprint(fields: fields)
  }

  private static func role(of author: Party?, _ organisation: Organisation) -> Role {
    if let address = author?.address, organisation.owns(address: address) { return .staff }
    return organisation.isNamed(author?.name) ? .staff : .customer
  }
}
