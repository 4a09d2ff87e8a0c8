import Complaints
import Store

/// The names that tie a verbatim to others.
struct Bearer {
  /// Message ids, and its row's id within its file.
  let names: [String]
  /// Whether it is a newsletter or the like.
  let isCircular: Bool

  /// The columns of a verbatim that its names are in; the first is never null.
  static let columns = """
    verbatim.class, verbatim.messageID, verbatim."references", verbatim.row, verbatim.source
    """

  /// Reads `columns`, the first of which has a number.
  init(_ statement: BulkStatement, from first: Int32) {
    isCircular = statement.text(first) == DocumentClass.bulk.rawValue
    // One a line.
    var names = statement.text(first + 2).split(separator: "\n").map(String.init)
    if let id = statement.optionalText(first + 1), !id.isEmpty { names.append(id) }
    // No message id holds a line feed, so that rows and mails cannot be taken for each other.
    if let id = statement.optionalText(first + 3) {
      let place = SourceReference(printed: statement.text(first + 4))
      names.append("\(place.name)\n\(id)")
    }
    self.names = names
  }
}
