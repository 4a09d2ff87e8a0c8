import Complaints
import Ingest
import Store
import Text

extension Quarantine {
  /// A rejection and its place.
  typealias Refusal = (rejection: Rejection, source: SourceReference)

  /// What is to be stored of a batch, and what of it was rejected, in order.
  ///
  /// - Parameter shift: what is added to a place in the batch's file for the place in the source.
  func storeBatch(
    of read: SourceReader.Batch, movedBy shift: Int = 0, now: Timestamp
  ) throws -> (batch: StoreBatch, refusals: [Refusal]) {
    var batch = StoreBatch()
    var refusals: [Refusal] = []
    var head: [UInt8]?
    for outcome in read.outcomes {
      let position = read.position(of: outcome.piece)
      for (index, verbatim) in outcome.verbatims.enumerated() {
        batch.entries.append(
          StoreBatch.Entry(
            verbatim: verbatim, verdict: outcome.verdicts[index], position: position))
      }
      guard let rejection = outcome.rejection else { continue }
      let piece = outcome.piece
      let source = SourceReference(
        name: read.name, ordinal: piece.ordinal,
        range: piece.range.lowerBound + shift..<piece.range.upperBound + shift)
      var date: Int?
      if case .item(let item) = piece.content { date = item.outerDate?.seconds }
      var entry = try entry(
        rejection, source: source, file: read.file, at: piece.range, date: date, now: now)
      let bytes = try head ?? read.file.bytes(at: 0, count: Sniffer.headByteCount)
      head = bytes
      entry.form = Quarantine.form(of: piece, in: read, head: bytes)
      if entry.form == .row { entry.head = Quarantine.headerLine(of: bytes) }
      refusals.append((rejection, source))
      batch.quarantined.append(entry)
    }
    return (batch, refusals)
  }

  /// What the bytes of a rejected piece are to be read as when they are tried again.
  private static func form(
    of piece: Piece, in read: SourceReader.Batch, head: [UInt8]
  ) -> QuarantineEntry.Form {
    if case .item(let item) = piece.content, item.form == .mail {
      return piece.ordinal == nil ? .mail : .message
    }
    if piece.range == 0..<read.file.byteCount { return .file }
    return switch Sniffer.kind(of: head, name: read.name, columns: read.columns) {
    case .mbox: .message
    case .table:
      head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) ? .entry : .row
    case .feed: .entry
    case .emlx: .mail
    case .single, .archive, .empty, .unrecognised: .file
    }
  }

  /// The line that names the columns, a `sep=` line before it included; empty for JSON Lines, whose
  /// first line is a customer's row.
  private static func headerLine(of head: [UInt8]) -> [UInt8] {
    guard head.first(where: { !$0.isASCIIWhiteSpace }) != UInt8(ascii: "{") else { return [] }
    let lineEnd: UInt8 = head.contains(0x0A) ? 0x0A : 0x0D
    func end(from start: Int) -> Int {
      head.firstIndex(of: lineEnd, in: min(start, head.count)..<head.count).map { $0 + 1 } ?? 0
    }
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let hasSeparator = head.dropFirst(mark).prefix(4).elementsEqual("sep=".utf8) {
      $0.lowercasedASCII == $1
    }
    return Array(head[..<(hasSeparator ? end(from: end(from: 0)) : end(from: 0))])
  }
}

extension SourceReader.Batch {
  /// Where in the file a piece stands; a blank line may be behind the last one of a mailbox.
  fileprivate func position(of piece: Piece) -> StoreBatch.Position {
    guard file.byteCount - piece.range.upperBound <= 2 else { return .inside }
    return grownBelow.map { piece.range.lowerBound < $0 } == true ? .grown : .last
  }
}
