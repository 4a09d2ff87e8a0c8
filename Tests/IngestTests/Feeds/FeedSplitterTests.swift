import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Ingest

struct FeedSplitterTests {
  @Test(arguments: [
    "<rss><channel/></rss>", "<?xml version='1.0'?>\n<rss version='0.91'>",
    "\u{FEFF}<!-- x --><rss>",
    "<!DOCTYPE rss [<!ENTITY a \"]>\">]><rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>",
    "<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>",
  ])
  func feedsAreFoundByContent(text: String) {
    #expect(Sniffer.kind(of: Array(text.utf8), name: "x.txt") == .feed)
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Sniffer.kind(of: wide, name: "x.txt") == .feed)
  }

  @Test(arguments: [
    "<?xml version='1.0'?><plist/>", "<feed><x/></feed>", "<rdf:RDF xmlns:rdf='x'>",
    "<!DOCTYPE rss [", "<rss",
  ])
  func otherXMLIsNoFeed(text: String) {
    #expect(Sniffer.kind(of: Array(text.utf8), name: "x.xml") != .feed)
  }

  @Test func everyEntryIsAPieceAndEveryByteIsAccountedFor() throws {
    let text = SampleFeed.rss(
      SampleFeed.item(1, "One with </item> inside."), "<!-- <item>no</item> -->",
      SampleFeed.item(2, "Two."), "<item/>", "<itemised>x</itemised>")
    let (pieces, ledger) = try SampleFeed.pieces(Array(text.utf8))
    #expect(ledger.position == text.utf8.count)
    let items = pieces.compactMap { if case .item(let item) = $0.content { item } else { nil } }
    #expect(items.map(\.source.description) == ["blog.xml#1", "blog.xml#2", "blog.xml#3"])
    #expect(items.allSatisfy { $0.bytes.starts(with: "<item".utf8) })
    let (rest, _) = try SampleFeed.pieces(
      Array(text.utf8), from: try #require(items.first).source.range.upperBound)
    #expect(rest.count == pieces.count - 2)
  }

  @Test(arguments: [
    ("<item><title>a</title><item><title>b</title></item>", 2), ("<item><title>a</title>", 1),
    ("<item><title><![CDATA[a</title></item><item><title>b</title></item>", 2),
    ("<item><title>a<!-- </title></item><item><title>b</title></item>", 2), ("", 0),
  ])
  func entriesThatDoNotEndCostNoOther(items: String, count: Int) throws {
    let text = "<rss><channel>\(items)"
    let (_, ledger) = try SampleFeed.pieces(Array(text.utf8))
    #expect(ledger.position == text.utf8.count)
    let documents = try SampleFeed.documents(text)
    #expect(documents.map(\.title).compactMap { $0?.first } == Array("ab".prefix(count)))
  }

  @Test func entriesAcrossWindowsAreFound() throws {
    let text = SampleFeed.rss(
      (1...120).map {
        SampleFeed.item($0, String(repeating: "word \($0) ", count: 900 + $0))
      }.joined(separator: "\n"))
    let documents = try SampleFeed.documents(text)
    #expect(documents.count == 120)
    #expect(documents.last.map { SampleFeed.words($0.entries[0]).hasSuffix("word 120") } == true)
    #expect(try SampleFeed.pieces(Array(text.utf8)).ledger.position == text.utf8.count)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["<item>", "<![CDATA[", "<!--", "<item", "</item>", "<item/>", "]]>", "<"])
  func hostileFeedsEnd(piece: String) throws {
    let text = "<rss><channel>" + String(repeating: piece, count: 30_000)
    #expect(try SampleFeed.pieces(Array(text.utf8)).ledger.position == text.utf8.count)
  }

  @Test func otherCharsetsAreRead() throws {
    let text = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><description>"
    let bytes =
      Array(text.utf8) + [0xC4, 0xE0] + Array("</description></item></channel></rss>".utf8)
    #expect(try SampleFeed.documents(bytes).flatMap(\.entries).map(SampleFeed.words) == ["Да"])
    let wide = SampleFeed.rss(SampleFeed.item(1, "Käse."), SampleFeed.item(2, "Brot.")).utf16
    let documents = try SampleFeed.documents(
      [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(documents.flatMap(\.entries).map(SampleFeed.words) == ["Käse.", "Brot."])
    #expect(documents.map(\.source.description) == ["blog.xml#1", "blog.xml#2"])
  }
}

/// Exports of the WordPress importer's and themes' own tests; counted by plain search.
@Suite(.enabled(if: Folders.shared != nil, "needs ../shared"))
struct FeedSuiteTests {
  @Test func itemsCommentsAndWordsAreAllThere() throws {
    let folder = try #require(Folders.shared).appendingPathComponent("suites/feeds/wxr")
    var (items, comments, lost, runs) = (0, 0, 0, 0)
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    {
      let bytes = [UInt8](try Data(contentsOf: file))
      let text = String(decoding: bytes, as: UTF8.self)
      let documents = try SampleFeed.documents(bytes)
      let wanted = text.ranges(of: "<item>").count
      #expect(documents.count == wanted, "\(file.lastPathComponent)")
      items += documents.count
      let found = documents.flatMap(\.entries).filter { $0.part == .comment }.count
      #expect(found == text.ranges(of: "<wp:comment>").count, "\(file.lastPathComponent)")
      comments += found
      let words = documents.flatMap(\.entries).map(SampleFeed.words).joined(separator: " ")
      for run in FeedSuiteTests.plainRuns(of: text) {
        runs += 1
        if !FeedSuiteTests.folded(words).contains(run) {
          lost += 1
          FileHandle.standardError.write(Data("lost: \(file.lastPathComponent): \(run)\n".utf8))
        }
      }
    }
    FileHandle.standardError.write(
      Data(
        "wxr: \(items) items, \(comments) comments, \(lost) of \(runs) runs of words lost\n".utf8))
    #expect(items > 100 && lost == 0)
  }

  private static func folded(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// Runs of letters between tags in the contents of posts and comments.
  private static func plainRuns(of text: String) -> [String] {
    var runs: [String] = []
    for name in ["content:encoded", "wp:comment_content"] {
      for part in text.components(separatedBy: "<\(name)>").dropFirst() {
        let content = part.components(separatedBy: "</\(name)>")[0]
        for line in content.components(separatedBy: CharacterSet(charactersIn: "<>&[]{}\n\\")) {
          let isWords = line.allSatisfy { $0.isLetter || $0 == " " } && line.count > 30
          if isWords { runs.append(folded(line)) }
        }
      }
    }
    return runs
  }
}
