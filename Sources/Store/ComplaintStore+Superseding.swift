import Complaints
import Foundation
import GRDB
import Text

extension ComplaintStore {
  /// A message that is stored already, of which one reading was cut off.
  enum Kin {
    /// The stored words were cut off where these go on.
    case cut(Row)
    /// These words are cut off where the stored ones go on.
    case whole
  }

  /// A mail of which one reading was cut off: what is attached to it stands and falls with it.
  struct CutMail {
    var place: SourceReference
    var isStoredWhole: Bool
  }

  /// The row of the same message as it was read while its mailbox was still being written, or
  /// before its mailbox was cut off.
  ///
  /// The two have different fingerprints, so that both would be stored, listed and exported, and
  /// counted twice wherever their author is not known. The whole one takes over the row, and with
  /// it what people have decided about the words that were there; or it keeps it. What makes it the
  /// same message: place, Message-ID and references, without these title, author and date; and
  /// words that go on where the other ones end.
  ///
  /// - Parameter mail: the mail before, where it was cut off; becomes this one if it is.
  func kin(
    of entry: StoreBatch.Entry, _ mail: inout CutMail?, _ database: Database
  ) throws -> Kin? {
    let verbatim = entry.verbatim
    guard verbatim.channel == .mail || verbatim.part == .letter else { return nil }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT id, messageID, "references", title, person, received, text FROM verbatim
          WHERE source = ? AND channel = ? AND part = ? ORDER BY id
          """),
      arguments: [
        ComplaintStore.stored(verbatim.source.description), verbatim.channel.rawValue,
        verbatim.part.rawValue,
      ])
    if let mail, mail.place.holds(verbatim.source) {
      return mail.isStoredWhole && !rows.isEmpty ? .whole : rows.first.map(Kin.cut)
    }
    let words = CutWords(verbatim.text.utf8)
    for row in rows where ComplaintStore.isOfSameMessage(row, verbatim) {
      let old = CutWords(row["text"] as Data)
      let goesOn = old.isCut(from: words)
      let isCut = entry.position != .inside && words.isCut(from: old)
      guard goesOn || isCut else { continue }
      // Where the words are the same, what is behind them may be cut off: a file that was added to
      // is more whole than before, one that ends here may not be.
      let isStoredWhole = isCut && !(goesOn && entry.position == .grown)
      mail = CutMail(place: verbatim.source, isStoredWhole: isStoredWhole)
      return isStoredWhole ? .whole : .cut(row)
    }
    return nil
  }

  /// Whether an entry of the same name at the end of a file lacks the end of the stored words: they
  /// may differ in white space without another name.
  func isShortened(
    _ rowID: Int64, _ entry: StoreBatch.Entry, _ database: Database
  ) throws -> Bool {
    guard entry.position == .last, entry.verbatim.channel == .mail else { return false }
    let text = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT text FROM verbatim WHERE id = ?"), arguments: [rowID])
    let words = entry.verbatim.text.utf8
    return text.map { $0.count > words.count && $0.starts(with: words) } ?? false
  }

  /// Keeps the largest size that a file had, as long as nothing new is in it: where it is smaller
  /// now it was cut off, and what is added to it later may still be cut off.
  func keepSize(in progress: inout SourceProgress, _ database: Database) throws {
    let known = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT largestByteCount FROM source WHERE path = ?"),
      arguments: [progress.path])
    progress.largestByteCount = max(progress.largestByteCount, known ?? 0)
  }

  private static func isOfSameMessage(_ row: Row, _ verbatim: Verbatim) -> Bool {
    guard row["messageID"] == stored(verbatim.messageID),
      row["references"] == joined(verbatim.references)
    else { return false }
    if verbatim.messageID != nil || !verbatim.references.isEmpty { return true }
    return verbatim.channel == .mail && row["title"] == stored(verbatim.title)
      && row["person"] == verbatim.person && row["received"] == verbatim.received?.seconds
  }
}

extension SourceReference {
  /// Whether a place is inside this one: "inbox.mbox#17!2" is in "inbox.mbox#17".
  fileprivate func holds(_ place: SourceReference) -> Bool {
    place.name == name && place.ordinal == ordinal && place.children.count > children.count
      && place.children.starts(with: children)
  }
}
