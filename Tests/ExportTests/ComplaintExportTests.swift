import Complaints
import Foundation
import Store
import Support
import Testing

@testable import Export

struct ComplaintExportTests {
  @Test func everyKeyStandsOnEveryLineInOrder() throws {
    let shop = try Planted.shop()
    try shop.add("No stock.", evidence: "No stock", received: "2026-11-11T10:00:00Z")
    let lines = try shop.complaints(.jsonl).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(
        Reading.keys(line) == [
          "schema", "line", "id", "row", "document", "source", "channel", "part", "received",
          "person", "language", "score", "case", "contacts", "duplicateOf", "reviewed",
          "failures", "causes", "effects", "praise", "promises", "happened", "sarcasm", "ruleSet",
          "redactions", "title", "text",
        ])
    }
    let counts = try Reading.objects(String(lines[1]))[0]["redactions"] as? [String: Int]
    #expect(counts?["card"] == 1 && counts?["iban"] == 1 && counts?["phone"] == 1)
    let none = try Reading.objects(String(lines[0]))[0]["redactions"] as? [String: Int]
    #expect(none == [:])
  }

  @Test func theCaseComesWithItsContacts() throws {
    let shop = try Shop()
    for day in ["10", "12"] {
      try shop.add(
        "On the \(day)th there was no stock for me.", evidence: "no stock",
        received: "2026-11-\(day)T10:00:00Z", person: "hmac:aa")
    }
    let before = try Reading.objects(shop.complaints(.jsonl))
    #expect(before.allSatisfy { $0["case"] is NSNull && $0["contacts"] is NSNull })
    try shop.count()
    let lines = try Reading.objects(shop.complaints(.jsonl))
    let cases = Set(lines.compactMap { $0["case"] as? String })
    #expect(lines.count == 2 && cases.count == 1 && cases.first.flatMap(Fingerprint.init) != nil)
    #expect(lines.allSatisfy { $0["contacts"] as? Int == 2 })
  }

  @Test func onlyComplaintsAreExportedWithTheTagsInForce() throws {
    let shop = try Planted.shop()
    try shop.add("All was well.", evidence: nil, received: "2026-11-12T10:00:00Z")
    #expect(try Reading.objects(shop.complaints(.jsonl)).count == 1)
    let decision = Decision(
      tag: Tag(.failure, "delay"), outcome: .add, touchpoint: "delivery", draw: .queue,
      reviewer: "Jo", decidedAt: Timestamp(seconds: 1_800_000_000))
    try shop.decide([decision], row: 1)
    let line = try #require(try Reading.objects(shop.complaints(.jsonl)).first)
    let failures = try #require(line["failures"] as? [[String: Any]])
    #expect(failures.map { $0["type"] as? String } == ["stock", "delay"])
    #expect(line["reviewed"] as? Bool == true)
    let no = Decision(
      tag: .complaint, outcome: .reject, reason: .wrong, draw: .queue, reviewer: "Jo",
      decidedAt: Timestamp(seconds: 1_800_000_001))
    try shop.decide([no], row: 1)
    #expect(try shop.complaints(.jsonl).isEmpty)
  }

  @Test func cellsComeBackAndFormulasAreText() throws {
    let shop = try Shop()
    let text = "=HYPERLINK(\"http://x.example\",\"no stock\")\r\nand, again; no \"stock\""
    try shop.add(text, evidence: "no stock", received: "2026-11-10T10:00:00Z") { verbatim, _ in
      verbatim.title = "@SUM(1)"
      verbatim.row = "-1"
    }
    let records = try Reading.csv(shop.complaints(.csv))
    try #require(records.count == 2)
    #expect(records[0] == ComplaintRecord.header)
    let cells = Dictionary(uniqueKeysWithValues: zip(records[0], records[1]))
    #expect(cells["text"] == "'" + text)
    #expect(cells["title"] == "'@SUM(1)" && cells["row"] == "'-1")
    #expect(cells["failures"] == "stock/repair" && cells["evidence"] == "stock: no stock")
    #expect(records[1].allSatisfy { cell in !["=", "+", "-", "@"].contains(cell.prefix(1)) })
  }

  @Test func theNewestComesFirstAcrossBatches() throws {
    let shop = try Shop()
    var random = SeededGenerator(seed: 5)
    let count = ComplaintExport.batchCount * 2 + 7
    for number in 0..<count {
      let seconds = 1_700_000_000 + Int.random(in: 0..<90, using: &random) * 86_400
      try shop.add(
        "No stock \(number).", evidence: "No stock",
        received: Timestamp(seconds: seconds).description)
    }
    var chunks = 0
    var all = StoredFilter()
    all.limit = 0
    let export = ComplaintExport(store: shop.store, format: .jsonl)
    try export.write(matching: all) { _ in chunks += 1 }
    #expect(chunks == 3)
    let output = try shop.complaints(.jsonl)
    let received = try Reading.objects(output).compactMap { $0["received"] as? String }
    #expect(received.count == count && received == received.sorted(by: >))
    #expect(try shop.complaints(.jsonl) == output)
    all.limit = 5
    let few = try shop.complaints(.jsonl, matching: all)
    #expect(output.hasPrefix(few) && few.split(separator: "\n").count == 5)
  }

  @Test func aFilterWithoutComplaintsIsEmpty() throws {
    let shop = try Planted.shop()
    var filter = StoredFilter()
    filter.failure = "delay"
    let export = ComplaintExport(store: shop.store, format: .csv)
    #expect(try export.isEmpty(matching: filter))
    #expect(try Reading.csv(shop.complaints(.csv, matching: filter)).count == 1)
    filter.failure = "stock"
    #expect(try !export.isEmpty(matching: filter))
  }
}
