import Complaints
import Ingest
import Lines
import Store
import Text

extension QuarantineRetry {
  mutating func reload(_ entry: QuarantineEntry, _ file: ByteFile) throws -> Outcome {
    let line = try file.bytes(at: 0, count: file.byteCount)
    guard let error = try loader.reload(line, of: entry) else {
      loaded.append(entry.fingerprint)
      return Outcome()
    }
    var still = entry
    still.detail = error.description
    return try refused(still, error.description)
  }

  func rereadMail(_ entry: QuarantineEntry, _ file: ByteFile) throws -> Outcome {
    var source = SourceReference(printed: entry.source)
    source.range = entry.range
    guard file.byteCount <= Limits.itemByteCount else {
      return try refused(entry, entry.detail)
    }
    let item = Item.mail(
      kept: try file.bytes(at: 0, count: file.byteCount), source: source,
      isInMailbox: entry.form == .message,
      outerDate: file.modifiedSeconds > 0 ? Timestamp(seconds: file.modifiedSeconds) : nil)
    let piece = Piece(range: 0..<file.byteCount, content: .item(item))
    let columns = columns(of: source.name)
    let outcome = workforce.one { $0.outcome(of: piece, columns: columns) }
    var reading = Reading(entry)
    try take(
      SourceReader.Batch(
        file: file, name: source.name, isMember: true, columns: columns, outcomes: [outcome]),
      movedBy: entry.range.lowerBound, &reading)
    return try settle(&reading)
  }

  /// A row behind the header of its table; without one the table must be JSON Lines.
  func rereadRow(_ entry: QuarantineEntry, _ file: ByteFile) throws -> Outcome {
    let source = SourceReference(printed: entry.source)
    let columns = columns(of: source.name)
    let head = entry.head.isEmpty ? Array("{\"\(columns.text)\":\"\"}\n".utf8) : entry.head
    var spool = try ByteSpool(name: source.name)
    for bytes in [head, try file.bytes(at: 0, count: file.byteCount)] {
      var failure: ByteFile.Failure?
      bytes.withUnsafeBytes { piece in
        do throws(ByteFile.Failure) { try spool.append(piece) } catch { failure = error }
      }
      if let failure { throw failure }
    }
    let table = try spool.file(modifiedSeconds: file.modifiedSeconds)
    let start = try table.bytes(at: 0, count: Sniffer.headByteCount)
    guard Sniffer.kind(of: start, name: source.name, columns: columns) == .table else {
      return try refused(entry, entry.detail)
    }
    return try reread(
      entry, table, from: head.count, movedBy: entry.range.lowerBound - head.count)
  }

  /// What an older version kept, if it is clear what it is.
  func rereadUnknown(_ entry: QuarantineEntry, _ file: ByteFile) throws -> Outcome {
    let head = try file.bytes(at: 0, count: Sniffer.headByteCount)
    let source = SourceReference(printed: entry.source)
    var entry = entry
    guard Sniffer.kind(of: head, name: source.name) == .single(.mail) else {
      return try refused(entry, "kept by an older version; 'forestall run' reads the file again")
    }
    entry.form = source.ordinal == nil ? .mail : .message
    return try rereadMail(entry, file)
  }
}
