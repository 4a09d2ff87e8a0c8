import Complaints
import Foundation
import Ingest
import Support
import Testing

@testable import Voices

/// Public suites of articles and of readers' comments; the figures are printed.
@Suite(.enabled(if: Folders.shared != nil, "needs ../shared"), .serialized)
struct PageSuiteTests {
  private func verbatims(_ data: Data, name: String) throws -> [Verbatim] {
    let bytes = [UInt8](data)
    let item = Item(
      source: SourceReference(name: name, range: 0..<bytes.count), form: .page, bytes: bytes,
      outerDate: nil)
    return try PageReader().read(item).flatMap {
      PageVoices.verbatims(of: $0, organisation: Organisation())
    }
  }

  private func own(_ verbatim: Verbatim) -> String {
    let bytes = Array(verbatim.text.utf8)
    return verbatim.passages.filter { $0.kind == .body || $0.kind == .heading }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: "\n")
  }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func json(_ path: String) throws -> [String: [String: Any]] {
    let file = try #require(Folders.shared).appendingPathComponent(path)
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(object as? [String: [String: Any]])
  }

  private func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Segments that are in the page's words at all; three pages labelled as having no comments have
  /// some, as their mark-up and a look at them show.
  @Test func findsReadersComments() throws {
    let folder = try #require(Folders.shared).appendingPathComponent("suites/html/comments/pages")
    var (found, present, total, pages, wrong) = (0, 0, 0, 0, 0)
    var duration = Duration.zero
    for (_, truth) in try json("suites/html/comments/ground-truth.json") {
      guard let name = truth["file"] as? String,
        let data = try? Data(contentsOf: folder.appendingPathComponent(name))
      else { continue }
      let start = ContinuousClock.now
      let comments = try verbatims(data, name: name).filter { $0.part == .comment }
      duration += ContinuousClock.now - start
      let text = folded(comments.map(\.text).joined(separator: " "))
      let segments = (truth["comments"] as? [String] ?? []).map(folded)
      if segments.isEmpty {
        pages += 1
        wrong += comments.isEmpty ? 0 : 1
      }
      let words = try pageWords(data, name: name)
      total += segments.count
      present += segments.count { words.contains($0) }
      found += segments.count { text.contains($0) }
    }
    report(
      "comments: \(found) of \(present) segments in the pages' words, \(total) in all; given to "
        + "\(wrong) of \(pages) pages labelled as without; \(duration) for all pages")
    #expect(found * 100 >= present * 97)
    #expect(wrong * 100 <= pages * 3)
  }

  /// All visible and hidden words of a page.
  private func pageWords(_ data: Data, name: String) throws -> String {
    let bytes = [UInt8](data)
    let item = Item(
      source: SourceReference(name: name, range: 0..<bytes.count), form: .page, bytes: bytes,
      outerDate: nil)
    let words = try PageReader().read(item).flatMap(\.contents).map { content -> String in
      if case .layout(let layout) = content {
        layout.blocks.map(\.text).joined(separator: " ")
      } else {
        ""
      }
    }
    return folded(words.joined(separator: " "))
  }

  @Test func findsArticles() throws {
    let folder = try #require(Folders.shared).appendingPathComponent("suites/html/articles/html")
    var (precision, recall, count) = (0.0, 0.0, 0.0)
    for (name, truth) in try json("suites/html/articles/ground-truth.json") {
      guard let body = truth["articleBody"] as? String,
        let data = Gunzip.data(folder.appendingPathComponent(name + ".html.gz"))
      else { continue }
      let post = try verbatims(data, name: name).first { $0.part == .post }
      let (want, got) = (shingles(body), shingles(post.map(own) ?? ""))
      let both = Double(want.reduce(0) { $0 + min($1.value, got[$1.key] ?? 0) })
      precision += got.isEmpty ? 0 : both / Double(got.values.reduce(0, +))
      recall += want.isEmpty ? 1 : both / Double(want.values.reduce(0, +))
      count += 1
    }
    guard count > 0 else { return }
    (precision, recall) = (precision / count, recall / count)
    let score = 2 * precision * recall / (precision + recall)
    report("articles: F1 \(score), precision \(precision), recall \(recall) on \(Int(count)) pages")
    #expect(score > 0.975)
  }

  private func shingles(_ text: String) -> [[Substring]: Int] {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    guard !words.isEmpty else { return [:] }
    return (0...max(0, words.count - 4)).reduce(into: [:]) {
      $0[Array(words[$1..<min($1 + 4, words.count)]), default: 0] += 1
    }
  }
}

/// The suite's pages are packed; the system's own tool opens them.
private enum Gunzip {
  static func data(_ file: URL) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}
