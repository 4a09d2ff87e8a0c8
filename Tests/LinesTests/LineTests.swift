import Complaints
import Foundation
import Lines
import Support
import Testing

struct LineTests {
  static let verbatim: Verbatim = {
    var verbatim = Verbatim(
      id: Fingerprint(high: 1, low: 2), document: Fingerprint(high: 3, low: 4),
      source: SourceReference(printed: "inbox.mbox#17!2"), channel: .mail, documentClass: .human,
      part: .mail, references: ["a@b", "c@d"], language: "en", role: .customer,
      text: "There wasn’t any \"stock\".\n\u{1}", passages: [], warnings: ["not read: a.pdf"])
    verbatim.passages = [
      Passage(kind: .body, range: 0..<18, role: .customer),
      Passage(
        kind: .turn, range: 18..<25, role: .staff, confidence: 0.75, speaker: "Ana", from: 1.5,
        to: 2),
    ]
    verbatim.received = Timestamp("2026-11-17T08:12:00Z")
    verbatim.person = "hmac:00ff"
    verbatim.messageID = "x@y"
    verbatim.score = 9
    return verbatim
  }()

  static let verdict: Verdict = {
    var verdict = Verdict(
      of: verbatim, ruleSet: Fingerprint(high: 5, low: 6), engine: "1")
    let evidence = [Evidence(rule: "stock.none-left", range: 0..<24, text: "There wasn’t any")]
    verdict.isComplaint = true
    verdict.failures = [
      Failure(
        type: "stock", score: 0.94, touchpoint: "repair", about: .us, isPast: true,
        evidence: evidence)
    ]
    verdict.causes = [Finding(type: "supplier", score: 0.9, evidence: [])]
    verdict.praise = [Finding(type: "praise", score: 0.6, evidence: evidence)]
    verdict.promises = [
      Promise(
        who: .staff, what: "call back",
        due: TimeMention(words: "tomorrow", day: Day("2026-11-18")), outcome: .unknown,
        evidence: [])
    ]
    verdict.happened = TimeMention(words: "on Monday", day: nil)
    verdict.sarcasm = [Evidence(rule: "sarcasm.thanks", range: 0..<5, text: "There")]
    return verdict
  }()

  @Test func verbatimLinesAreGolden() throws {
    var writer = LineWriter()
    let line = String(decoding: writer.line(LineTests.verbatim), as: UTF8.self)
    #expect(
      line == """
        {"schema":1,"line":"verbatim","id":"00000000000000010000000000000002","row":null,\
        "document":"00000000000000030000000000000004","source":"inbox.mbox#17!2","channel":"mail",\
        "class":"human","part":"mail","key":null,"parent":null,"title":null,\
        "received":"2026-11-17T08:12:00Z","person":"hmac:00ff","author":null,"messageID":"x@y",\
        "references":["a@b","c@d"],"language":"en","role":"customer","score":9.0,\
        "text":"There wasn’t any \\"stock\\".\\n\\u0001","passages":[{"kind":"body","start":0,\
        "end":18,"role":"customer","confidence":1.0,"speaker":null,"from":null,"to":null},\
        {"kind":"turn","start":18,"end":25,"role":"staff","confidence":0.75,"speaker":"Ana",\
        "from":1.5,"to":2.0}],"warnings":["not read: a.pdf"]}

        """)
  }

  @Test func aFlagOfAnotherKindIsRefused() throws {
    var writer = LineWriter()
    let line = String(decoding: writer.line(LineTests.verdict), as: UTF8.self)
    let changed = line.replacing("\"past\":true", with: "\"past\":\"yes\"")
    #expect(throws: LineError.key("past")) { try LineReader.line(Array(changed.utf8)) }
    let unknown = line.replacing("\"past\":true", with: "\"past\":null")
    let missing = line.replacing("\"past\":true,", with: "")
    for line in [unknown, missing] {
      guard case .verdict(let verdict) = try LineReader.line(Array(line.utf8)) else {
        Issue.record("no verdict")
        return
      }
      #expect(!verdict.failures[0].isPast)
    }
  }

  @Test func verdictLinesAreGolden() throws {
    var writer = LineWriter()
    let line = String(decoding: writer.line(LineTests.verdict), as: UTF8.self)
    #expect(
      line == """
        {"schema":1,"line":"verdict","id":"00000000000000010000000000000002","row":null,\
        "document":"00000000000000030000000000000004","source":"inbox.mbox#17!2","scored":true,\
        "reason":null,"isComplaint":true,"failures":[{"type":"stock","score":0.94,\
        "touchpoint":"repair","about":"us","past":true,"problemKey":"v1/stock/repair","evidence":[\
        {"rule":"stock.none-left","start":0,"end":24,"text":"There wasn’t any"}]}],"causes":[\
        {"type":"supplier","score":0.9,"evidence":[]}],"effects":[],"praise":[{"score":0.6,\
        "evidence":[{"rule":"stock.none-left","start":0,"end":24,"text":"There wasn’t any"}]}],\
        "promises":[{"who":"staff","what":"call back","due":{"words":"tomorrow",\
        "date":"2026-11-18"},"outcome":"unknown","evidence":[]}],"happened":\
        {"words":"on Monday","date":null},"sarcasm":[{"rule":"sarcasm.thanks","start":0,"end":5,"text":"There"}],\
        "ruleSet":"00000000000000050000000000000006",\
        "engine":"1"}

        """)
  }

  @Test func linesRoundTrip() throws {
    var writer = LineWriter()
    #expect(
      try LineReader.line(writer.line(LineTests.verbatim).dropLast())
        == .verbatim(LineTests.verbatim))
    #expect(
      try LineReader.line(writer.line(LineTests.verdict).dropLast()) == .verdict(LineTests.verdict))
  }

  @Test func unscoredIsNeverNoComplaint() throws {
    var verdict = Verdict(
      of: LineTests.verbatim, ruleSet: Fingerprint(high: 5, low: 6), engine: "1")
    verdict.unscored = .language
    var writer = LineWriter()
    let line = writer.line(verdict)
    let text = String(decoding: line, as: UTF8.self)
    #expect(text.contains(#""scored":false,"reason":"language","isComplaint":null,"failures":[]"#))
    #expect(try LineReader.line(line) == .verdict(verdict))
  }

  @Test func namesNeedAsking() {
    var verbatim = LineTests.verbatim
    verbatim.author = Party(name: "Ana Ruiz", address: "ana@example.net")
    var silent = LineWriter()
    var telling = LineWriter(withNames: true)
    #expect(!String(decoding: silent.line(verbatim), as: UTF8.self).contains("Ana Ruiz"))
    #expect(!String(decoding: silent.line(verbatim), as: UTF8.self).contains("example.net"))
    #expect(String(decoding: telling.line(verbatim), as: UTF8.self).contains("Ana Ruiz"))
  }

  @Test(arguments: [
    ("", "not a JSON object"), ("[]", "not a JSON object"), ("{}", "'schema' is missing"),
    (#"{"schema":2,"line":"verbatim"}"#, "schema 2 is not known"),
    (#"{"schema":1,"line":"poem"}"#, "'line' is missing"),
    (#"{"schema":1,"line":"verdict","id":"zz"}"#, "'id' is missing"),
  ])
  func otherLinesAreRefused(line: String, message: String) {
    let error = #expect(throws: LineError.self) { try LineReader.line(Array(line.utf8)) }
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func rangesOutsideTheTextAreRefused() {
    var writer = LineWriter()
    let line = String(decoding: writer.line(LineTests.verbatim), as: UTF8.self)
    for (from, to) in [("\"end\":25", "\"end\":99"), ("\"end\":18", "\"end\":12")] {
      let changed = line.replacingOccurrences(of: from, with: to)
      #expect(throws: LineError.range("passages")) { try LineReader.line(Array(changed.utf8)) }
    }
  }
}

extension LineReader {
  fileprivate static func line(_ bytes: ArraySlice<UInt8>) throws(LineError) -> Line {
    try line(Array(bytes))
  }
}
