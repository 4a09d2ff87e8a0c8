/// Where the rules of one tag, or of one side of the gate, found evidence in a text; no strength
/// is applied yet.
package struct RuleEvidence: Sendable {
  /// Indexes in the rule set, ascending, each once.
  package private(set) var rules: [Int] = []
  /// For each rule the end of its part of `ranges`.
  private var ends: [Int] = []
  private var ranges: [Range<Int>] = []

  /// The evidence of those of some hits that a condition names.
  init(_ hits: [Hit], where isCounted: (Hit) -> Bool = { _ in true }) {
    reserve(hits.count)
    var isSorted = true
    for hit in hits where isCounted(hit) {
      if let last = rules.last, last > hit.rule {
        isSorted = false
        break
      }
      add(hit)
    }
    if isSorted { return }
    self = RuleEvidence()
    reserve(hits.count)
    for hit in hits.sorted(by: { $0.rule < $1.rule }) where isCounted(hit) { add(hit) }
  }

  private init() {}

  private mutating func reserve(_ count: Int) {
    rules.reserveCapacity(count)
    ends.reserveCapacity(count)
    ranges.reserveCapacity(count)
  }

  /// Adds a hit whose rule is not before those added.
  private mutating func add(_ hit: Hit) {
    ranges.append(hit.range)
    if rules.last == hit.rule {
      ends[ends.count - 1] = ranges.count
    } else {
      rules.append(hit.rule)
      ends.append(ranges.count)
    }
  }

  /// The rules as places in `rules`, the strongest first, and whether each of them adds to the
  /// score: not where all its evidence overlaps that of stronger rules. Among equals the first
  /// rule is the stronger.
  ///
  /// - Parameter probability: the strength of a rule by its index in the rule set.
  package func ranked(
    _ probability: (Int) -> Double
  ) -> [(place: Int, probability: Double, isCounted: Bool)] {
    var ranked = rules.indices.map {
      (place: $0, probability: probability(rules[$0]), isCounted: true)
    }
    guard ranked.count > 1 else { return ranked }
    ranked.sort { ($1.probability, $0.place) < ($0.probability, $1.place) }
    var end = 0
    for range in ranges { end = max(end, range.upperBound) }
    var isTaken = [Bool](repeating: false, count: end)
    for index in ranked.indices {
      let place = ranked[index].place
      let own = ranges[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
      ranked[index].isCounted = own.contains { range in !range.contains { isTaken[$0] } }
      for range in own { for token in range { isTaken[token] = true } }
    }
    return ranked
  }

  /// 1 − Π(1 − p) over the rules that add to it, to four decimals; 0 without rules.
  package func score(_ probability: (Int) -> Double) -> Double {
    var rest = 1.0
    for rule in ranked(probability) where rule.isCounted { rest *= 1 - rule.probability }
    return RuleEvidence.rounded(1 - rest)
  }

  /// Scores have four decimals.
  static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
}
