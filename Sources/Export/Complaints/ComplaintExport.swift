import Complaints
import Lines
public import Store

/// Stored complaints with the tags in force, one record each, newest first.
public struct ComplaintExport: Sendable {
  /// How records are written.
  public enum Format: String, Sendable, CaseIterable {
    /// A header and a record for each complaint (RFC 4180), safe to open in a spreadsheet.
    case csv
    /// One JSON object a line, schema 1.
    case jsonl
  }

  private let store: ComplaintStore
  private let format: Format
  private let redacts: Bool
  private let kept: [String]

  /// Complaints read, redacted and written at once; memory does not grow with their number.
  static let batchCount = 256

  /// An export of a store; with `redacts` false, texts are written as customers wrote them.
  /// Names of `organisations` are no person's and stay.
  public init(
    store: ComplaintStore, format: Format, redacts: Bool = true, organisations: [String] = []
  ) {
    self.store = store
    self.format = format
    self.redacts = redacts
    kept = organisations
  }

  /// Whether the filter lets no complaint through.
  public func isEmpty(matching filter: StoredFilter) throws(ComplaintStore.Failure) -> Bool {
    var filter = filter
    filter.limit = 1
    return try rowIDs(matching: filter).isEmpty
  }

  /// Writes every complaint that the filter lets through, whatever its `complaintsOnly` says; the
  /// same store gives the same bytes.
  ///
  /// - Throws: `ComplaintStore.Failure`, or what the sink throws.
  public func write(matching filter: StoredFilter, to sink: ByteSink) throws {
    let rowIDs = try rowIDs(matching: filter)
    if format == .csv { try sink(Array(CSVWriter.record(ComplaintRecord.header).utf8)) }
    for start in stride(from: 0, to: rowIDs.count, by: ComplaintExport.batchCount) {
      let batch = Array(rowIDs[start..<min(start + ComplaintExport.batchCount, rowIDs.count)])
      let filings = try store.filings(of: batch)
      var json = JSONWriter()
      var bytes: [UInt8] = []
      for stored in try store.verdicts(of: batch) {
        let record = ComplaintRecord(
          stored, filings[stored.rowID], redacting: redacts, keeping: kept)
        guard let record else { continue }
        switch format {
        case .csv: bytes += CSVWriter.record(record.cells).utf8
        case .jsonl: record.write(&json)
        }
      }
      try sink(format == .csv ? bytes : json.bytes)
    }
  }

  private func rowIDs(matching filter: StoredFilter) throws(ComplaintStore.Failure) -> [Int64] {
    var filter = filter
    filter.complaintsOnly = true
    return try store.rowIDs(matching: filter)
  }
}
