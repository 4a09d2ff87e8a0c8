import Testing

@testable import Review

struct KeyTests {
  /// What the pages' own elements say presses them.
  private func printedKeys() throws -> Set<String> {
    let pages = SampleDesk.allPages(try SampleDesk.pages())
    return Set(
      pages.flatMap { PageChecker($0.html).tags.flatMap(\.attributes) }
        .filter { $0.name == "data-key" }.map(\.value))
  }

  /// What the script knows without a button.
  private var ownKeys: Set<String> {
    let script = String(decoding: ReviewPages.script, as: UTF8.self)
    let list = script.firstMatch(of: /ownKeys = \{([^}]*)\}/)?.1 ?? ""
    return Set(
      list.split(separator: ",").compactMap { $0.split(separator: ":").first }.map {
        String($0).filter { !$0.isWhitespace }
      })
  }

  @Test func theSheetTellsEveryKeyAndNoOther() throws {
    let printed = try printedKeys()
    let sheet = Set(
      DeskKey.all.flatMap { line in
        switch line.keys {
        case ["1", "…", "9"]: (1...9).map(String.init)
        case ["j", "k"]: ["j", "k"]
        default: [line.keys.joined(separator: " ")]
        }
      })
    #expect(sheet == printed.union(ownKeys))
    #expect(ownKeys == ["j", "k"])
  }

  @Test func noKeyBeginsTwoThingsInTheFrame() throws {
    let keys = try printedKeys()
    for key in keys where key.contains(" ") {
      let first = String(key.prefix { $0 != " " })
      #expect(first == "g" || keys.contains(first), "\(key)")
    }
    #expect(!keys.contains("g"))
  }

  @Test func everyKeyIsPrintedOnItsButton() throws {
    for (name, html) in SampleDesk.allPages(try SampleDesk.pages()) {
      for match in html.matches(
        of: /<(button|summary)[^>]*data-key="(?:x )?([^" ]+)"[^>]*>(.*?)<\/\1>/)
      {
        let printed = match.2 == "Enter" ? "⏎" : String(match.2)
        #expect(match.3.contains("<kbd>\(printed)</kbd>"), "\(name): \(match.0)")
      }
    }
  }

  @Test func theScriptStaysSmall() {
    #expect(ReviewPages.script.count < 15_000)
  }
}
