import Complaints
import Export
import Foundation
import Testing

/// What leaves with a complaint, and what does not.
struct RedactedExportTests {
  @Test(arguments: ComplaintExport.Format.allCases)
  func noByteOfWhatIdentifiesAPersonLeaves(format: ComplaintExport.Format) throws {
    let output = try Planted.shop().complaints(format)
    for secret in Planted.secrets { #expect(!output.contains(secret), "\(secret)") }
    for part in Planted.secrets.flatMap({ $0.split(separator: " ") }) where part.count > 3 {
      #expect(!output.contains(part), "\(part)")
    }
    #expect(output.contains("hmac:00112233445566778899aabbccddeeff"))
    #expect(output.contains("[email]/box.mbox#1"))
    #expect(["[card]", "[iban]", "[name]"].allSatisfy(output.contains))
  }

  @Test(arguments: ComplaintExport.Format.allCases)
  func textsAreWholeWhereThatIsAskedFor(format: ComplaintExport.Format) throws {
    let output = try Planted.shop().complaints(format, redacts: false)
    for secret in Planted.secrets { #expect(output.contains(secret), "\(secret)") }
    if format == .jsonl { #expect(output.contains(#""redactions":null"#)) }
  }

  @Test(arguments: [true, false])
  func evidenceStandsWhereItSays(redacts: Bool) throws {
    let output = try Planted.shop().complaints(.jsonl, redacts: redacts)
    let line = try #require(try Reading.objects(output).first)
    let failures = try #require(line["failures"] as? [[String: Any]])
    let evidence = try #require((failures[0]["evidence"] as? [[String: Any]])?.first)
    let text = Array(try #require(line["text"] as? String).utf8)
    let start = try #require(evidence["start"] as? Int)
    let end = try #require(evidence["end"] as? Int)
    #expect(String(decoding: text[start..<end], as: UTF8.self) == evidence["text"] as? String)
    #expect(
      evidence["text"] as? String == (redacts ? "no stock on [phone]" : "no stock on 07700"))
  }

  @Test func whoSpeaksAndSignsIsANameEverywhere() throws {
    let shop = try Shop()
    let text = "Quelvinda: no stock\nAgent: sorry\nask Quelvinda or Zorbano\n--\nT. Zorbano"
    try shop.add(text, evidence: "no stock", received: "2026-11-10T10:00:00Z") { verbatim, _ in
      let bytes = text.utf8.count
      verbatim.passages = [
        Passage(kind: .turn, range: 0..<19, role: .customer, speaker: "Quelvinda"),
        Passage(kind: .turn, range: 20..<32, role: .staff, speaker: "Agent"),
        Passage(kind: .signature, range: (bytes - 13)..<bytes, role: .customer),
      ]
    }
    let output = try shop.complaints(.jsonl)
    #expect(!output.contains("Quelvinda") && !output.contains("Zorbano"))
    #expect(output.contains("Agent: sorry"))
  }
}
