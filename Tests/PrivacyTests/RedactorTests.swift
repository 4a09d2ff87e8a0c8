import Foundation
import Support
import Testing

@testable import Privacy

struct RedactorTests {
  @Test func `a find is replaced by its kind`() {
    let text = "Ana Ruiz <ana@example.org> rang from 07700 900123; ana ruiz waits."
    let redacted = Redactor(names: ["\"Ruiz, Ana\" <ana@example.org>"]).redacted(text)
    #expect(redacted == "[name] <[email]> rang from [phone]; [name] waits.")
  }

  @Test func `names of organisations stay, people's in them do not`() {
    let text = "Dear Marlow Cycles, tell John that John Marlow's shop rang.\n\nMarlow Cycles"
    let redacted = Redactor(keeping: ["Marlow Cycles", "John Marlow"]).redacted(text)
    #expect(
      redacted == "Dear Marlow Cycles, tell [name] that [name] Marlow's shop rang.\n\nMarlow Cycles"
    )
    #expect(Redactor().redacted("Dear Marlow, hello") == "Dear [name], hello")
  }

  @Test func `a range counts UTF-8 bytes`() {
    let found = Redactor().redactions(in: "für → zoe@example.org")
    let expected = Redaction(range: 9..<24, kind: .email, recogniser: "email")
    #expect(found == [expected])
  }

  @Test func `of overlapping finds the larger gives the kind and nothing stays`() {
    #expect(Redactor().redacted("IBAN GB29 NWBK 6016 1331 9268 19.") == "IBAN [iban].")
    #expect(Redactor().redacted("order a@example.com@example.org now") == "order [email] now")
  }

  @Test(arguments: ["", " ", "@", "+", "(", "#", "Dear", "Dear ", "my name is", "GB29", "1", "é"])
  func `a text of nearly nothing stays as it is`(text: String) {
    #expect(Redactor(names: ["", "@", "A"]).redacted(text) == text)
  }

  @Test func `a range of the text is found in the redacted one`() {
    let text = "Ana <ana@example.org> had no stock on 07700 900123, she said."
    let redacted = Redactor(names: ["Ana"]).redaction(of: text)
    func moved(_ words: String) -> String {
      let bytes = Array(text.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: words.utf8) } ?? 0
      let range = redacted.range(of: start..<start + words.utf8.count)
      return String(decoding: Array(redacted.text.utf8)[range], as: UTF8.self)
    }
    #expect(redacted.text == "[name] <[email]> had no stock on [phone], she said.")
    #expect(moved("no stock") == "no stock")
    #expect(moved("had no stock on 07700") == "had no stock on [phone]")
    #expect(moved("900123, she") == "[phone], she")
    #expect(moved("example") == "[email]")
    #expect(moved(text) == redacted.text)
    #expect(redacted.counts.map(\.count) == [1, 1, 1])
  }

  @Test func `the sample world's letters lose who signed them`() throws {
    let folder = Folders.corpora.appendingPathComponent("letters")
    var signed = 0
    var hidden = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let last = lines.last(where: { !$0.isEmpty }), last.split(separator: " ").count <= 3
      else { continue }
      signed += 1
      let redacted = Redactor().redacted(text)
      if !redacted.contains(last) { hidden += 1 } else { print("\(file): \(last)") }
    }
    print("print letters: \(hidden) of \(signed) signatures taken out")
    #expect(signed >= 6 && hidden * 10 >= signed * 9)
  }

  @Test func `redacting twice changes nothing more`() {
    for line in RedactionSample.lines {
      let once = Redactor().redacted(line)
      #expect(Redactor().redacted(once) == once, "\(line)")
    }
  }

  @Test func `redacted text never contains a recognised e-mail again`() {
    var random = SplitMix(state: 42)
    let pieces = [
      "a", "@", ".", "com", "-", "1", "é", "b.org", "+", " ", "07700900123", "ana@example.org",
      "_", "xn--p1ai", "\u{A0}", "[", "]", "order ", "4111111111111111", "'", "SW1A 1AA", "’",
    ]
    for _ in 0..<4000 {
      let text = (0..<12).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let redacted = Redactor(names: ["Ana"]).redacted(text)
      let left = Redactor().redactions(in: redacted).filter { $0.kind == .email }
      #expect(left.isEmpty, "\(text) → \(redacted)")
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1", "@", " ", "a@", "1 ", "4111 ", "0-", "GB29", "A9 ", "Dear A ", "order 1234 ", "a.b", "é",
      "+", "(0", "\n", "is called ", "1234-",
    ])
  func `a megabyte of anything takes linear time`(unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(Redactor(names: ["Ana"]).redacted(text).utf8.count <= 4 * text.utf8.count)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
