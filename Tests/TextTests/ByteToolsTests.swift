import Testing
import Text

struct ByteToolsTests {
  @Test func linesEndWithLineFeedOrBoth() {
    let bytes = Array("a\r\nb\n\nc\rd".utf8)
    let lines = ByteLines(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(lines == ["a", "b", "", "c\rd"])
    #expect(ByteLines(bytes).map(\.next).last == bytes.count)
  }

  @Test func linesOfAPartStayInside() {
    let bytes = Array("one\ntwo\nthree".utf8)
    #expect(ByteLines(bytes, in: 2..<6).map(\.range) == [2..<3, 4..<6])
    #expect(ByteLines([]).map(\.range) == [])
  }

  @Test func identityIgnoresCaseAndWhiteSpace() {
    #expect(foldedForIdentity("  My\u{A0}\tORDER \r\n Über\u{2003}x ") == "my order über x")
    #expect(foldedForIdentity("") == "")
  }

  @Test func validityFollowsUnicode() {
    #expect(Array("añ€😀".utf8).isValidUTF8)
    #expect(![0xED, 0xA0, 0x80].isValidUTF8)
    #expect(![0xC0, 0x80].isValidUTF8)
    #expect(![0xF4, 0x90, 0x80, 0x80].isValidUTF8)
  }

  @Test func onlyASCIILettersAreLowered() {
    #expect("ÀBC".lowercasedASCII == "Àbc")
    #expect([0x41, 0x5A, 0x5B, 0xC1].lowercasedASCII == [0x61, 0x7A, 0x5B, 0xC1])
  }
}
