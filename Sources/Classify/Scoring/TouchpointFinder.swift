/// Where in the customer's journey a failure happened: every place has votes, the most votes win.
///
/// A place that a touchpoint rule finds votes with the rule's probability p: p·24/(24+d) in the
/// sentence of the evidence, d words away; p·0.3 in a neighbouring sentence; its nearest mention
/// counts. The evidence's rules vote 0.9 each for the place they name; where none names one, the
/// type's usual place has 0.5. The figures were fitted on 150 texts with labelled touchpoints;
/// their neighbours do about as well.
struct TouchpointFinder {
  let ruleSet: RuleSet
  private let mentions: [(place: String, hit: Hit, probability: Double)]
  private static let halfDistance = 24.0
  private static let neighbourShare = 0.3
  private static let ruleVote = 0.9
  private static let usualVote = 0.5
  private static let fewestVotes = 0.05

  /// A finder over the hits that count.
  init(ruleSet: RuleSet, hits: [Hit]) {
    self.ruleSet = ruleSet
    mentions = hits.compactMap { hit in
      let facts = ruleSet.facts[hit.rule]
      guard case .touchpoint(let place) = ruleSet.tags[facts.tag] else { return nil }
      return (place, hit, facts.probability)
    }
  }

  /// The touchpoint of a failure with this evidence; "unspecified" when nothing says.
  func touchpoint(of type: String, _ evidence: [Hit]) -> String {
    let near = Nearness(evidence)
    var votes: [(place: String, value: Double)] = []
    func place(_ name: String) -> Int {
      if let known = votes.firstIndex(where: { $0.place == name }) { return known }
      votes.append((name, 0))
      return votes.count - 1
    }
    for (name, hit, probability) in mentions {
      let share: Double
      if let distance = near.distanceInSentence(to: hit) {
        share = Self.halfDistance / (Self.halfDistance + Double(distance))
      } else if near.hasNeighbour(of: hit.sentence) {
        share = Self.neighbourShare
      } else {
        continue
      }
      let index = place(name)
      votes[index].value = max(votes[index].value, probability * share)
    }
    let own = Set(evidence.compactMap { ruleSet.rules[$0.rule].touchpoint })
    for name in own { votes[place(name)].value += Self.ruleVote }
    let usual = ruleSet.usualTouchpoints[type] ?? "unspecified"
    if own.isEmpty, usual != "unspecified" { votes[place(usual)].value += Self.usualVote }
    let winner = votes.filter { $0.value >= Self.fewestVotes }
      .max { ($0.value, $1.place) < ($1.value, $0.place) }
    return winner?.place ?? "unspecified"
  }
}

/// How near some evidence is to other words; every question takes logarithmic time.
private struct Nearness {
  private let starts: [Int]
  /// Of the evidence up to each one, the one that ends last.
  private let lastEnding: [Hit]
  private let sorted: [Hit]
  private let sentences: Set<Int>

  init(_ evidence: [Hit]) {
    sorted = evidence.sorted { $0.range.lowerBound < $1.range.lowerBound }
    starts = sorted.map(\.range.lowerBound)
    var last: [Hit] = []
    for hit in sorted {
      if let before = last.last, before.range.upperBound > hit.range.upperBound {
        last.append(before)
      } else {
        last.append(hit)
      }
    }
    lastEnding = last
    sentences = Set(evidence.map(\.sentence))
  }

  /// Words between a hit and the nearest evidence of its sentence; nil when there is none.
  func distanceInSentence(to hit: Hit) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= hit.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var nearest: Int?
    if low > 0, lastEnding[low - 1].sentence == hit.sentence {
      nearest = max(0, hit.range.lowerBound - lastEnding[low - 1].range.upperBound)
    }
    if low < sorted.count, sorted[low].sentence == hit.sentence {
      let distance = max(0, sorted[low].range.lowerBound - hit.range.upperBound)
      nearest = min(nearest ?? distance, distance)
    }
    return nearest
  }

  /// Whether evidence stands in the sentence before or after one.
  func hasNeighbour(of sentence: Int) -> Bool {
    sentences.contains(sentence - 1) || sentences.contains(sentence + 1)
  }
}
