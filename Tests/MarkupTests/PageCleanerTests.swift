import Complaints
import Markup
import Testing

/// Pages that libxml2 2.9 alone reads differently from browsers.
struct PageCleanerTests {
  private func text(_ html: String) -> String {
    LayoutBuilder.layout(of: html).blocks.map(\.text).joined(separator: "|")
  }

  @Test(arguments: [
    ("<p>a</p><!--><p>b</p>", "a|b"), ("<p>a</p><!---><p>b</p>", "a|b"),
    ("a<!-- x > y -->b", "ab"), ("a<!-- x --!>b", "ab"), ("a<!-- oops <p>b", "a oops|b"),
    ("a<!-- one --><!-- oops <p>b", "a oops|b"), ("a<!----->b", "ab"),
    ("<!--[if mso]>x<![endif]-->a<!--[if !mso]><!-->b<!--<![endif]-->c", "abc"),
  ])
  func p41ReadsOnAfterOddComments(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test(arguments: [
    ("<![if !mso]>a<![endif]>b", "ab"), ("a<![CDATA[x]]>b", "ab"), ("<?xml version='1'?>a", "a"),
    ("<!DOCTYPE html>a", "a"), ("a<!b", "a"),
  ])
  func p42DropsDeclarations(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test(arguments: [
    ("&#150;&#146;&#x80;", "–’€"), ("caf&#xe9; &#233 &#0; &#x110000;", "café é \u{FFFD} \u{FFFD}"),
    ("&#xD83D;&#xDE00; &#xD83D; &#55357;&#56832;", "😀 \u{FFFD} 😀"),
    ("&#; &#x; &#", "&#; &#x; &#"),
  ])
  func p43p46ReadsNumbersAsBrowsers(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test(arguments: [
    ("a&commat;b&period;c", "a@b.c"), ("&nbspb", "\u{A0}b"), ("&copy c &notit; &AMP", "© c ¬it; &"),
    ("&amp;lt;b&amp;gt;", "&lt;b&gt;"), ("&lt;b&gt;", "<b>"), ("&amp;copy;", "&copy;"),
    ("&hellip;&rsquo;&lsquor;&euro;", "…’‚€"), ("AT&T &unknown; &x", "AT&T &unknown; &x"),
    ("&NotEqualTilde;", "≂\u{338}"), ("a&NewLine;b", "a b"),
  ])
  func p44KnowsAllNamesOnce(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test func p46DropsNUL() {
    #expect(text("<p>a\u{0}b</p\u{0}><p>c") == "ab|c")
  }

  @Test(arguments: [
    "<script>x<p>y</script>", "<style>p{}</style>", "<noscript><p>x</noscript>",
    "<template><p>x</template>", "<svg><title>x</title><text>y</text></svg>", "<svg/>",
    "<iframe>x</iframe>", "<title>x</title>", "<SCRIPT>if (a<b) '</scr'</SCRIPT >",
    "<textarea hidden></textarea>", "<object>x</object>",
  ])
  func p47LeavesOutWhatIsNotShown(html: String) {
    #expect(text("<p>a</p>\(html)<p>b</p>").filter { $0 != "x" } == "a|b")
  }

  @Test(arguments: [
    "<template>", "<object>", "<title>", "<noscript>", "<svg>", "<video>", "<iframe>",
  ])
  func whatNeverEndsHidesNothing(html: String) {
    #expect(text("\(html)<p>words") == "words")
  }

  @Test func aScriptThatNeverEndsIsNotWords() {
    let layout = LayoutBuilder.layout(of: "<p>words<script>var a = 1;")
    #expect(layout.blocks.map(\.text) == ["words"])
    #expect(layout.notes == ["unclosed HTML script"])
  }

  @Test(arguments: [
    ("I waited < 5 and > 3 days", "I waited < 5 and > 3 days"), ("a <3 b", "a <3 b"),
    ("From: Ana <ana@example.com> wrote", "From: Ana <ana@example.com> wrote"),
    ("see <https://example.com/a> there", "see <https://example.com/a> there"),
    ("we waited <never closed words", "we waited <never closed words"),
    ("a</>b</ x>c", "abc"), ("words<a href='cut", "words"),
  ])
  func p48KeepsWordsThatLookLikeTags(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test(arguments: [
    ("<p @click=\"a > b\" :x='<b>'>words", "words"), ("<p title='a>b'>words", "words"),
    ("<p title=a'b class=\"x\"y=z>words", "words"), ("<div/>a<b/>c", "ac"),
    ("<p title=\"never closed>words<p>more", "words|more"), ("<foo\"bar>words", "words"),
    ("<br/ >a</br>b", "a\nb"), ("<p\n\nid = x\n>a", "a"),
  ])
  func splitsTagsAsHTML5(html: String, expected: String) {
    #expect(text(html) == expected)
  }

  @Test func p51ReadsTwoPagesInOneFile() {
    #expect(text("<html><body>a</body></html>\n<html><body><p>b</p></body></html>c") == "a|b|c")
  }

  @Test func bytesAfterTheEndOfThePageAreRead() {
    #expect(text("<body><p>a</p></body></html><div class=c>late</div>") == "a|late")
  }

  @Test func aConflictingCharsetLabelChangesNothing() {
    #expect(text("<meta charset=iso-8859-1><p>Käse – 😀") == "Käse – 😀")
  }
}
