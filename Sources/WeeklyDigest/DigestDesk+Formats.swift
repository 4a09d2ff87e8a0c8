import Backlog
import Complaints
import Store

extension DigestDesk {
  /// The letter as a mail's HTML: it needs no style sheet, no picture and nothing from elsewhere.
  public func html(_ facts: DigestFacts) throws -> String {
    try LetterTemplates.shared.get().html(letter(facts))
  }

  /// The letter in lines of at most 72 columns.
  public func text(_ facts: DigestFacts) throws -> String {
    try LetterTemplates.shared.get().text(letter(facts))
  }

  /// The letter as Markdown (CommonMark).
  public func markdown(_ facts: DigestFacts) throws -> String {
    try LetterTemplates.shared.get().markdown(letter(facts))
  }

  /// The facts alone: no customer's words, so that they are safe to keep.
  public func json(_ facts: DigestFacts) throws -> String {
    String(decoding: try DigestDesk.bytes(facts, for: true), as: UTF8.self) + "\n"
  }

  /// The subject of the mail, in one line.
  public func subject(_ facts: DigestFacts) throws -> String { try letter(facts).subject }

  /// The letter with the words as the store has them now.
  private func letter(_ facts: DigestFacts) throws -> Letter {
    var writer = LetterWriter(facts: facts, catalogue: catalogue)
    let quotations = facts.newest + facts.thanks.quotations
    for stored in try store.verdicts(of: store.rowIDs(of: quotations.map(\.verbatim))) {
      let verbatim = stored.verbatim
      writer.sources[verbatim.id.description] = LetterWriter.Source(
        text: verbatim.text, names: verbatim.passages.compactMap(\.speaker))
    }
    if let week = facts.isoWeek {
      for item in try BacklogBook(store: store, days: days).recordedItems(endOf: week) {
        writer.items[item.number] = LetterWriter.ItemWords(title: item.title, owner: item.owner)
      }
    }
    return writer.letter()
  }
}
