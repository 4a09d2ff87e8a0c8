import Backlog
import Complaints
import Foundation
import Testing

@testable import Export

struct BacklogExportTests {
  private static let now = "2026-11-17T03:00:00Z"
  private static let catalogue = Catalogue(
    failures: [
      .init(id: "stock", title: "Not available", means: "", prevention: "Reserve *parts*."),
      .init(id: "delay", title: "Late | [x](javascript:1)", means: "", prevention: "Plan slots."),
    ],
    touchpoints: [.init(id: "repair", title: "Repair", means: "")])
  private static let hostile = """
    Dear Gary, [x](javascript:alert(1)) <script>alert(1)</script> | there was no stock | `now` \
    and my card 4111 1111 1111 1111, ana@example.org
    """

  /// Six people without stock in five weeks, an item about it, and six who waited.
  private func shop() throws -> Shop {
    let shop = try Shop()
    for number in 0..<6 {
      let day = Day(number: (Day("2026-10-05")?.number ?? 0) + number * 7)
      try shop.add(
        number == 5 ? Self.hostile : "For the \(number)th time there was no stock at all.",
        evidence: "no stock", received: "\(day)T10:00:00Z", person: "hmac:a\(number)")
      try shop.add(
        "=1+1 It came \(number) days late.", evidence: "late", type: "delay",
        received: "\(day)T11:00:00Z", person: "hmac:b\(number)")
    }
    try shop.count()
    let book = BacklogBook(store: shop.store, days: shop.days)
    let opened = try #require(Timestamp("2026-11-12T09:00:00Z"))
    try book.open(
      ItemDraft(
        problems: [Problem(type: "stock", touchpoint: "repair")], title: "=Parts | <b>first</b>",
        kind: .preventive, change: "A booking reserves its parts.", owner: "Workshop planning"),
      by: "Jo", at: opened)
    try book.plan(1, due: try #require(Day("2026-12-01")), by: "Jo", at: opened)
    return shop
  }

  private static let keys = [
    "schema", "line", "label", "number", "kind", "state", "since", "title", "problems", "change",
    "prevention", "owner", "due", "rootCause", "acceptance", "throughWeek", "cases",
    "priorCases", "opened", "casesSinceOpened", "trial", "signals", "examples",
  ]

  @Test func itemsAndCandidatesHaveTheSameKeysInOrder() throws {
    let output = try shop().backlog(.jsonl, at: Self.now, catalogue: Self.catalogue)
    let lines = output.split(separator: "\n")
    try #require(lines.count == 2, "\(output)")
    for line in lines { #expect(Reading.keys(line) == Self.keys) }
    let objects = try Reading.objects(output)
    let item = objects[0]
    #expect(item["line"] as? String == "item" && item["label"] as? String == "PB-1")
    #expect(item["state"] as? String == "planned" && item["due"] as? String == "2026-12-01")
    #expect(item["since"] as? String == "2026-11-12T09:00:00Z")
    #expect(item["owner"] as? String == "Workshop planning")
    #expect(item["prevention"] as? String == "Reserve *parts*.")
    #expect(item["throughWeek"] as? String == "2026-W46")
    #expect(item["cases"] as? Int == 6 && item["priorCases"] as? Int == 0)
    #expect(item["trial"] is NSNull && item["rootCause"] is NSNull)
    let candidate = objects[1]
    #expect(candidate["line"] as? String == "candidate")
    #expect(candidate["label"] as? String == "v1/delay/repair")
    #expect(candidate["state"] is NSNull && candidate["casesSinceOpened"] is NSNull)
    #expect(candidate["cases"] as? Int == 6)
  }

  @Test func examplesAreTheNewestThreeRedacted() throws {
    let output = try shop().backlog(.jsonl, at: Self.now)
    let examples = try #require(try Reading.objects(output)[0]["examples"] as? [[String: Any]])
    #expect(
      examples.map { $0["received"] as? String } == ["2026-11-09", "2026-11-02", "2026-10-26"])
    let texts = examples.compactMap { $0["text"] as? String }
    #expect(texts.allSatisfy { $0.contains("no stock") && $0.count <= 200 })
    #expect(texts[0].contains("[name]") && texts[0].contains("[card]"))
    for secret in ["Gary", "4111", "ana@"] { #expect(!output.contains(secret)) }
  }

  @Test func aMomentInThePastShowsThePast() throws {
    let output = try shop().backlog(.jsonl, at: "2026-10-20T03:00:00Z")
    #expect(output.isEmpty)
    let later = try shop().backlog(.jsonl, at: "2026-11-10T03:00:00Z")
    let lines = try Reading.objects(later)
    #expect(lines.map { $0["label"] as? String } == ["v1/delay/repair", "v1/stock/repair"])
    #expect(lines.allSatisfy { $0["cases"] as? Int == 5 })
  }

  @Test func cellsComeBackAndFormulasAreText() throws {
    let shop = try shop()
    let records = try Reading.csv(shop.backlog(.csv, at: Self.now, catalogue: Self.catalogue))
    try #require(records.count == 3)
    #expect(records[0] == BacklogRecord.header)
    #expect(records.allSatisfy { $0.count == records[0].count })
    let item = Dictionary(uniqueKeysWithValues: zip(records[0], records[1]))
    #expect(item["title"] == "'=Parts | <b>first</b>" && item["problems"] == "v1/stock/repair")
    #expect(item["cases"] == "6" && item["chance"] == "")
    let candidate = Dictionary(uniqueKeysWithValues: zip(records[0], records[2]))
    #expect(candidate["example1"] == "'=1+1 It came 5 days late.")
    #expect(try shop.backlog(.csv, at: Self.now, catalogue: Self.catalogue).hasSuffix("\r\n"))
  }

  @Test func nothingInMarkdownIsAnybodyElsesMarkup() throws {
    let output = try shop().backlog(.md, at: Self.now, catalogue: Self.catalogue)
    for line in output.split(separator: "\n") where line.hasPrefix(">") {
      #expect(!line.contains("<script") || line.contains("\\<script"))
    }
    #expect(output.contains(#"\[x\](javascript\:alert(1)) \<script\>alert(1)\</script\>"#))
    #expect(output.contains(#"\| there was no stock \| \`now\`"#))
    #expect(output.contains(#"### PB-1: \=Parts \| \<b\>first\</b\>"#))
    #expect(output.contains(#"| Recommended | Reserve \*parts\*. |"#))
    #expect(output.contains("| Cases | 6 in 13 weeks, 0 in the 13 before |"))
    // Every row of a table has the cells of its head.
    var width: Int?
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(cells == width ?? cells, "\(line)")
      width = width ?? cells
    }
  }

  @Test func anEmptyStoreHasAnEmptyBacklog() throws {
    let shop = try Shop()
    try shop.count()
    #expect(try shop.backlog(.jsonl, at: Self.now).isEmpty)
    #expect(try Reading.csv(shop.backlog(.csv, at: Self.now)) == [BacklogRecord.header])
    let page = try shop.backlog(.md, at: Self.now)
    #expect(page.hasPrefix("# Prevention backlog, 2026-11-17\n"))
    #expect(page.contains("None is open yet.") && page.hasSuffix("waits for an item.\n"))
  }

  @Test func theSameStoreGivesTheSameBytes() throws {
    let shop = try shop()
    for format in BacklogExport.Format.allCases {
      #expect(try shop.backlog(format, at: Self.now) == shop.backlog(format, at: Self.now))
    }
  }
}
