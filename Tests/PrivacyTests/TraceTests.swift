import Foundation
import Privacy
import Testing

struct TraceTests {
  private let pseudonyms = Pseudonyms(key: [UInt8](repeating: 3, count: 32))

  private func trace(_ address: String) -> PersonTrace {
    PersonTrace(address: address, pseudonyms: pseudonyms)
  }

  @Test(arguments: [
    ("wrote Ana.Quill@Example.NET to us", true), ("<ana.quill@example.net>", true),
    ("mailto:ana.quill@example.net.", true), ("'ana.quill@example.net'", true),
    ("susana.quill@example.net", false), ("ana.quill@example.net.uk", false),
    ("ana.quill@example", false), ("ana.quill at example.net", false), ("", false), ("@@@", false),
    ("x@ana.quill@example.net", true),
  ])
  func anAddressIsFoundWhole(_ text: String, _ isNamed: Bool) {
    let bytes = Array(text.utf8)
    #expect(trace("ana.quill@example.net").isNamed(in: bytes) == isNamed)
    let pseudonym = pseudonyms.pseudonym(of: "ana.quill@example.net")
    #expect(PersonTrace(pseudonym: pseudonym, pseudonyms: pseudonyms).isNamed(in: bytes) == isNamed)
  }

  @Test func anAuthorColumnIsNoWordToSearchFor() {
    #expect(!trace("Ana").isNamed(in: Array("Ana wrote, ana@example.net".utf8)))
  }

  @Test func transportHidesNobody() {
    let person = trace("ana.quill@example.net")
    let words = "Please answer to ana.quill@example.net soon."
    for cut in 0..<4 {
      let base64 = Data(words.dropFirst(cut).utf8).base64EncodedString(
        options: .lineLength64Characters)
      #expect(person.isNamed(inEncoded: Array("Content: \n\n\(base64)\n--end".utf8)))
      #expect(!person.isNamed(in: Array(base64.utf8)))
    }
    let quoted = "Please answer to ana=2Equill=40exam=\r\nple.net=\nsoon"
    #expect(!person.isNamed(inEncoded: Array(quoted.utf8)))
    #expect(person.isNamed(inEncoded: Array(quoted.replacing("=\nsoon", with: " soon").utf8)))
    let wide = words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(person.isNamed(inEncoded: wide))
    #expect(!person.isNamed(inEncoded: Array("=40 =zz = aGVsbG8gdGhlcmU=".utf8)))
  }

  @Test func everyByteOfEveryFileIsSearched() throws {
    let folder = NSTemporaryDirectory() + "trace-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/sub", withIntermediateDirectories: true)
    // Across the border of two windows, at the very start and at the very end.
    let window = 4 << 20
    for (name, offset) in [("a", 0), ("sub/b", window - 3), ("c", window), ("d", 2 * window + 7)] {
      var bytes = [UInt8](repeating: 0x61, count: offset) + Array("NEEDLE-in-hay".utf8)
      if name == "c" { bytes += [UInt8](repeating: 0x6E, count: 100) }
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let result = TraceSearch(words: ["needle-IN-hay", "nowhere", "hay", ""].map { Array($0.utf8) })
      .search(folder: folder)
    #expect(result.findings.map(\.path) == ["a", "c", "d", "sub/b"])
    #expect(result.findings.allSatisfy { $0.word == 0 })
    #expect(result.fileCount == 4 && result.unreadable.isEmpty)
  }
}
