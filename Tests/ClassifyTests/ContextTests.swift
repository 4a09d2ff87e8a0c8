import Complaints
import Support
import Testing

@testable import Classify

struct ContextTests {
  /// `with` and `unless` in random texts against what the sentences say, however far the context
  /// may stand and however many rules ask in turn.
  @Test func contextsStandWhereTheWordsDo() throws {
    var generator = SeededGenerator(seed: 31)
    let distances = [0, 1, 2, 3, 5]
    let ruleSet = try Sample.ruleSet(
      distances.map {
        Sample.rule(
          "stock.within\($0)", "failure:stock", ["late"], "with: {within: \($0), any: [survey]}")
      } + [
        Sample.rule(
          "stock.anywhere", "failure:stock", ["late"], "with: {within: document, any: [survey]}"),
        Sample.rule("stock.unless", "failure:stock", ["late"], "unless: [\"late night\"]"),
      ])
    var examiner = Examiner(ruleSet: ruleSet)
    for _ in 0..<300 {
      let sentences = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          ["late", "w", "w", "night", "w", "w", "survey", "late"][
            Int.random(in: 0..<8, using: &generator)]
        }
      }
      let text = sentences.map { $0.joined(separator: " ") }.joined(separator: ". ")
      let whole = Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)
      examiner.examine(text, passages: [whole])
      for hit in examiner.hits {
        let expected: Reason?
        switch ruleSet.rules[hit.rule].id {
        case "stock.anywhere": expected = text.contains("survey") ? nil : .with
        case "stock.unless":
          let words = sentences[hit.sentence]
          let next = hit.range.upperBound - examiner.tokens.sentences[hit.sentence].start
          expected = next < words.count && words[next] == "night" ? .unless : nil
        case let id:
          let distance = Int(id.dropFirst("stock.within".count)) ?? 0
          let near = sentences.indices.filter { abs($0 - hit.sentence) <= distance }
          expected = near.contains { sentences[$0].contains("survey") } ? nil : .with
        }
        #expect(hit.reason == expected, "\(ruleSet.rules[hit.rule].id) in \(text)")
      }
    }
  }
}
