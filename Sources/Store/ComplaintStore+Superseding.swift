import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// The row of the same message as it was read while its mailbox was still being written.
  ///
  /// The whole message has another fingerprint, so it would be stored beside its own beginning,
  /// listed and exported twice, and counted twice wherever its author is not known. It takes over
  /// the row instead, and with it what people have decided about the words that were there. What
  /// makes it the same message: place, Message-ID and references, and words that go on where the
  /// old ones end.
  func superseded(by verbatim: Verbatim, _ database: Database) throws -> Row? {
    guard verbatim.channel == .mail || verbatim.part == .letter,
      verbatim.messageID != nil || !verbatim.references.isEmpty
    else { return nil }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT id, \(ComplaintStore.columnList) FROM verbatim
          WHERE source = ? AND messageID IS ? AND "references" = ? AND channel = ? AND part = ?
          ORDER BY id
          """),
      arguments: [
        ComplaintStore.stored(verbatim.source.description),
        ComplaintStore.stored(verbatim.messageID), ComplaintStore.joined(verbatim.references),
        verbatim.channel.rawValue, verbatim.part.rawValue,
      ])
    let words = Array(verbatim.text.utf8)
    return rows.first {
      let old = ComplaintStore.uncut($0["text"])
      return !old.isEmpty
        && (words.starts(with: old) || ComplaintStore.isSeparator(old, behind: words))
    }
  }

  /// Whether old words are the new ones with a separator line behind them that was cut off: the
  /// beginning of the next message was taken for the end of this one.
  private static func isSeparator(_ old: Data, behind words: [UInt8]) -> Bool {
    let new = uncut(Data(words))
    guard old.starts(with: new) else { return false }
    let rest = old.dropFirst(new.count)
    let line = rest.drop { $0 == 0x0A || $0 == 0x0D }
    let lines = line.split(separator: 0x0A)
    let mark = Data("From ".utf8)
    guard line.count < rest.count, line.count <= 1_000, let first = lines.first else {
      return false
    }
    // Behind a whole separator the first letters of a field's name may stand.
    return lines.count <= 2 && (first.starts(with: mark) || mark.starts(with: first))
      && lines.dropFirst().allSatisfy { $0.count <= 40 && !$0.contains(0x20) }
  }

  /// Words without white space at their end, and without a letter that was cut in two.
  private static func uncut(_ text: Data) -> Data {
    var text = text
    let ends = [Data("\u{FFFD}".utf8), Data("\n".utf8), Data(" ".utf8), Data("\r".utf8)]
    while let end = ends.first(where: { text.count >= $0.count && text.suffix($0.count) == $0 }) {
      text.removeLast(end.count)
    }
    return text
  }
}
