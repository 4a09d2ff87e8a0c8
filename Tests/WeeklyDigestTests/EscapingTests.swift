import Testing
import Text

@testable import WeeklyDigest

struct EscapingTests {
  @Test(arguments: [
    ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("\"\u{301} onload=x", "&quot;\u{301} onload=x"),
    ("plain – words", "plain – words"),
  ])
  func htmlIsEscapedByScalars(text: String, expected: String) {
    #expect(MailHTML().escapeText(text) == expected)
  }

  @Test(arguments: [
    ("*a* _b_ `c` [d](e)", #"\*a\* \_b\_ \`c\` \[d\](e)"#), ("<a>&~|$", #"\<a\>\&\~\|\$"#),
    ("http://x.example", #"http:\//x.example"#), ("www.x.example", #"www\.x.example"#),
    (#"\"#, #"\\"#), ("Not available: repair", "Not available: repair"),
  ])
  func markdownIsEscapedInsideALine(text: String, expected: String) {
    #expect(Markdown().escapeText(text) == expected)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-5, "-5")])
  func numbersAreGrouped(number: Int, expected: String) {
    #expect(grouped(number) == expected)
  }

  @Test(arguments: [(8.64, "8.6"), (9.0, "9"), (0.04, "0"), (1_200.55, "1,200.6")])
  func figuresHaveOneDecimal(value: Double, expected: String) {
    #expect(Wording.number(value) == expected)
  }
}
