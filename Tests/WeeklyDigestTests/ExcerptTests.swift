import Complaints
import Support
import Testing

@testable import WeeklyDigest

struct ExcerptTests {
  private func words(_ text: String, limit: Int = 280, names: [String] = []) -> String {
    let verbatim = Verbatim(words: text)
    return Excerpt(beginningOf: verbatim, limit: limit).words(in: text, names: names)
  }

  @Test(arguments: [
    ("Nobody rang me.", "Nobody rang me."), ("  Two\n\nlines\t here \n", "Two lines here"),
    ("one two three four five", "one two three four …"), ("", ""), (" \n ", ""),
    ("123456789012345678901234567890", "12345678901234567890 …"),
    ("ünïcödé wörds ärë cöünted", "ünïcödé wörds ärë …"),
  ])
  func wholeWordsAreQuoted(text: String, expected: String) {
    #expect(words(text, limit: 20) == expected)
  }

  @Test func onlyTheAuthorsOwnWordsAreQuoted() {
    let text = "First. STAFF TALK. Second. > quoted"
    var verbatim = Verbatim(words: text)
    verbatim.passages = [
      Passage(kind: .turn, range: 0..<6, role: .customer),
      Passage(kind: .turn, range: 7..<18, role: .staff),
      Passage(kind: .turn, range: 19..<26, role: .customer),
      Passage(kind: .quoted, range: 27..<35, role: .customer),
    ]
    let excerpt = Excerpt(beginningOf: verbatim, limit: 280)
    #expect(excerpt.ranges == [0..<6, 19..<26])
    #expect(excerpt.words(in: text, names: []) == "First. … Second.")
    #expect(!excerpt.isCutAfter)
  }

  @Test func whatNamesAPersonIsTakenOut() {
    let words = words(
      "Dear Mrs Okafor, write to jo.bloggs@example.org or ring 07700 900123. Zebedee was there.",
      names: ["Zebedee"])
    for name in ["Okafor", "jo.bloggs", "900123", "Zebedee"] {
      #expect(!words.contains(name), "\(name)")
    }
    #expect(words.contains("[email]"))
  }

  @Test func anAddressAcrossTheCutIsTakenOutWhole() {
    let text = "Write to me at jo.bloggs.of.somewhere@example.org please and thank you"
    let verbatim = Verbatim(words: text)
    for limit in 1...text.count {
      let quoted = Excerpt(beginningOf: verbatim, limit: limit).words(in: text, names: [])
      #expect(!quoted.contains("bloggs"), "\(limit): \(quoted)")
    }
  }

  @Test func praiseIsQuotedFromItsSentenceOn() {
    let text = "It took three weeks. The mechanic was lovely! I shall return."
    let verbatim = Verbatim(words: text)
    let evidence = 25..<45
    let excerpt = Excerpt(around: evidence, in: verbatim, limit: 25)
    #expect(excerpt.words(in: text, names: []) == "… The mechanic was lovely! …")
    let first = Excerpt(around: 0..<5, in: verbatim, limit: 280)
    #expect(first.words(in: text, names: []) == text)
  }

  @Test func marksThatTurnTheWritingAreLeftOut() {
    #expect(words("a\u{202E}b\u{0}c\u{2066}d") == "ab cd")
  }

  @Test func excerptsOfAnythingLieInTheText() {
    var generator = SeededGenerator(seed: 5)
    let letters = Array("ab .!?\n\u{E9}\u{1F600}@")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...80, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        })
      let verbatim = Verbatim(words: text)
      let limit = Int.random(in: 1...60, using: &generator)
      let bytes = Array(text.utf8)
      let start = Int.random(in: 0...bytes.count, using: &generator)
      for excerpt in [
        Excerpt(beginningOf: verbatim, limit: limit),
        Excerpt(around: start..<bytes.count, in: verbatim, limit: limit),
      ] {
        let pieces = excerpt.ranges.map { String(validating: bytes[$0], as: UTF8.self) }
        #expect(pieces.allSatisfy { $0 != nil }, "cut between two bytes of a letter")
        let count = pieces.reduce(0) { $0 + ($1?.unicodeScalars.count ?? 0) }
        #expect(count <= limit)
      }
    }
  }
}
