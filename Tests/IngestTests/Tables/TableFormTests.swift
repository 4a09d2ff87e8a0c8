import Complaints
import Testing
import Text

@testable import Ingest

/// Tables in the forms that programs export.
struct TableFormTests {
  private func dates(_ cells: [String], from offset: Int = 0, ordinal: Int = 1) throws -> [String] {
    let text = "id,text,date\n" + cells.map { "1,late,\($0)\n" }.joined()
    return try Split(Array(text.utf8), from: offset, ordinal: ordinal).rows.map { row in
      row["date"].flatMap { TableDate.timestamp($0)?.description } ?? "-"
    }
  }

  @Test func dayOrMonthFirstIsDecidedByTheWholeColumn() throws {
    #expect(
      try dates(["03/04/2026", "", "03/25/2026 10:02 PM", "3/5/26"]) == [
        "2026-03-04T00:00:00Z", "-", "2026-03-25T22:02:00Z", "2026-03-05T00:00:00Z",
      ])
    #expect(
      try dates(["03/04/2026", "25/03/2026", "03-05-2026"]) == [
        "2026-04-03T00:00:00Z", "2026-03-25T00:00:00Z", "2026-05-03T00:00:00Z",
      ])
    #expect(try dates(["03/04/2026"]) == ["2026-04-03T00:00:00Z"])
    #expect(try dates(["03.04.2026", "04.05.2026"]).first == "2026-04-03T00:00:00Z")
  }

  @Test func dateThatTellsStandsFarBehindOrBeforeTheStart() throws {
    let late = Array(repeating: "03/04/2026", count: 20_000) + ["03/25/2026"]
    #expect(try dates(late).first == "2026-03-04T00:00:00Z")
    let head = "id,text,date\n1,late,03/25/2026\n".utf8.count
    #expect(
      try dates(["03/25/2026", "03/04/2026"], from: head, ordinal: 2) == ["2026-03-04T00:00:00Z"])
  }

  @Test func dateOrderOfJSONLinesIsTheColumnsToo() throws {
    let split = try Split(
      "{\"text\":\"a\",\"date\":\"03/04/2026\"}\n{\"text\":\"b\",\"date\":\"03/25/2026\"}\n",
      name: "a")
    #expect(split.rows.map { $0["date"] } == ["2026-03-04", "2026-03-25"])
  }

  @Test(arguments: [
    ("2026-03-14", "2026-03-14T00:00:00Z"), ("2026-03-14T10:02:03.5+01:00", "2026-03-14T09:02:03Z"),
    ("2026/03/14 10:02", "2026-03-14T10:02:00Z"), ("20260314", "2026-03-14T00:00:00Z"),
    ("20260314T101500Z", "2026-03-14T10:15:00Z"), ("14-Mar-26", "2026-03-14T00:00:00Z"),
    ("14 Mar 26, 10:02", "2026-03-14T10:02:00Z"), ("1773482400", "2026-03-14T10:00:00Z"),
    ("1773482400000", "2026-03-14T10:00:00Z"), ("1773482400000000", "2026-03-14T10:00:00Z"),
    ("46095", "2026-03-14T00:00:00Z"), (" 46095.75 ", "2026-03-14T18:00:00Z"),
    ("14.03.2026 10:02 Uhr", "2026-03-14T10:02:00Z"), ("March 14, 2026", "2026-03-14T00:00:00Z"),
    ("2026-03-14 10:02:03.123456 UTC", "2026-03-14T10:02:03Z"),
  ])
  func datesOfTables(_ cell: String, _ expected: String) {
    #expect(TableDate.timestamp(cell)?.description == expected)
  }

  @Test(arguments: [
    "46095 kg", "12345", "4609", "460950", "99999999", "46095.1.2", "-46095", "", " ",
  ])
  func numbersThatAreNoPlainDayCountAreNoDates(_ cell: String) {
    #expect(TableDate.timestamp(cell) == nil)
  }

  @Test func columnsOfTheSameNameKeepAllWords() throws {
    let split = try Split("id,text,Text,date,date\n1,late,and lost,,2026-01-02\n2,late,,x,y\n")
    #expect(split.texts == ["late\nand lost", "late"])
    #expect(split.rows.map { $0["date"] } == ["2026-01-02", "x"])
  }

  @Test func lineThatNamesTheDelimiterIsStructure() throws {
    let split = try Split("\u{FEFF}sep=;\r\nid;text\r\n1;late, lost\r\n", name: "x")
    #expect(split.texts == ["late, lost"])
    #expect(split.structureByteCount == "\u{FEFF}sep=;\r\nid;text\r\n".utf8.count)
  }

  @Test(arguments: [
    ("1,late,2026-01-02\n2,lost,2026-01-03\n", "x.csv"),
    ("1;It came late. Nobody called!;5\n2;Lost. Again.;4\n", "x.csv"),
    ("7\t2026-01-02\tIt is late. Why?\n8\t2026-01-03\tLost.\n9\t2026-01-04\tGone.\n", "export"),
    ("ana@mail.example,late\ntom@mail.example,lost\n", "x.csv"),
  ])
  func tableWithoutAHeaderIsRefusedWithTheReason(_ text: String, _ name: String) throws {
    #expect(Sniffer.kind(of: Array(text.utf8), name: name) == .table)
    let split = try Split(text, name: name)
    #expect(split.rows.isEmpty)
    #expect(split.rejections.count == 1)
    let detail = try #require(split.rejections.first?.detail)
    #expect(detail.hasPrefix("no header line: "), "\(detail)")
    #expect(!detail.contains("late"))
  }

  @Test(arguments: [
    "Dear Sir,\n\nit cost 5, then 6, then 7.\nYours,\nAna\n", "5, 6, 7\nand then it broke\n",
    "12 Mill Lane, Leeds, LS1\n14 March 2026, Leeds\n\nDear Sir, it broke.\n",
  ])
  func lettersWithCommasAreNoTables(_ text: String) {
    #expect(!Sniffer.looksLikeTable(Array(text.utf8), name: "x.txt"))
  }

  @Test(arguments: [false, true])
  func wideTextWithoutItsMarkIsRead(_ isBigEndian: Bool) throws {
    var bytes: [UInt8] = []
    for unit in "id;text\r\n1;spät, wirklich spät\r\n".utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    #expect(Sniffer.kind(of: bytes, name: "x.csv") == .table)
    #expect(try Split(bytes).texts == ["spät, wirklich spät"])
  }

  @Test func rowInAnotherCharsetThanTheRestIsReadAlone() throws {
    let bytes = Array("id,text\n1,spät\n2,caf".utf8) + [0xE9] + Array("\n3,zurück\n".utf8)
    #expect(try Split(bytes).texts == ["spät", "café", "zurück"])
  }

  @Test func headThatEndsInsideALetterIsStillUTF8() {
    let head = Array(String(repeating: "ä", count: 40).utf8).dropLast()
    #expect(TableRows.fallbackCharset(of: Array(head)) == nil)
  }

  @Test func emptyRowsOfSpreadsheetsAreNoDocuments() throws {
    let split = try Split("id,text,score\n1,late,5\n,,\n\"\",,\n,,\n2,lost,\n")
    #expect(split.ids == ["1", "2"])
    #expect(split.ordinals == [1, 2])
    #expect(split.rejections.isEmpty)
  }

  @Test func aMillionEmptyRowsAreStructure() throws {
    let blank = "id,text\n" + String(repeating: "\n", count: 1_000_000) + "1,late\n"
    #expect(try Split(blank).texts == ["late"])
    let cells = "id,text\n" + String(repeating: ",\n", count: 60_000) + "1,late\n"
    #expect(try Split(cells).texts == ["late"])
  }

  @Test func aCellOfTenMebibytesCostsItsRowOnly() throws {
    let cell = String(repeating: "late \n", count: (10 << 20) / 6)
    let split = try Split("id,text\n1,ok\n2,\"\(cell)\"\n3,fine\n")
    #expect(split.ids.contains("1"))
    #expect(split.ids.contains("3"))
    #expect(split.rejections.contains { $0.reason == .overLimit })
  }

  @Test func deepJSONLinesAreRejectedAlone() throws {
    let deep = "{\"text\":\"a\",\"x\":" + String(repeating: "[", count: 100_000) + "\n"
    let split = try Split("{\"text\":\"late\"}\n" + deep + "{\"text\":\"lost\"}\n", name: "a.jsonl")
    #expect(split.texts == ["late", "lost"])
    #expect(split.rejections.count == 1)
  }

  @Test func windowStaysSmallHoweverLongTheFile() throws {
    let row = "1,\"" + String(repeating: "late and\n", count: 100) + "\"\n"
    let file = try ScratchFile(
      "id,text\n" + String(repeating: row, count: 12_000)
    ).open()
    var bytes = try TableBytes(file, from: 0, order: nil)
    var most = 0
    while !bytes.isLast {
      // As the splitter does: all but a begun row is let go before more is taken.
      try bytes.grow(keepingFrom: max(0, bytes.window.count - 1_000))
      most = max(most, bytes.window.count)
    }
    #expect(file.byteCount > 10 << 20)
    #expect(most <= 1 << 20)
  }

  @Test(arguments: [
    ("4", 4.0), ("4,5", 4.5), ("4/5", 4), ("9 - very likely", 9), ("80%", 80), ("★★★★☆", 4),
    ("0", 0), ("-1", -1),
  ])
  func scoresAreKept(_ cell: String, _ score: Double) throws {
    let item = Item(
      source: SourceReference(name: "t.csv", ordinal: 1, range: 0..<1),
      form: .row(
        TableRow(values: ["id": "1", "text": "late", "date": "2026-01-02", "score": cell])),
      bytes: [], outerDate: nil)
    let row = try #require(try RowReader.read(item, columns: ColumnMap()).first)
    #expect(row.score == score)
    #expect(row.warnings.isEmpty)
  }
}
