public import Complaints

/// Makes documents of an item, whatever its form.
public struct ItemReader: Sendable {
  private let columns: ColumnMap

  /// A reader; `columns` say which columns of a table hold what.
  public init(columns: ColumnMap) {
    self.columns = columns
  }

  /// The documents of an item, the outer one first; none when it holds no words.
  ///
  /// A pure function of the item, so that items can be read at the same time.
  /// - Throws: why the item cannot be read.
  public func documents(of item: Item) throws(Rejection) -> [Document] {
    switch item.form {
    case .mail: try MailReader().read(item)
    case .page: try PageReader().read(item)
    case .feed(let head): try FeedReader(head: head).read(item)
    case .text: try TextReader().read(item)
    case .cues: try CueReader().read(item)
    case .transcriptJSON: try TranscriptJSON().read(item)
    case .row: try RowReader.read(item, columns: columns)
    }
  }
}
