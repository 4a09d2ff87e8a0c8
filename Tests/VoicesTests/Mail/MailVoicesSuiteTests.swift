import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Voices

/// Public suites; they are not part of the project.
@Suite(.enabled(if: Folders.shared != nil, "needs ../shared"))
struct MailVoicesSuiteTests {
  private func folder(_ name: String) throws -> URL {
    try #require(Folders.shared).appendingPathComponent("suites/replies/\(name)")
  }

  private static func tokens(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func own(_ text: String) -> String {
    let document = SampleVoice.document([.text(text)])
    guard
      let verbatim = MailVoices.verbatims(of: document, organisation: Organisation()).first
    else { return "" }
    return verbatim.words(.body).replacingOccurrences(of: " | ", with: "\n")
  }

  @Test func repliesAreTrimmedAsTheSuiteSays() throws {
    let emails = try folder("discourse/emails")
    var exact = 0
    var sum = 0.0
    var wrong: [String] = []
    let names = try FileManager.default.contentsOfDirectory(atPath: emails.path).sorted()
    for name in names {
      let text = String(
        decoding: try Data(contentsOf: emails.appendingPathComponent(name)), as: UTF8.self)
      let truth = try folder("discourse/trimmed").appendingPathComponent(name)
      let expected = Self.tokens(String(decoding: try Data(contentsOf: truth), as: UTF8.self))
      let found = Self.tokens(Self.own(text.replacingOccurrences(of: "\r\n", with: "\n")))
      let score = Self.score(found, expected)
      sum += score
      if found == expected { exact += 1 } else { wrong.append("\(name) \(score)") }
    }
    print("discourse: exact \(exact) of \(names.count), token F1 \(sum / Double(names.count))")
    print(wrong.joined(separator: "\n"))
    #expect(sum / Double(names.count) > 0.94)
    #expect(exact >= 28 * names.count / 32)
  }

  private static func score(_ found: [String], _ expected: [String]) -> Double {
    if found.isEmpty, expected.isEmpty { return 1 }
    var counts: [String: Int] = [:]
    for token in expected { counts[token, default: 0] += 1 }
    var common = 0
    for token in found where counts[token, default: 0] > 0 {
      counts[token, default: 0] -= 1
      common += 1
    }
    return common == 0 ? 0 : 2 * Double(common) / Double(found.count + expected.count)
  }

  @Test func zonesAgreeWithTheAnnotations() throws {
    let lines = try Data(contentsOf: folder("webis-zones.jsonl")).split(separator: 0x0A)
    var lengths: [String: (total: Int, body: Int)] = [:]
    var hits = (both: 0, found: 0, truth: 0)
    var new = (both: 0, found: 0, truth: 0)
    for line in lines {
      let clean = Data(line.filter { $0 >= 0x20 })
      guard let json = try? JSONSerialization.jsonObject(with: clean) as? [String: Any],
        let text = json["text"] as? String, let labels = json["labels"] as? [[Any]]
      else { continue }
      let document = SampleVoice.document([.text(text)])
      let verbatim = try #require(
        MailVoices.verbatims(of: document, organisation: Organisation()).first)
      var kinds = [PassageKind?](repeating: nil, count: text.utf8.count)
      for passage in verbatim.passages {
        for index in passage.range { kinds[index] = passage.kind }
      }
      let places = text.unicodeScalars.indices.map {
        text.utf8.distance(from: text.startIndex, to: $0)
      }
      var isNew = [Bool?](repeating: nil, count: text.utf8.count)
      for label in labels {
        guard label.count == 3, let start = label[0] as? Int, let end = label[1] as? Int,
          let name = label[2] as? String
        else { continue }
        for place in max(0, start)..<min(end, places.count) {
          if name == "paragraph" {
            isNew[places[place]] = true
          } else if ["quotation", "quotation_marker", "inline_headers"].contains(name) {
            isNew[places[place]] = false
          }
          guard let kind = kinds[places[place]] else { continue }
          lengths[name, default: (0, 0)].total += 1
          if kind == .body { lengths[name, default: (0, 0)].body += 1 }
          let isQuote =
            name == "quotation" || name == "quotation_marker" || name == "inline_headers"
          guard isQuote || name == "paragraph" else { continue }
          hits.truth += isQuote ? 1 : 0
          hits.found += kind == .quoted ? 1 : 0
          hits.both += isQuote && kind == .quoted ? 1 : 0
        }
      }
      for line in ByteLines(Array(text.utf8)) {
        // A line is what its first labelled letter is.
        guard let first = line.range.first(where: { isNew[$0] != nil }) else { continue }
        new.truth += isNew[first] == true ? 1 : 0
        new.found += kinds[first] == .body ? 1 : 0
        new.both += isNew[first] == true && kinds[first] == .body ? 1 : 0
      }
    }
    let score = 2 * Double(new.both) / Double(new.found + new.truth)
    print("new text against quote, line F1 \(score)")
    #expect(score > 0.94)
    for (name, length) in lengths.sorted(by: { $0.value.total > $1.value.total }) {
      print("\(name): body \(Double(length.body) / Double(length.total)) of \(length.total)")
    }
    print("quote F1 \(2 * Double(hits.both) / Double(hits.found + hits.truth))")
    let paragraph = try #require(lengths["paragraph"])
    // The annotations call quoted words under an Outlook header paragraphs too.
    #expect(Double(paragraph.body) / Double(paragraph.total) > 0.875)
  }
}
