import Complaints
import Testing
import Text

@testable import Ingest

struct RowReaderTests {
  private func document(
    _ values: [String: String], columns: ColumnMap = ColumnMap()
  ) throws -> Document {
    let item = Item(
      source: SourceReference(name: "t.csv", ordinal: 3, range: 10..<20),
      form: .row(TableRow(values: values)), bytes: [], outerDate: Timestamp(seconds: 5))
    return try #require(try RowReader.read(item, columns: columns).first)
  }

  @Test func rowKeepsEverythingItSays() throws {
    let row = try document([
      "id": "r1", "text": "  Late again!\r\n", "date": "2026-03-14 10:00:00", "author": "C-77",
      "subject": "Parcel", "score": "4/10",
    ])
    #expect(row.channel == .table)
    #expect(row.row == "r1")
    #expect(row.contents == [.text("  Late again!\r\n")])
    #expect(row.received == Timestamp("2026-03-14T10:00:00Z"))
    #expect(row.authors == [Party(name: nil, address: "C-77")])
    #expect(row.title == "Parcel")
    #expect(row.score == 4)
    #expect(row.warnings.isEmpty)
    #expect(row.identity == Fingerprint(fields: ["row", "r1", "  Late again!\r\n"]))
    #expect(row.source.description == "t.csv#3")
  }

  @Test func missingIdAndDateAreToldInWarnings() throws {
    let row = try document(["text": "Late"])
    #expect(row.row == nil)
    #expect(row.received == Timestamp(seconds: 5))
    #expect(row.warnings == ["no id in column 'id'", "date: the file's own"])
  }

  @Test func emptyTextIsStillARow() throws {
    #expect(try document(["id": "1", "text": ""]).contents == [.text("")])
  }

  @Test func rowWithoutTheTextColumnIsNoRow() {
    #expect(throws: Rejection.self) { try document(["id": "1"]) }
  }

  @Test(arguments: [
    ("2026-11-17T08:12:00Z", "2026-11-17T08:12:00Z"), ("14 March 2026", "2026-03-14T00:00:00Z"),
    ("March 14th, 2026 at 9:12 pm", "2026-03-14T21:12:00Z"), ("31/12/2025", "2025-12-31T00:00:00Z"),
    ("12/31/2025 08:00", "2025-12-31T08:00:00Z"), ("3.1.2026", "2026-01-03T00:00:00Z"),
    ("Tue, 17 Nov 2026 08:12:00 +0100", "2026-11-17T07:12:00Z"),
    ("1795000000", "2026-11-18T11:06:40Z"), ("14. März 2026", "2026-03-14T00:00:00Z"),
  ])
  func datesAreReadAsPeopleWriteThem(_ words: String, _ expected: String) throws {
    #expect(WrittenDate.timestamp(words)?.description == expected)
  }

  @Test(arguments: ["", "soon", "99/99/2026", "2026-13-40", "12:30", "5", "my order 55 of May"])
  func wordsWithoutADateNameNone(_ words: String) {
    #expect(WrittenDate.timestamp(words) == nil)
  }
}
