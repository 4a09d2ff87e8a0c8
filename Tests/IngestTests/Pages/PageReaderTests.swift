import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Ingest

struct PageReaderTests {
  private func document(
    _ bytes: [UInt8], name: String = "page.html", date: Timestamp? = nil
  ) throws -> Document {
    let item = Item(
      source: SourceReference(name: name, range: 0..<bytes.count), form: .page, bytes: bytes,
      outerDate: date)
    return try #require(try PageReader().read(item).first)
  }

  private func document(_ html: String, name: String = "page.html") throws -> Document {
    try document(Array(html.utf8), name: name)
  }

  private func words(_ document: Document) -> [String] {
    document.contents.flatMap { content -> [String] in
      if case .layout(let layout) = content { layout.blocks.map(\.text) } else { [] }
    }
  }

  private static func bytes(_ before: String, _ raw: [UInt8] = [], _ after: String = "") -> [UInt8]
  {
    Array(before.utf8) + raw + Array(after.utf8)
  }

  private static let wide = "<p>Käse".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

  static let charsets: [(bytes: [UInt8], words: String)] = [
    (bytes("\u{FEFF}<meta charset=latin1><p>Käse"), "Käse"), (bytes("<p>Käse"), "Käse"),
    (bytes("<p>K", [0xE4], "se"), "Käse"), (bytes("<meta charset=iso-8859-2><p>", [0xB1]), "ą"),
    (bytes("<meta charset=latin1><p>", [0x93, 0x80, 0x94]), "“€”"),
    (bytes("<meta charset=latin1><p>Käse"), "Käse"), ([0xFF, 0xFE] + wide, "Käse"),
    (bytes("<meta charset=utf-16><p>Käse"), "Käse"),
    (bytes("<meta charset=utf-8><p>K", [0xE4], "se ä"), "Käse ä"),
  ]

  @Test(arguments: charsets)
  func p49FindsTheCharset(bytes: [UInt8], expected: String) throws {
    #expect(words(try document(bytes)) == [expected])
  }

  @Test(
    arguments: [[0xE9], [0xC3], [0xED, 0xA0, 0x80], [0xFF], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
  func p45BytesThatAreNoUTF8AreRepairedBeforeTheyAreParsed(raw: [UInt8]) throws {
    let page = PageReaderTests.bytes("<meta charset=utf-8><p title='", raw, "'>a")
    let document = try document(page + raw + Array(" é</p>".utf8))
    let text = try #require(words(document).first)
    #expect(text.hasPrefix("a") && text.hasSuffix(" é"))
    #expect(document.warnings.contains { $0.hasSuffix("bytes repaired") })
  }

  @Test func p50ReadsACharsetBehindALongHead() throws {
    let head = "<title>x</title><script>\(String(repeating: "a", count: 9_000))</script>"
    let bytes = Array((head + "<meta charset=windows-1251><p>").utf8) + [0xC4, 0xE0]
    #expect(words(try document(bytes)) == ["Да"])
  }

  @Test func namesThePageByItsAddressElseByItsPath() throws {
    let first = try document("<link rel=canonical href=https://a.example/1><p>x", name: "a.html")
    let again = try document("<link rel=canonical href=https://a.example/1><p>y", name: "b.html")
    #expect(first.identity == again.identity)
    #expect(
      try document("<p>x", name: "a.html").identity != document("<p>x", name: "b.html").identity)
    #expect(first.channel == .web)
  }

  @Test(arguments: [
    "<meta property=article:published_time content='2026-11-17T08:12:00+01:00'><p>x",
    "<script type=application/ld+json>{\"datePublished\":\"2026-11-17T07:12:00Z\"}</script><p>x",
    "<p>Posted by <a rel=author href=/a>Ana</a> <time datetime='2026-11-17T07:12Z'>today</time><p>x",
    "<span itemprop=datePublished content='2026-11-17 07:12:00'></span><p>x",
    "<div class=entry-date>November 17th, 2026 at 7:12 am</div><p>x",
    "<p>This entry was posted on Tuesday, November 17th, 2026 at 7:12 am and filed.</p>",
    "<div class=date>17. November 2026, 7:12 Uhr</div><p>x",
  ])
  func readsTheDateThePageGives(html: String) throws {
    #expect(try document(html).received?.description == "2026-11-17T07:12:00Z")
  }

  @Test func p35TakesTheFilesDateLastAndSaysSo() throws {
    let date = Timestamp(seconds: 1_000_000_000)
    let document = try document(Array("<p>x".utf8), date: date)
    #expect(document.received == date)
    #expect(document.warnings == ["date: the file's own"])
  }

  @Test(arguments: [
    "<meta name=author content='Ana Ruiz'><p>x", "<p class=byline>By Ana Ruiz</p><p>x",
    "<p>Posted by <span class=author>Ana Ruiz</span> on 3 May 2026</p><p>x",
    "<i>Posted by Ana Ruiz on 10 September 2025</i><p>x",
    "<div class=comment><b class=fn>Bo</b></div><p class=byline>von Ana Ruiz</p>",
  ])
  func readsTheByline(html: String) throws {
    #expect(try document(html).authors == [Party(name: "Ana Ruiz", address: nil)])
  }

  @Test func carriesTheNotesOfTheLayout() throws {
    let document = try document("<p>x<div id=disqus_thread></div>")
    #expect(document.warnings == ["comments elsewhere: disqus"])
  }

  @Test func aPageWithoutWordsGivesNothing() throws {
    let bytes = Array("<html><script>x</script></html>".utf8)
    let item = Item(
      source: SourceReference(name: "a", range: 0..<bytes.count), form: .page, bytes: bytes,
      outerDate: nil)
    #expect(try PageReader().read(item).isEmpty)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>", true), ("\n\t <!doctype HTML PUBLIC>", true), ("<HTML>", true),
    ("<!-- saved --><html>", true), ("<?xml version='1.0'?><!DOCTYPE html>", true),
    ("<div class=x>", true), ("<p>Hello", true), ("<?xml version='1.0'?><rss>", false),
    ("<rss>", false), ("<!DOCTYPE svg>", false), ("Dear <b>", false), ("", false), ("<", false),
    ("<3 this", false), ("<!--", false), ("<ana@example.com> wrote", false), ("{\"a\":1}", false),
  ])
  func tellsPagesByTheirStart(text: String, isPage: Bool) {
    #expect(PageReader.looksLikeHTML(Array(text.utf8)) == isPage)
  }

  @Test(arguments: [
    "<meta charset=", "<meta ", "<!--", "<a b=\"", "<meta content='charset='", "<", "</", "<?",
  ])
  func hostileHeadsAreSurvived(piece: String) throws {
    let bytes = Array(String(repeating: piece, count: 20_000).utf8)
    _ = PageReader.looksLikeHTML(bytes)
    let item = Item(
      source: SourceReference(name: "a", range: 0..<bytes.count), form: .page, bytes: bytes,
      outerDate: nil)
    _ = try PageReader().read(item)
  }
}

/// Charsets that html5lib expects pages to name.
@Suite(.enabled(if: Folders.shared != nil, "needs ../shared"))
struct CharsetSuiteTests {
  @Test func agreesOnLabels() throws {
    let folder = try #require(Folders.shared).appendingPathComponent(
      "suites/html/html5lib/encoding")
    var total = 0
    var misses: [String] = []
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "dat" {
      for (data, expected) in cases(Array(try Data(contentsOf: file))) {
        total += 1
        let label = CharsetPrescan.label(in: data).flatMap { Charset(label: $0)?.name }
        let hasMark = data.starts(with: [0xEF, 0xBB, 0xBF])
        let got = hasMark ? PageReader.decoded(data).charset : label ?? "windows-1252"
        if got != expected {
          misses.append(
            "\(String(decoding: data.prefix(300), as: UTF8.self)) → \(got), not \(expected)")
        }
      }
    }
    let report = "html5lib encoding: \(total - misses.count) of \(total)"
    FileHandle.standardError.write(
      Data((report + "\n" + misses.joined(separator: "\n") + "\n").utf8))
    #expect(total >= 80)
    #expect(misses.isEmpty, "\(report)")
  }

  private func cases(_ bytes: [UInt8]) -> [([UInt8], String)] {
    var cases: [([UInt8], String)] = []
    var data: [UInt8] = []
    var mode = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      switch String(decoding: line, as: UTF8.self) {
      case "#data":
        data = []
        mode = 1
      case "#encoding": mode = 2
      case let text where mode == 2:
        cases.append((data, text.lowercased()))
        mode = 0
      default: if mode == 1 { data += line + [0x0A] }
      }
    }
    return cases
  }
}
