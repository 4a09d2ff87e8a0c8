import Complaints
import Support
import Testing
import Text

@testable import Ingest

struct SnifferTests {
  private func kind(_ text: String, _ name: String = "x") -> SourceKind {
    Sniffer.kind(of: Array(text.utf8), name: name)
  }

  @Test func kindIsFoundByContent() {
    #expect(kind("") == .empty)
    #expect(kind(" \n\r\n") == .empty)
    #expect(kind("From a@b.example Mon Jan  5 10:00:00 2026\nFrom: a@b.example\n\nx") == .mbox)
    #expect(
      kind("Received: from x\nFrom: a@b.example\nSubject: y\nDate: z\n\nhello", "x.txt")
        == .single(.mail))
    #expect(kind("<!DOCTYPE html><html><body><p>x</p></body></html>") == .single(.page))
    #expect(kind("WEBVTT\n\n00:01.000 --> 00:02.000\nx", "x.txt") == .single(.cues))
    #expect(kind("1\n00:00:01,000 --> 00:00:02,000\nx") == .single(.cues))
    #expect(
      kind("{\"Transcript\":[{\"ParticipantId\":\"AGENT\",\"Content\":\"x\"}]}")
        == .single(.transcriptJSON))
    #expect(kind("id,text\n1,late\n") == .table)
    #expect(kind("{\"id\":\"1\",\"text\":\"late\"}\n{\"id\":\"2\",\"text\":\"x\"}\n") == .table)
    #expect(kind("{\"id\":\"1\",\"text\":\"late\"}") == .table)
    #expect(kind("Dear Sir,\n\nI wait, wait, and wait.\n\nYours,\nAna") == .single(.text))
    #expect(kind("Agent: hi\nAna: hello\nAgent: yes?\n") == .single(.text))
  }

  @Test(arguments: [
    "{\n  \"a\": 5\n}\n", "[{\"a\": 5}]", "<?xml version=\"1.0\"?><plist><dict/></plist>",
  ])
  func formatsWithoutAReaderAreNoLetters(_ text: String) {
    #expect(kind(text, "x.txt") == .unrecognised)
  }

  @Test func nameBreaksTiesOnly() {
    #expect(kind("kunde;grund\n1;spät\n", "x.csv") == .table)
    #expect(kind("kunde;grund\n1;spät\n", "x.txt") == .single(.text))
    #expect(kind("WEBVTT\n\n", "x.csv") == .single(.cues))
  }

  @Test func binaryBytesAreNoText() {
    #expect(Sniffer.kind(of: Array("PK\u{3}\u{4}aaaaaaaaaa".utf8), name: "a.txt") == .archive)
    #expect(Sniffer.kind(of: Array("%PDF-1.4 text text".utf8), name: "a.txt") == .unrecognised)
    var random = SeededGenerator(seed: 5)
    for count in [16, 40, 100, 1_000, 65_536] {
      for _ in 0..<40 {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(Sniffer.kind(of: bytes, name: "noise.txt") == .unrecognised, "\(count) bytes")
      }
    }
  }

  /// Files of Outlook (message, folder), told and never taken for a letter.
  @Test(arguments: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Array("!BDN".utf8)])
  func filesOfOutlookAreNoText(magic: [UInt8]) {
    let words = Array(repeating: Array("From: Ana\nMy parcel is late.\n".utf8), count: 20)
    let bytes = magic + words.flatMap { $0 }
    #expect(Sniffer.kind(of: bytes, name: "a.msg") == .unrecognised)
  }

  @Test func textInOldCharsetsIsText() {
    #expect(
      Sniffer.kind(of: Array("Sehr geehrte Damen, es ist zu sp".utf8) + [0xE4, 0x74], name: "x")
        == .single(.text))
    // Windows-1251: nearly all bytes above 127.
    let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20]
    let long = (0..<60).flatMap { _ in cyrillic }
    #expect(Sniffer.kind(of: long, name: "x") == .single(.text))
  }
}

struct SourceSplitterTests {
  private func pieces(_ bytes: [UInt8], name: String = "x", from: Int = 0) throws -> [Piece] {
    let scratch = try ScratchFile(bytes)
    var pieces: [Piece] = []
    var ledger = Ledger(from: from)
    try SourceSplitter(name: name, columns: ColumnMap()).split(
      scratch.open(), from: from, ordinal: 1
    ) {
      ledger.enter($0)
      pieces.append($0)
    }
    #expect(ledger.position == bytes.count)
    return pieces
  }

  @Test func emptyFilesGiveNoItem() throws {
    #expect(try pieces([]).isEmpty)
    let blank = try pieces([0x20, 0x0A])
    #expect(blank.count == 1)
    if case .structure? = blank.first?.content {} else { Issue.record("not structure") }
  }

  @Test func singleDocumentIsOneItem() throws {
    let bytes = Array("Dear Sir,\n\nit is late.\n".utf8)
    let pieces = try pieces(bytes)
    guard case .item(let item)? = pieces.first?.content else {
      Issue.record("no item")
      return
    }
    #expect(item.form == .text)
    #expect(item.bytes == bytes)
    #expect(item.source.description == "x")
    #expect(try ItemReader(columns: ColumnMap()).documents(of: item).first?.channel == .letter)
  }

  @Test func noiseIsRejected() throws {
    var random = SeededGenerator(seed: 5)
    let bytes = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    guard case .rejected(let rejection)? = try pieces(bytes).first?.content else {
      Issue.record("not rejected")
      return
    }
    #expect(rejection.reason == .unrecognised)
  }

  @Test func tablesAreSplitIntoRows() throws {
    #expect(try pieces(Array("id,text\n1,late\n2,lost\n".utf8)).count == 3)
  }

  @Test func aMessageOfAppleMailIsReadWithoutItsPropertyList() throws {
    let mail = "From: ana@example.org\nSubject: Brakes\n\nNobody rang me back.\n"
    let list = "<?xml version=\"1.0\"?>\n<plist><dict/></plist>\n"
    let scratch = try ScratchFile(Array("\(mail.utf8.count)       \n\(mail)\(list)".utf8))
    var pieces: [Piece] = []
    try SourceSplitter(name: "1.emlx", columns: ColumnMap()).split(
      try scratch.open(), from: 0, ordinal: 1
    ) { pieces.append($0) }
    #expect(pieces.count == 3)
    guard case .item(let item)? = pieces.dropFirst().first?.content else {
      Issue.record("no message")
      return
    }
    #expect(item.form == .mail)
    #expect(item.bytes == Array(mail.utf8))
  }

  @Test func anAppleMailFileThatIsCutIsTold() throws {
    let scratch = try ScratchFile(Array("900\nFrom: a@example.org\nSubject: x\n\nwords".utf8))
    var pieces: [Piece] = []
    try SourceSplitter(name: "1.emlx", columns: ColumnMap()).split(
      try scratch.open(), from: 0, ordinal: 1
    ) { pieces.append($0) }
    guard case .rejected(let rejection)? = pieces.first?.content else {
      Issue.record("not rejected")
      return
    }
    #expect(rejection.reason == .truncated)
  }
}
