import Testing

@testable import Privacy

struct RedactorTests {
  @Test func `a find is replaced by its kind`() {
    let text = "Ana Ruiz <ana@example.org> rang from 07700 900123; ana ruiz waits."
    let redacted = Redactor(names: ["\"Ruiz, Ana\" <ana@example.org>"]).redacted(text)
    #expect(redacted == "[name] <[email]> rang from [phone]; [name] waits.")
  }

  @Test func `a range counts UTF-8 bytes`() {
    let found = Redactor().redactions(in: "Zoë → zoe@example.org")
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
