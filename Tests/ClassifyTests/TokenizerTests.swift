import Support
import Testing

@testable import Classify

struct TokenizerTests {
  /// Every word of the expected reading is known.
  private func check(_ text: String, _ expected: String) {
    let marks: Set = ["/", "?", "_", "<number>", "<money>"]
    let words = Set(expected.split(separator: " ").map(String.init)).subtracting(marks)
    #expect(Sample.reading(text, knowing: words) == expected)
    // Words are read eight letters at a time where so many follow.
    let padding = String(repeating: " ", count: 16)
    #expect(Sample.reading(text + padding, knowing: words) == expected)
  }

  @Test(arguments: [
    "didn't", "didn’t", "didn‘t", "didnʼt", "didn`t", "didn´t", "didnt", "DIDN'T", "Didn’t",
    "did n\u{AD}ot", "did\u{200B}n't",
  ])
  func contractionsAreTwoWordsWithEveryApostrophe(_ text: String) {
    check(text, "did not")
  }

  @Test(arguments: [
    ("won't wont can't cant cannot", "will not will not can not can not can not"),
    ("I've I'd I'm Im Ive", "i have i would i am i am i have"),
    ("it's that's there's who's he's", "it is that is there is who is he is"),
    ("its", "its"), ("they're we'll you've", "they are we will you have"),
    ("ain't shan't let's", "is not shall not let us"),
    ("shouldn't've they'd've", "should not have they would have"), ("oughtn't", "ought not"),
    ("o'clock rock'n'roll", "oclock rocknroll"),
  ])
  func contractionsAreExpanded(_ text: String, _ expected: String) { check(text, expected) }

  @Test(arguments: [
    ("company's shop’s Müller's", "company shop müller"),
    ("the customers' money", "the customers money"),
    ("'quoted' words", "quoted words"), ("the ’90s", "the 90s"), ("boss' desk", "boss desk"),
  ])
  func possessivesAndQuotesAreDropped(_ text: String, _ expected: String) { check(text, expected) }

  @Test(arguments: [
    ("follow-up", "follow up"), ("follow‑up — now", "follow up now"),
    ("and/or (maybe)", "and or maybe"),
    ("a, b & c", "a b c"), ("e-mail@shop", "e mail shop"), ("snake_case", "snake case"),
    ("100%", "100"), ("\u{201C}back\u{201D}", "back"),
  ])
  func punctuationPartsWords(_ text: String, _ expected: String) { check(text, expected) }

  @Test(arguments: [
    ("1,200.50 times", "<number> times"), ("10 and 11", "10 and <number>"), ("3.5", "<number>"),
    ("5. Then", "<number> / then"), ("4th 2nd", "4th 2nd"), ("1,a", "<number> a"),
    ("7", "<number>"),
  ])
  func numbersAreOneWord(_ text: String, _ expected: String) { check(text, expected) }

  @Test(arguments: [
    ("£5 $20 €3.50 ₹900", "<money> <money> <money> <money>"), ("£ 5", "<money>"),
    ("£\u{A0}5", "<money>"), ("$1,200.50.", "<money>"),
    ("20k 50p 30euros", "<money> <money> <money>"),
    ("£20k", "<money>"), ("£ and 5", "and <number>"), ("20km", "20km"), ("US$20", "us <money>"),
    ("rs 500", "rs <number>"), ("Rs.500", "rs <number>"),
    ("paid Rs. 500 today", "paid rs <number> today"),
    ("paid in Rs. Nobody", "paid in rs / nobody"),
  ])
  func amountsAreMoney(_ text: String, _ expected: String) { check(text, expected) }

  @Test func moneyCoversItsSign() {
    let tokens = Sample.tokens("paid £ 12.50 now", Symbols(words: [], prefixes: []))
    #expect(tokens.byteRange(1..<2) == 5..<13)
  }

  @Test(arguments: [
    ("one. two! three; four: five", "one / two / three / four / five"),
    ("weeks ago.After that", "weeks ago / after that"), ("see shop.com now", "see shop com now"),
    ("at 10:30 one", "at <number> <number> one"), ("really?! yes", "really ? / yes"),
    ("really!? yes", "really ? / yes"), ("why?", "why ?"), ("why? ? no", "why ? / no"),
    ("wait... what", "wait / what"), ("wait… what", "wait / what"), ("wait…what", "wait what"),
    ("wait…?", "wait ?"), ("(bad.) good", "bad / good"),
    ("\u{201C}Bad.\u{201D} good", "bad / good"),
    ("**bad.** good", "bad / good"), ("bad,\ngood", "bad good"), ("bad.", "bad"), ("...", ""),
    ("", ""), ("Mr. Smith vs. Dr. No", "mr smith vs dr no"), ("approx. ten", "approx ten"),
    ("3.00 then", "<number> then"), ("好。 bad", "好 / bad"), ("bad\u{2029}good", "bad / good"),
  ])
  func sentencesEndAtStops(_ text: String, _ expected: String) { check(text, expected) }

  @Test(arguments: [
    ("see http://a.b/c?d=e\n\nthe shop", "see http a b c d e / the shop"),
    ("what?no way. yes", "what no way / yes"),
  ])
  func questionMarkInsideASentenceAsksNothing(_ text: String, _ expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("a\n\nb", "a / b"), ("a\r\n\r\nb", "a / b"), ("a\n \t\nb", "a / b"), ("a\nb", "a b"),
    ("a\n\u{A0}\nb", "a / b"), ("a\n- b\n- c", "a / b / c"), ("a\n* b", "a / b"),
    ("a\n• b\n• c", "a / b / c"), ("a\n•\u{A0}b", "a / b"),
    ("a\n1. b\n2) c", "a / <number> / b / <number> c"),
    ("a\n-b", "a b"), ("a - b", "a b"), ("- a\n- b", "a / b"), ("a\n– b", "a / b"),
  ])
  func blankLinesAndListItemsEndSentences(_ text: String, _ expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("not 😡 happy", "not happy"), ("not ❤️ happy", "not happy"), ("1️⃣ one", "<number> one"),
    ("not\u{A0}happy", "not happy"), ("un\u{AD}happy", "unhappy"),
    ("un\u{200D}happy\u{FEFF}", "unhappy"),
    ("caf\u{E9} CAF\u{C9}", "café café"), ("\u{FFFD}bad\u{FFFD}", "bad"), ("плохо 悪い", "плохо 悪い"),
    ("naïve Ärger", "naïve ärger"),
  ])
  func unicodeIsRead(_ text: String, _ expected: String) { check(text, expected) }

  @Test func softHyphensStayInTheEvidence() {
    let text = "un\u{AD}happy\u{200B} now"
    let tokens = Sample.tokens(text, Symbols(words: ["unhappy"], prefixes: []))
    #expect(tokens.byteRange(0..<1) == 0..<9)
  }

  @Test func contractionsShareTheirPlace() {
    let tokens = Sample.tokens("I didn’t", Symbols(words: ["i", "did", "not"], prefixes: []))
    #expect(tokens.tokens.map { Int($0.start)..<Int($0.end) } == [0..<1, 2..<10, 2..<10])
  }

  @Test func longSentencesAreCut() {
    let text = String(repeating: "word ", count: 600)
    let tokens = Sample.tokens(text, Symbols(words: [], prefixes: []))
    #expect(tokens.sentences.map { $0.end - $0.start } == [250, 250, 100])
    let contracted = Sample.tokens(
      "a " + String(repeating: "don't ", count: 300), Symbols(words: [], prefixes: []))
    #expect(contracted.sentences.allSatisfy { $0.end - $0.start <= 251 })
  }

  @Test func longWordsAreUnknown() {
    let long = String(repeating: "a", count: 49)
    #expect(Sample.reading(long, knowing: [long]) == "_")
    #expect(Sample.reading(String(repeating: "é", count: 500) + " b", knowing: ["b"]) == "_ b")
  }

  @Test func prefixesAreKnownInsideContractions() {
    let symbols = Symbols(words: ["not"], prefixes: ["should", "shou", "refu"])
    let tokens = Sample.tokens("refunding shouldn't shouting", symbols)
    let names = tokens.tokens.map { (symbols.names + symbols.prefixes)[Int($0.symbol)] }
    #expect(names == ["refu", "should", "not", "shou"])
  }

  @Test func passagesOutsideTheTextAreCut() {
    var tokens = Tokens()
    let text = "a büc"
    let tokenizer = Tokenizer(symbols: Symbols(words: [], prefixes: []))
    tokenizer.add(text.utf8Span.span, in: 2..<4, passage: 0, to: &tokens)
    tokenizer.add(text.utf8Span.span, in: 4..<90, passage: 1, to: &tokens)
    tokenizer.add(text.utf8Span.span, in: 70..<90, passage: 2, to: &tokens)
    #expect(tokens.byteRange(0..<1) == 2..<3)
    #expect(tokens.sentences.map(\.passage) == [0, 1])
  }

  @Test func tokensAreInOrderAndOnBoundariesOfRandomTexts() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "a", "not", "I", "'", "’", "´", "`", ".", "?", "!", "…", " ", "\n", "\n\n", "\t", "-", "• ",
      "£", "5", ",",
      "€", "é", "É", "ß", "e\u{301}", "好", "。", "Ж", "😡", "👩‍👩‍👧", "\u{AD}", "\u{200B}", "\u{FE0F}",
      "\u{A0}",
      "\u{FEFF}", "\u{FFFD}", "(", ")", "\"", "12", "k", "don't", "\u{2028}", "\u{7F}", "\0",
      "\r\n", "ـ",
    ]
    let symbols = Symbols(words: ["a", "not", "i", "do", "é"], prefixes: ["dona"])
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1_FFFF, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
      let tokens = Sample.tokens(text, symbols)
      var last = 0..<0
      for token in tokens.tokens {
        let range = Int(token.start)..<Int(token.end)
        #expect(range == last || range.lowerBound >= last.upperBound, "\(text.debugDescription)")
        #expect(!range.isEmpty && range.upperBound <= text.utf8.count)
        let bytes = Array(text.utf8)[range]
        #expect(String(validating: bytes, as: UTF8.self) != nil, "\(text.debugDescription)")
        last = range
      }
      #expect(
        tokens.sentences.map(\.start) == [0].prefix(tokens.sentences.count)
          + tokens.sentences.dropLast().map(\.end))
      #expect(tokens.sentences.last?.end ?? 0 == tokens.tokens.count)
    }
  }
}
