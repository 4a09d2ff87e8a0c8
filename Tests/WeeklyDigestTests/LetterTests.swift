import Complaints
import Foundation
import Support
import Testing

@testable import WeeklyDigest

struct LetterTests {
  private func rendered(_ letter: Letter) throws -> [String: String] {
    let templates = try LetterTemplates.shared.get()
    return [
      "html": templates.html(letter), "text": templates.text(letter),
      "md": templates.markdown(letter),
    ]
  }

  @Test func everyFormatIsAsRecorded() throws {
    var outputs = try rendered(SampleFacts.writer.letter())
    outputs["json"] = String(
      decoding: try DigestDesk.bytes(SampleFacts.facts, for: true), as: UTF8.self)
    let folder = Folders.project.appendingPathComponent("Tests/Goldens")
    for (format, output) in outputs.sorted(by: { $0.key < $1.key }) {
      let file = folder.appendingPathComponent("digest.\(format)")
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(output.utf8).write(to: file)
        Issue.record("recorded \(file.lastPathComponent)")
      } else {
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(output == golden, "\(file.lastPathComponent)")
      }
    }
  }

  @Test func theHTMLNeedsNothingFromElsewhere() throws {
    let html = try #require(try rendered(SampleFacts.writer.letter())["html"])
    for forbidden in [
      "<style", "<script", "<img", "<svg", "<link", "class=", "src=", "href=", "http", "url(",
      "@import", "<b>tested", " onload",
    ] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    #expect(html.contains("<html lang=\"en\""))
    #expect(html.contains("<title>Complaints 2026-W46: one problem rising"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; three weeks &amp; *nobody*"))
    let tables = html.components(separatedBy: "<table").count
    #expect(html.components(separatedBy: "<table role=\"presentation\"").count == tables)
  }

  @Test func markdownShowsWordsAsTheyAre() throws {
    let markdown = try #require(try rendered(SampleFacts.writer.letter())["md"])
    #expect(markdown.contains(#"\<script\>alert(1)\</script\> three weeks \& \*nobody\* rang"#))
    #expect(markdown.contains(#"Bills are \<b\>tested\</b\> before"#))
  }

  @Test func noLineOfTheTextIsWiderThan72Columns() throws {
    let text = try #require(try rendered(SampleFacts.writer.letter())["text"])
    let widest = text.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 72)
    #expect(text.contains("<script>alert(1)</script>"))
  }

  @Test func whatIsErasedIsNotQuoted() throws {
    for (format, output) in try rendered(SampleFacts.writer.letter()) {
      #expect(output.contains(format == "md" ? #"\[erased\]"# : "[erased]"), "\(format)")
    }
    var writer = SampleFacts.writer
    writer.sources = [:]
    for (format, output) in try rendered(writer.letter()) {
      #expect(!output.contains("three weeks"), "\(format)")
      #expect(!output.contains("star"), "\(format)")
    }
  }

  @Test func rewrittenWordsAreNotQuoted() throws {
    var writer = SampleFacts.writer
    let id = SampleFacts.facts.newest[0].verbatim
    writer.sources[id]?.text = "I wanted to say something entirely different, and at some length."
    for (format, output) in try rendered(writer.letter()) {
      #expect(!output.contains("entirely different"), "\(format)")
    }
  }

  @Test func theFirstSentenceIsAlwaysThere() throws {
    var facts = SampleFacts.facts
    func opening() -> String {
      LetterWriter(facts: facts, catalogue: Catalogue()).letter().opening
    }
    #expect(opening() == "One of 22 problems watched is rising: “follow-through: contact”.")
    facts.rises.removeFirst()
    #expect(
      opening() == "No new signal: 22 problems watched, of which one is still above "
        + "the usual range.")
    facts.rises = []
    #expect(opening() == "Nothing unusual: 22 problems watched, none above its usual range.")
    facts.method.watched = 0
    #expect(opening().hasPrefix("Nothing can be called unusual yet:"))
    #expect(opening().hasSuffix("."))
  }

  @Test(arguments: [(1, true), (3, true), (12, true), (13, false)])
  func aYoungStoreOnlyCounts(weeks: Int, isYoung: Bool) {
    let method = DigestFacts.Method(weeks: weeks, firstWeek: "2026-W27", watched: 18)
    let facts = DigestFacts(week: "2026-W46", revision: 1, method: method)
    let letter = LetterWriter(facts: facts, catalogue: Catalogue()).letter()
    #expect(letter.opening.hasPrefix("This letter only counts: \(weeks) week") == isYoung)
    #expect(letter.opening.hasPrefix("Nothing unusual") != isYoung)
    #expect(letter.subject.contains("nothing unusual") != isYoung)
    let watched = letter.sections.last?.rows.first { $0.label == "Watched" }?.value ?? ""
    #expect(watched.contains("none compared yet") == isYoung)
    #expect(watched.contains("10 % of quarters, for cases that come one by one") != isYoung)
  }

  @Test func chancesHaveTheirConditionOnce() throws {
    for (format, output) in try rendered(SampleFacts.writer.letter()) {
      let flat = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let count = flat.components(separatedBy: "come one by one").count - 1
      #expect(count == 2, "\(format): watched, trials")
    }
  }

  @Test func aQuietWeekHasOnlyTheSectionsWithNews() {
    let method = DigestFacts.Method(cases: 0, weeks: 20, firstWeek: "2026-W27", watched: 4)
    let facts = DigestFacts(week: "2026-W46", revision: 1, method: method)
    let letter = LetterWriter(facts: facts, catalogue: Catalogue()).letter()
    #expect(letter.subject == "Complaints 2026-W46: nothing unusual")
    #expect(letter.sections.map(\.title) == ["How it was counted"])
  }

  @Test func vacanciesAskForADecision() {
    let letter = SampleFacts.writer.letter()
    #expect(
      letter.subject.contains("three decisions wanted"))
    let known = letter.sections.first { $0.title == "We knew" }
    #expect(known?.points.map(\.ask) == ["name an owner.", "hold to the plan or set another day."])
    #expect(known?.points.first?.text.contains("it has no owner") == true)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 100), 2), ("- " + String(repeating: "word ", count: 40), 3),
    ("", 1), ("short", 1),
  ])
  func linesAreWrapped(line: String, count: Int) {
    let lines = LetterTemplates.wrapped(line, width: 72)
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.count <= 72 })
    let letters = { (text: String) in text.filter { $0 != " " } }
    #expect(letters(lines.joined()) == letters(line))
  }
}
