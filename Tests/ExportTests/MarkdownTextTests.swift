import Support
import Testing

@testable import Export

struct MarkdownTextTests {
  @Test(
    arguments: [
      ("[x](javascript:alert(1))", #"\[x\](javascript\:alert(1))"#),
      ("<script>a</script>", #"\<script\>a\</script\>"#),
      ("a | b", #"a \| b"#), ("`rm`", #"\`rm\`"#), ("**very** _bad_", #"\*\*very\*\* \_bad\_"#),
      ("# not a heading", "\\# not a heading"), ("- no list", #"\- no list"#),
      ("1. no list", #"1\. no list"#), ("--- x", #"\--- x"#), ("==", #"\=="#),
      ("see https://x.example now", #"see https\://x\.example now"#),
      ("www.x.example", #"www\.x\.example"#), ("&lt;b&gt;", #"\&lt;b\&gt;"#),
      ("two\n\nlines\tof  words", "two lines of words"), ("back\\slash", #"back\\slash"#),
      ("@ana wrote", "@\u{2060}ana wrote"), ("a\u{202E}b\u{7}c", "abc"),
      ("Plain words, really. Yes: so.", "Plain words, really. Yes: so."), ("", ""),
      ("![i](x)", #"\!\[i\](x)"#), ("~~no~~", #"\~\~no\~\~"#),
    ])
  func textIsReadAsItStands(text: String, expected: String) {
    #expect(MarkdownText(text).description == expected)
  }

  @Test func noMarkIsEverBare() {
    var random = SeededGenerator(seed: 9)
    let marks = Array("[]()<>`*_|#&~\\! \n\tab:/.@-1").map(String.init)
    for _ in 0..<3_000 {
      let text = (0..<14).map { _ in marks[Int.random(in: 0..<marks.count, using: &random)] }
        .joined()
      let escaped = MarkdownText(text).description
      var isEscaped = false
      for character in escaped {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          #expect(!"[]<>`*_|#&~\n".contains(character), "\(text) → \(escaped)")
        }
      }
      #expect(!isEscaped)
    }
  }
}
