import Testing

@testable import Classify

struct PatternParserTests {
  /// The elements as written, with bars between them.
  private func elements(_ text: String) throws -> String {
    try PatternParser.pattern(text).elements.map(Pattern.written).joined(separator: " · ")
  }

  @Test(arguments: [
    ("nobody called", "nobody · called"), ("call~ back", "call~ · back"),
    ("refund* me", "refund* · me"),
    ("(a|b c|d~) e", "(a|b c|d~) · e"), ("(very|so)? bad", "(very|so)? · bad"),
    ("very? bad", "very? · bad"),
    ("@contact [2] back", "@contact · [2] · back"), ("a [1-3] b", "a · [1-3] · b"),
    ("a [0] b", "a · [0] · b"),
    ("a [8] b", "a · [8] · b"), ("<number> times", "<number> · times"),
    ("pay <money>?", "pay · <money>?"),
    ("why ?", "why · ?"), ("^ no", "^ · no"), ("(^|and) no", "(^|and) · no"),
    ("no (thanks ?|way)", "no · (thanks ?|way)"),
    ("@list_2? x", "@list_2? · x"), ("  a   b ", "a · b"), ("Don't call", "do · not · call"),
    ("didn’t~ x", "did · not~ · x"), ("follow-up~ x", "follow · up~ · x"),
    ("customers' shop's", "customers · shop"),
    ("out\u{A0}of stock", "out · of · stock"), ("follow\u{2010}up", "follow · up"),
    ("CAFÉ", "café"),
    ("24 hours", "24 · hours"), ("(a (b|c (d|e)?)) f", "(a (b|c (d|e)?)) · f"),
    ("a (b c)? d", "a · (b c)? · d"),
    ("won't? go", "(will not)? · go"),
  ])
  func patternsAreRead(_ text: String, _ expected: String) throws {
    #expect(try elements(text) == expected)
  }

  @Test(arguments: [
    ("", 0, "empty pattern"), ("   ", 0, "empty pattern"), ("[2] a", 0, "a gap cannot stand first"),
    ("a [2]", 4, "a gap cannot stand last"), ("a (b", 2, "'(' is not closed"),
    ("a ) b", 2, "')' or '|' without '('"),
    ("a | b", 2, "')' or '|' without '('"), ("(a|)", 3, "empty branch in a group"),
    ("a (|b)", 3, "empty branch in a group"), ("() a", 1, "empty branch in a group"),
    ("a [9] b", 2, "a gap is [0] to [8] or [1-8], the smaller first"),
    ("a [1000] b", 2, "a gap is [0] to [8] or [1-8], the smaller first"),
    ("a [99999999999999999999] b", 2, "a gap is written [3] or [1-3]"),
    ("a [3-1] b", 2, "a gap is [0] to [8] or [1-8], the smaller first"),
    ("a [x] b", 2, "a gap is written [3] or [1-3]"),
    ("a [1- b", 2, "a gap is written [3] or [1-3]"),
    ("a <date> b", 2, "the word classes are <number> and <money>"),
    ("a <number b", 2, "the word classes are <number> and <money>"),
    ("a @ b", 2, "'@' needs the name of a word list"),
    ("abc* d", 0, "a prefix needs at least four letters before the '*'"),
    ("a, b", 1, "',' means nothing here"),
    ("a.* b", 1, "'.' means nothing here"),
    ("a £5", 2, "'£' means nothing here; write <money> for an amount"),
    ("$5", 0, "'$' means nothing here; write <money> for an amount"),
    ("a 😡", 2, "'😡' holds no word"),
    ("- a", 0, "'-' holds no word"), ("(a|b)~", 5, "'~' means nothing here"),
    ("a ~", 2, "'~' means nothing here"),
    ("very?", 0, "a pattern needs a word that must occur"),
    ("^ (a|b)? ?", 0, "a pattern needs a word that must occur"),
    ("a ^ b", 0, "'^' can only stand first"), ("a (^|b) c", 0, "'^' can only stand first"),
    ("a ? b", 0, "'?' can only stand last"), ("(a ?|b) c", 0, "'?' can only stand last"),
  ])
  func mistakesHaveAPlace(_ text: String, _ offset: Int, _ message: String) {
    #expect(throws: PatternParser.Mistake(offset: offset, message: message)) {
      try PatternParser.pattern(text)
    }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
    #expect(throws: PatternParser.Mistake(offset: 8, message: "groups nest deeper than 8")) {
      try PatternParser.pattern(text)
    }
  }

  @Test func longWordsAreRefused() {
    let text = "a " + String(repeating: "'d", count: 50_000) + String(repeating: "b", count: 60)
    #expect(throws: PatternParser.Mistake.self) { try PatternParser.pattern(text) }
  }
}

struct InflectionTests {
  @Test(arguments: [
    ("call", "call called calling calls"), ("stop", "stop stoped stoping stopped stopping stops"),
    ("reply", "replied replies reply replying"), ("ring", "rang ring ringed ringing rings rung"),
    ("lie", "lain lay lie lied lies lying"), ("refuse", "refuse refused refuses refusing"),
    ("fix", "fix fixed fixes fixing"), ("a", "a"), ("agree", "agree agreed agreeing agrees"),
  ])
  func formsAreThoseOfEnglish(_ word: String, _ expected: String) {
    #expect(Inflection.forms(of: word).sorted().joined(separator: " ") == expected)
  }
}

extension PatternParser {
  /// Reads one pattern.
  static func pattern(_ text: String) throws(Mistake) -> Pattern {
    var parser = PatternParser()
    return try parser.pattern(text)
  }
}
