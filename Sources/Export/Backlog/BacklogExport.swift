import Backlog
public import Complaints
import Lines
public import Store

/// The prevention backlog: one record for each item and for each candidate, each with recommended
/// prevention, counts and redacted examples.
public struct BacklogExport: Sendable {
  /// How records are written.
  public enum Format: String, Sendable, CaseIterable {
    /// A header and a record for each item and candidate (RFC 4180), safe in a spreadsheet.
    case csv
    /// One JSON object a line, schema 1.
    case jsonl
    /// Markdown for people (CommonMark with tables).
    case md
  }

  /// Complaints quoted for each record at most.
  static let exampleCount = 3

  private let store: ComplaintStore
  private let days: LocalDays
  private let catalogue: Catalogue
  private let format: Format
  private let kept: [String]

  /// An export of a store, in the weeks of a time zone, with the names of a catalogue; names of
  /// `organisations` are no person's and stay in the examples.
  public init(
    store: ComplaintStore, days: LocalDays, catalogue: Catalogue, format: Format,
    organisations: [String] = []
  ) {
    self.store = store
    self.days = days
    self.catalogue = catalogue
    self.format = format
    kept = organisations
  }

  /// Writes items in the order of their numbers, then candidates, as known at a moment; the same
  /// store and moment give the same bytes.
  ///
  /// - Throws: `ComplaintStore.Failure`, or what the backlog or the sink throws.
  public func write(at moment: Timestamp, to sink: ByteSink) throws {
    let standing = try BacklogBook(store: store, days: days).standing(at: moment)
    let overview = standing.overview
    var records: [BacklogRecord] = []
    for line in overview.items {
      var record = BacklogRecord(line, catalogue)
      record.examples = try examples(of: line.item.problems, through: overview.week)
      records.append(record)
    }
    for candidate in overview.candidates {
      var record = BacklogRecord(candidate, catalogue)
      record.examples = try examples(of: [candidate.problem], through: overview.week)
      records.append(record)
    }
    switch format {
    case .csv:
      try sink(Array(CSVWriter.record(BacklogRecord.header).utf8))
      for record in records { try sink(Array(CSVWriter.record(record.cells(overview.week)).utf8)) }
    case .jsonl:
      for record in records {
        var json = JSONWriter()
        record.write(&json, through: overview.week, catalogue)
        try sink(json.bytes)
      }
    case .md:
      let page = BacklogPage(
        day: days.day(of: moment), week: overview.week, watchedCount: overview.watchedCount,
        days: days, catalogue: catalogue)
      try sink(Array(page.text(records).utf8))
    }
  }

  /// The newest complaints that count for one of the problems, one for each case.
  private func examples(of problems: [Problem], through week: Week) throws -> [Example] {
    let last = Timestamp(seconds: days.end(of: week).seconds - 1)
    let rowIDs = try store.newestRows(
      of: problems, until: last, limit: BacklogExport.exampleCount)
    return try store.verdicts(of: rowIDs).compactMap {
      Example($0, of: problems, days, keeping: kept)
    }
  }
}
