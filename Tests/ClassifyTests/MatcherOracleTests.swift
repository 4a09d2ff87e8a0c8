import Complaints
import Foundation
import Support
import Testing

@testable import Classify

/// Random patterns in the rule language and random texts over the same few words.
struct RandomRules {
  var generator: SeededGenerator

  private static let words = ["a", "b", "not", "call", "refund", "ten"]
  private static let elements = [
    "a", "b", "not", "call~", "refu*", "<number>", "@few", "@nested", "a?", "(a|b c)",
    "(b|call a)?", "c",
  ]

  mutating func pick(_ items: [String]) -> String {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  mutating func pattern() -> String {
    while true {
      var parts: [String] = []
      if Int.random(in: 0..<12, using: &generator) == 0 { parts.append("^") }
      for index in 0..<Int.random(in: 1...5, using: &generator) {
        if index > 0, Int.random(in: 0..<3, using: &generator) == 0 {
          let low = Int.random(in: 0...2, using: &generator)
          parts.append(pick(["[\(low + 1)]", "[\(low)-\(low + 2)]", "[8]"]))
        }
        parts.append(Int.random(in: 0..<4, using: &generator) == 0 ? group(2) : pick(Self.elements))
      }
      if Int.random(in: 0..<12, using: &generator) == 0 { parts.append("?") }
      let text = parts.joined(separator: " ")
      if (try? PatternParser.pattern(text)) != nil { return text }
    }
  }

  private mutating func group(_ depth: Int) -> String {
    var branches: [String] = []
    for _ in 0..<Int.random(in: 2...3, using: &generator) {
      var parts = [pick(Self.elements)]
      if Bool.random(using: &generator) { parts.append(pick(["[2]", ""])) }
      parts.append(
        depth > 0 && Int.random(in: 0..<3, using: &generator) == 0
          ? group(depth - 1) : pick(Self.elements))
      branches.append(parts.joined(separator: " "))
    }
    return "(" + branches.joined(separator: "|") + ")" + pick(["", "", "?"])
  }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      text += pick(Self.words + ["c", "calls", "refunded", "7", "x", "didn't", "a", "b"])
      text += pick([" ", " ", " ", " ", ", ", ". ", "? ", "\n\n"])
    }
    return text
  }

  static let lexicons = """
      few: ["a b", "call~", "ten"]
      nested: ["@few c?", "b [1] b", "refund"]
    """
}

struct MatcherOracleTests {
  static let pairCount =
    ProcessInfo.processInfo.environment["FORESTALL_FULL"] == "1" ? 100_000 : 20_000

  @Test func automatonFindsWhatTheObviousMatcherFinds() throws {
    var random = RandomRules(generator: SeededGenerator(seed: 20_261_101))
    var matchCount = 0
    for _ in 0..<(Self.pairCount / 400) {
      let patterns = (0..<20).map { _ in random.pattern() }
      let ruleSet = try Sample.ruleSet(
        [Sample.rule("stock.random", "failure:stock", patterns)], lexicons: RandomRules.lexicons)
      let matcher = Matcher(classes: ruleSet.classes)
      let reference = ReferenceMatcher(classes: ruleSet.classes)
      var examiner = Examiner(ruleSet: ruleSet)
      for _ in 0..<20 {
        let text = random.text()
        let tokens = Sample.tokens(text, ruleSet.symbols)
        matcher.read(tokens)
        var expected: [Match] = []
        var found: [Match] = []
        for sentence in tokens.sentences {
          let inSentence = Storage<Match>()
          matcher.find(ruleSet.evidence, in: sentence, into: inSentence)
          Match.keepShortest(inSentence)
          found += inSentence.elements
          for (pattern, nodes) in ruleSet.evidenceNodes[0].enumerated() {
            for range in reference.matches(nodes, in: sentence, of: tokens) {
              expected.append(
                Match(
                  owner: 0, pattern: Int32(pattern), start: Int32(range.lowerBound),
                  end: Int32(range.upperBound)))
            }
          }
        }
        matchCount += expected.count
        if Set(found) != Set(expected) || found.count != expected.count {
          let wrong = Set(found).symmetricDifference(expected).map { patterns[Int($0.pattern)] }
          Issue.record("\(Set(wrong)) in \(text.debugDescription)")
        }
        let whole = Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)
        examiner.examine(text, passages: [whole])
        #expect(
          examiner.hits.map(\.range) == Self.smallest(expected), "\(text.debugDescription)")
      }
    }
    #expect(matchCount > Self.pairCount / 4)
  }

  /// For each start the shortest match, without those that contain another.
  static func smallest(_ matches: [Match]) -> [Range<Int>] {
    let ranges = Set(matches.map(\.range))
    return ranges.filter { range in
      !ranges.contains {
        $0 != range && range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
      }
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// With so many words that most share a bit of their signatures.
  @Test func manyWordsAreToldApart() throws {
    var generator = SeededGenerator(seed: 2_000)
    func word() -> String { "w\(Int.random(in: 0..<2_000, using: &generator))" }
    func group() -> String { "(" + (0..<40).map { _ in word() }.joined(separator: "|") + ")" }
    let patterns = (0..<200).map { index in
      index % 2 == 0 ? "\(group()) [3] \(group()) [8] \(group())" : "\(group()) [2] \(group())"
    }
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", patterns)])
    let matcher = Matcher(classes: ruleSet.classes)
    let reference = ReferenceMatcher(classes: ruleSet.classes)
    let found = Storage<Match>()
    var matchCount = 0
    for _ in 0..<200 {
      let tokens = Sample.tokens(
        (0..<20).map { _ in word() }.joined(separator: " "), ruleSet.symbols)
      matcher.read(tokens)
      found.removeAll()
      matcher.find(ruleSet.evidence, in: tokens.sentences[0], into: found)
      Match.keepShortest(found)
      let expected = ruleSet.evidenceNodes[0].enumerated().flatMap { pattern, nodes in
        reference.matches(nodes, in: tokens.sentences[0], of: tokens).map { (pattern, $0) }
      }
      #expect(
        found.elements.map { "\($0.pattern) \($0.range)" }
          == expected.map { "\($0.0) \($0.1)" })
      matchCount += expected.count
    }
    #expect(matchCount > 200)
  }

  @Test func shortReadingsStandForLongerOnes() throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["x [3] y"])])
    let tokens = Sample.tokens("x y y", ruleSet.symbols)
    let matches = Storage<Match>()
    let matcher = Matcher(classes: ruleSet.classes)
    matcher.read(tokens)
    matcher.find(ruleSet.evidence, in: tokens.sentences[0], into: matches)
    Match.keepShortest(matches)
    #expect(matches.elements.map(\.range) == [0..<2])
  }

  @Test(.timeLimit(.minutes(1))) func manyOptionalElementsEnd() throws {
    let many = (0..<40).map { _ in "(a|b)? [1]" }.joined(separator: " ")
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["x \(many) y"])
    ])
    var examiner = Examiner(ruleSet: ruleSet)
    let text = "x " + String(repeating: "a b ", count: 120) + "y"
    let whole = Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)
    examiner.examine(text, passages: [whole])
    #expect(examiner.tokens.sentences.count == 1)
  }

  @Test(.timeLimit(.minutes(1))) func choicesInChoicesEnd() throws {
    let nested = (0..<7).reduce("(y|y z)") { inner, _ in "((a|x) [8] \(inner)|a b)" }
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["x \(nested)"])])
    var examiner = Examiner(ruleSet: ruleSet)
    for (end, count) in [("y", 1), ("w", 0)] {
      let text = String(repeating: "x ", count: 150) + end
      let whole = Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)
      examiner.examine(text, passages: [whole])
      #expect(examiner.hits.count == count)
    }
  }

  @Test func reachTellsHowFarAPatternGot() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["(nobody|no one) [3] call~ [2] back ?"])
    ])
    let tokens = Sample.tokens("No one ever called us there", ruleSet.symbols)
    let reach = try #require(
      ReferenceMatcher(classes: ruleSet.classes).reach(
        ruleSet.evidenceNodes[0][0], in: tokens.sentences[0], of: tokens))
    #expect(reach.elementCount == 3)
    #expect(reach.parts == [0..<2, 3..<4])
  }

  @Test(arguments: [
    ("It was not packed properly", [2..<3], 2, 2),
    ("It was so very well done", [2..<3, 3..<4], 3, 2),
    ("It was packed", [], 0, 0), ("It was badly done", [2..<3], 0, 0),
  ])
  func reachTellsHowFarABranchGot(
    _ text: String, _ parts: [Range<Int>], _ found: Int, _ wanted: Int
  ) throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule(
        "stock.a", "failure:stock", ["really? (badly|not properly|so very very) packed"])
    ])
    let tokens = Sample.tokens(text, ruleSet.symbols)
    let reach = ReferenceMatcher(classes: ruleSet.classes).reach(
      ruleSet.evidenceNodes[0][0], in: tokens.sentences[0], of: tokens)
    #expect(reach?.parts ?? [] == parts)
    #expect(reach?.branches.first?.found.count ?? 0 == found)
    #expect(reach?.branches.first?.wanted.count ?? 0 == wanted)
  }
}
