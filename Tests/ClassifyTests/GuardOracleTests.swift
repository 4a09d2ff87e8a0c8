import Complaints
import Support
import Testing

@testable import Classify

/// Holds the guards against the plainest way to say what they do.
struct GuardOracleTests {
  private static let guards = """
    guards:
      negated: {reach: 3, forward: ["not", "no", "not that", "no [1] way"], backward: ["not so", "^ not"]}
      hypothetical: {reach: 5, forward: ["if", "if not", "in case"]}
      other-party: {reach: 4, action: label, forward: ["old shop", "shop"]}
      past: {reach: 6, action: label, forward: ["used to", "in case", "not so"], backward: ["ago"]}
    pseudo: ["not only", "even if", "no longer", "only if", "only used to"]
    stops: ["but", "so that"]
    """

  @Test func guardsDoWhatTheRulesSay() throws {
    var generator = SeededGenerator(seed: 99)
    let words = [
      "not", "no", "that", "way", "so", "if", "in", "case", "old", "shop", "only", "even", "longer",
      "but", "late", "rude", "used", "to", "ago",
      "x", "y", "never",
    ]
    let ruleSet = try Sample.ruleSet(
      [
        Sample.rule("stock.a", "failure:stock", ["late", "never [1] late"]),
        Sample.rule("attitude.b", "failure:attitude", ["rude"], "guards: [negated, other-party]"),
        Sample.rule("repair.c", "failure:repair", ["not [1] way"], "guards: none"),
      ], guards: Self.guards)
    var examiner = Examiner(ruleSet: ruleSet)
    var cancelCount = 0
    var pastCount = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 2...16, using: &generator)).map { _ in
        words[Int.random(in: 0..<words.count, using: &generator)]
      }.joined(separator: " ")
      let whole = Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)
      examiner.examine(text, passages: [whole])
      for hit in examiner.hits {
        let expected = Self.plainGuard(hit, examiner, ruleSet)
        cancelCount += expected.reason == nil ? 0 : 1
        pastCount += expected.past == nil ? 0 : 1
        #expect(hit == expected, "\(text)")
      }
    }
    #expect(cancelCount > 1_000 && pastCount > 200)
  }

  private static func plainGuard(_ hit: Hit, _ examiner: Examiner, _ ruleSet: RuleSet) -> Hit {
    let sentence = examiner.tokens.sentences[hit.sentence]
    let matcher = Matcher(classes: ruleSet.classes)
    matcher.read(examiner.tokens)
    let found = Storage<Match>()
    matcher.find(ruleSet.cues, in: sentence, into: found)
    Match.keepShortest(found)
    let cues = Array(found.elements)
    let stops = cues.filter { ruleSet.cueKinds[Int($0.owner)] == .stop }
    let evidence = examiner.hits.map(\.range)
    func distance(_ cue: Match) -> Int {
      max(
        0, hit.range.lowerBound - cue.range.upperBound,
        cue.range.lowerBound - hit.range.upperBound)
    }
    var result = hit
    (result.reason, result.cue, result.isAboutOther, result.past) = (nil, nil, false, nil)
    for isPast in [false, true] where result.reason == nil {
      // What is long over is decided beside the rest, as though there were no other guard.
      let considered = cues.filter { cue in
        switch ruleSet.cueKinds[Int(cue.owner)] {
        case .forward(let index), .backward(let index):
          (ruleSet.guards[index].name == .past) == isPast
        case .pseudo: true
        case .stop: false
        }
      }
      let ranked = considered.sorted {
        (-$0.range.count, distance($0), $0.owner, $0.start)
          < (-$1.range.count, distance($1), $1.owner, $1.start)
      }
      var kept: [Match] = []
      for cue in ranked where !kept.contains(where: { $0.range.overlaps(cue.range) }) {
        kept.append(cue)
      }
      for cue in kept where !evidence.contains(where: { $0.overlaps(cue.range) }) {
        guard let index = reachingGuard(cue, hit, stops, ruleSet) else { continue }
        if isPast {
          result.past = result.past ?? cue.range
        } else if !ruleSet.guards[index].isLabel {
          (result.reason, result.cue, result.isAboutOther) = (
            ruleSet.guards[index].name, cue.range, false
          )
          break
        } else if result.cue == nil {
          (result.cue, result.isAboutOther) = (cue.range, true)
        }
      }
    }
    return result
  }

  /// The guard of a cue that reaches a hit and applies to its rule.
  private static func reachingGuard(
    _ cue: Match, _ hit: Hit, _ stops: [Match], _ ruleSet: RuleSet
  ) -> Int? {
    let between: (from: Int, to: Int)
    let index: Int
    switch ruleSet.cueKinds[Int(cue.owner)] {
    case .forward(let guardIndex):
      (index, between) = (guardIndex, (cue.range.upperBound, hit.range.lowerBound))
    case .backward(let guardIndex):
      (index, between) = (guardIndex, (hit.range.upperBound, cue.range.lowerBound))
    case .pseudo, .stop: return nil
    }
    let chosen = ruleSet.rules[hit.rule].guards
    let name = ruleSet.guards[index].name
    let applies =
      chosen.map { $0.contains(name.rawValue) || (name == .past && !$0.isEmpty) } ?? true
    guard between.from <= between.to, applies,
      between.to - between.from <= ruleSet.guards[index].reach,
      !stops.contains(where: {
        $0.range.lowerBound >= between.from && $0.range.upperBound <= between.to
      })
    else { return nil }
    return index
  }
}
