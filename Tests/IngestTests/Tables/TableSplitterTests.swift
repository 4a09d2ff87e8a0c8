import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Ingest

/// A file of some bytes that is removed with the value.
final class ScratchFile {
  let url: URL

  init(_ bytes: [UInt8]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "forestall-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
  }

  convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func open() throws -> ByteFile { try ByteFile(path: url.path) }
}

/// What a splitter hands over.
struct Split {
  var rows: [[String: String]] = []
  var ordinals: [Int] = []
  var ids: [String] { rows.map { $0["id"] ?? "-" } }
  var texts: [String] { rows.map { $0["text"] ?? "-" } }
  var rejections: [Rejection] = []
  var structureByteCount = 0
  var ledger: Ledger

  init(
    _ bytes: [UInt8], name: String = "table.csv", columns: ColumnMap = ColumnMap(),
    from offset: Int = 0, ordinal: Int = 1
  ) throws {
    let scratch = try ScratchFile(bytes)
    let file = try scratch.open()
    ledger = Ledger(from: offset)
    var pieces: [Piece] = []
    try TableSplitter(name: name, columns: columns).split(file, from: offset, ordinal: ordinal) {
      pieces.append($0)
    }
    for piece in pieces {
      ledger.enter(piece)
      switch piece.content {
      case .item(let item):
        if case .row(let row) = item.form { rows.append(row.values) }
        ordinals.append(item.source.ordinal ?? 0)
        #expect(item.source.range == piece.range)
      case .rejected(let rejection): rejections.append(rejection)
      case .structure, .archive: structureByteCount += piece.range.count
      case .skipped: Issue.record("nothing is skipped in tables")
      }
    }
    #expect(ledger.position == bytes.count)
  }

  init(_ text: String, name: String = "table.csv", columns: ColumnMap = ColumnMap()) throws {
    try self.init(Array(text.utf8), name: name, columns: columns)
  }
}

struct TableSplitterTests {
  @Test func quotedCellsHoldLineEndsAndQuotes() throws {
    let split = try Split("id,text\r\n1,\"two\nlines, \"\"quoted\"\"\"\r\n2,plain\r\n")
    #expect(split.texts == ["two\nlines, \"quoted\"", "plain"])
    #expect(split.ordinals == [1, 2])
    #expect(split.structureByteCount == "id,text\r\n".utf8.count)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func delimiterIsFoundByContent(_ delimiter: String) throws {
    let text = "id,text,date\n1,late,2026-01-02\n2,lost,2026-01-03\n"
    let split = try Split(text.replacingOccurrences(of: ",", with: delimiter), name: "export")
    #expect(split.texts == ["late", "lost"])
    #expect(split.rows[1]["date"] == "2026-01-03")
  }

  @Test func columnNamesIgnoreCaseAndSpace() throws {
    let split = try Split(
      "\u{FEFF}Ticket ; Kundentext \r\n7;zu spät\r\n",
      columns: ColumnMap(id: "ticket", text: "KUNDENTEXT"))
    #expect(split.rows == [["ticket": "7", "kundentext": "zu spät"]])
  }

  @Test(arguments: [false, true])
  func wideExcelExportsAreConverted(_ isBigEndian: Bool) throws {
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in "id\ttext\r\n1\tspät 😡\r\n2\tok\r\n".utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    let split = try Split(bytes, name: "unicode.txt")
    #expect(split.texts == ["spät 😡", "ok"])
    #expect(split.structureByteCount == 2 + 9 * 2)
  }

  @Test func windows1252CellsAreDecoded() throws {
    var bytes = Array("id,text\n1,caf".utf8)
    bytes += [0xE9, 0x20, 0x80, 0x35, 0x0A]
    #expect(try Split(bytes).texts == ["café €5"])
  }

  @Test func raggedRowsAreRejectedAlone() throws {
    let split = try Split("id,text\n1,late\n2,lost,again\n3\n4,broken\n")
    #expect(split.ids == ["1", "4"])
    #expect(split.ordinals == [1, 4])
    #expect(
      split.rejections == [
        Rejection(.notTable, "row 2: 3 cells, 2 columns"),
        Rejection(.notTable, "row 3: 1 cells, 2 columns"),
      ])
  }

  @Test func emptyCellsBeyondTheHeaderAreNoHarm() throws {
    #expect(try Split("id,text\n1,late,,\n").texts == ["late"])
  }

  @Test func strayQuoteCostsItsOwnLineOnly() throws {
    let split = try Split("id,text\n1,\"never closed\n2,lost\n3,late\n4,\"fine\"\n")
    #expect(split.ids == ["2", "3", "4"])
    #expect(split.rejections.count == 1)
  }

  @Test func quoteInsideAQuotedCellIsALetter() throws {
    let split = try Split("id,text\n1,\"she said \"no\" to me\"\n2,x\n")
    #expect(split.texts == ["she said \"no\" to me", "x"])
  }

  @Test func blankLinesAreStructure() throws {
    let split = try Split("\n\nid,text\n\n1,late\n\r\n\n2,lost\n\n")
    #expect(split.ids == ["1", "2"])
    #expect(split.rejections.isEmpty)
  }

  @Test func filesOfBareReturnsAreRead() throws {
    #expect(try Split("id,text\r1,late\r2,lost\r").texts == ["late", "lost"])
  }

  @Test func lastRowNeedsNoLineEnd() throws {
    #expect(try Split("id,text\n1,late").texts == ["late"])
    #expect(try Split("id,text\n1,\"late\"").texts == ["late"])
  }

  @Test func tableWithoutTheTextColumnIsRejectedAsAWhole() throws {
    let split = try Split("id,amount\n1,5\n2,6\n")
    #expect(split.rows.isEmpty)
    #expect(
      split.rejections == [
        Rejection(.notTable, "no column 'text'; name it with 'columns:' in the settings")
      ])
  }

  @Test func rowsOverTheLimitAreRejected() throws {
    let long = String(repeating: "x", count: Limits.rowByteCount)
    let split = try Split("id,text\n1,\(long)\n2,late\n")
    #expect(split.ids == ["2"])
    #expect(split.rejections.allSatisfy { $0.reason == .overLimit })
    let lines = try Split("{\"text\":\"a\"}\n{\"text\":\"\(long)\"}\n{\"text\":\"b\"}\n", name: "a")
    #expect(lines.texts == ["a", "b"])
    #expect(Set(lines.ordinals) == [1, 3])
    #expect(lines.rejections.allSatisfy { $0.reason == .overLimit })
  }

  @Test func quoteThatIsNeverClosedInALargeFileDoesNotSwallowIt() throws {
    let rows = (2...60_000).map { "\($0),some words about a late parcel and nobody who cared" }
    let text = "id,text\n1,\"open\n" + rows.joined(separator: "\n") + "\n"
    let split = try Split(text)
    #expect(split.rows.count == rows.count)
    #expect(split.rejections.count == 1)
  }

  @Test func strayQuotesOnEveryLineStayLinear() throws {
    let line = "1,\"\"\"a" + String(repeating: "x", count: 200) + "\n"
    let split = try Split("id,text\n" + String(repeating: line, count: 20_000))
    #expect(split.rows.count + split.rejections.count == 20_000)
  }

  @Test func resumingStartsAtARow() throws {
    let text = "id,text\n1,late\n2,lost\n3,gone\n"
    let bytes = Array(text.utf8)
    let split = try Split(bytes, from: "id,text\n1,late\n".utf8.count, ordinal: 2)
    #expect(split.ids == ["2", "3"])
    #expect(split.ordinals == [2, 3])
  }

  @Test func fileThatBecameShorterIsTruncated() throws {
    let text = "id,text\n" + (1...100).map { "\($0),late" }.joined(separator: "\n") + "\n"
    let scratch = try ScratchFile(text)
    let file = try scratch.open()
    let handle = try FileHandle(forWritingTo: scratch.url)
    try handle.truncate(atOffset: 40)
    try handle.close()
    var ledger = Ledger()
    var reasons: [Rejection.Reason] = []
    try TableSplitter(name: "t.csv", columns: ColumnMap()).split(file, from: 0, ordinal: 1) {
      ledger.enter($0)
      if case .rejected(let rejection) = $0.content { reasons.append(rejection.reason) }
    }
    #expect(ledger.position == file.byteCount)
    #expect(reasons == [.truncated])
  }

  @Test func jsonLinesKeepTextsNumbersAndTruthValues() throws {
    let split = try Split(
      """
      {"id": 7, "text": "sp\\u00e4t \\ud83d\\ude21 \\"x\\"", "failures": {"a": [1, {"b": null}]}}

      {"ID": "b", "Text": "lone \\ud83d end", "score": 4.5, "open": true}
      {"id": "c", "text": 12
      {"id": "d"}
      [1]
      {"id":"e","text":"nul \\u0000 end"}
      """, name: "rows.jsonl")
    #expect(split.ids == ["7", "b", "e"])
    #expect(split.texts == ["spät 😡 \"x\"", "lone \u{FFFD} end", "nul \0 end"])
    #expect(split.rows[1]["score"] == "4.5")
    #expect(split.rows[0]["failures"] == nil)
    #expect(
      split.rejections.map(\.detail).filter { $0.contains("row 3") || $0.contains("row 5") }.count
        == 2)
    #expect(split.ordinals == [1, 2, 6])
  }

  @Test func piecesCoverRandomTablesExactly() throws {
    var random = SeededGenerator(seed: 7)
    let letters: [String] = [
      "a", "é", "😡", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", " ", "x y", "1", "{", "}",
      "\\", "\0",
    ]
    for round in 0..<300 {
      var text = round % 3 == 0 ? "" : round % 3 == 1 ? "id,text\n" : "{\"text\":\"a\"}\n"
      for _ in 0..<Int.random(in: 0..<200, using: &random) {
        text += letters.randomElement(using: &random) ?? ""
      }
      var bytes = Array(text.utf8)
      if round % 7 == 0 { bytes.append(0xFF) }
      if round % 11 == 0 { bytes = [0xFF, 0xFE] + bytes }
      _ = try Split(bytes, name: round % 2 == 0 ? "t.csv" : "t")
    }
  }

  @Test func rowsReadBackAsTheyWereWritten() throws {
    var random = SeededGenerator(seed: 11)
    let letters: [String] = ["a", "é", ",", "\"", "\n", "\r\n", " ", "word ", "😡", ";", "'"]
    for _ in 0..<100 {
      let cells = (0..<Int.random(in: 1..<30, using: &random)).map { _ in
        (0..<Int.random(in: 1..<20, using: &random))
          .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      }
      var text = "id,text\n"
      for (index, cell) in cells.enumerated() {
        text += "\(index),\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"\r\n"
      }
      #expect(try Split(text).texts == cells)
    }
  }
}
