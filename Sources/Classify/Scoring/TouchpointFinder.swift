/// Where in the customer's journey a failure happened: every place has votes, the most votes win.
///
/// A place that a touchpoint rule finds votes with the rule's probability p: p·24/(24+d) in the
/// sentence of the evidence, d words away; p·0.3 in a neighbouring sentence; its nearest mention
/// counts. The evidence's rules vote 0.9 each for the place they name; where none names one, the
/// type's usual place has 0.5. The figures were fitted on 150 texts with labelled touchpoints;
/// their neighbours do about as well.
struct TouchpointFinder {
  let ruleSet: RuleSet
  /// The words that name a place, which has its index in the rule set.
  private let mentions: [(place: Int, hit: Hit, probability: Double)]
  private static let halfDistance = 24.0
  private static let neighbourShare = 0.3
  private static let ruleVote = 0.9
  private static let usualVote = 0.5
  private static let fewestVotes = 0.05

  /// A finder over the hits that count.
  init(ruleSet: RuleSet, hits: [Hit]) {
    self.ruleSet = ruleSet
    var mentions: [(place: Int, hit: Hit, probability: Double)] = []
    for hit in hits {
      let facts = ruleSet.facts[hit.rule]
      if facts.isTouchpoint, facts.place >= 0 {
        mentions.append((facts.place, hit, facts.probability))
      }
    }
    self.mentions = mentions
  }

  /// The touchpoint of a failure with this evidence; "unspecified" when nothing says.
  func touchpoint(of type: String, _ evidence: ArraySlice<Hit>) -> String {
    var votes = [Double](repeating: 0, count: ruleSet.places.count)
    if !mentions.isEmpty {
      let near = Nearness(evidence)
      for (place, hit, probability) in mentions {
        let share: Double
        if let distance = near.distanceInSentence(to: hit) {
          share = Self.halfDistance / (Self.halfDistance + Double(distance))
        } else if near.hasNeighbour(of: hit.sentence) {
          share = Self.neighbourShare
        } else {
          continue
        }
        votes[place] = max(votes[place], probability * share)
      }
    }
    var own: [Int] = []
    for hit in evidence {
      let place = ruleSet.facts[hit.rule].place
      if place >= 0, !own.contains(place) { own.append(place) }
    }
    for place in own { votes[place] += Self.ruleVote }
    if own.isEmpty, let usual = ruleSet.usualPlaces[type] { votes[usual] += Self.usualVote }
    var winner: Int?
    var most = 0.0
    for (place, value) in votes.enumerated() where value >= Self.fewestVotes && value > most {
      winner = place
      most = value
    }
    return winner.map { ruleSet.places[$0] } ?? "unspecified"
  }
}

/// How near some evidence is to other words; every question takes logarithmic time.
private struct Nearness {
  /// In text order.
  private let evidence: [Hit]
  /// Of the evidence up to each one, the place of the one that ends last.
  private let lastEnding: [Int]

  init(_ hits: ArraySlice<Hit>) {
    let evidence = hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var lastEnding: [Int] = []
    for (index, hit) in evidence.enumerated() {
      let last = lastEnding.last ?? index
      let isLonger = evidence[last].range.upperBound > hit.range.upperBound
      lastEnding.append(isLonger ? last : index)
    }
    self.evidence = evidence
    self.lastEnding = lastEnding
  }

  /// How many hits come before the first that is not so.
  private func count(while isEarlier: (Hit) -> Bool) -> Int {
    var low = 0
    var high = evidence.count
    while low < high {
      let middle = (low + high) / 2
      if isEarlier(evidence[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Words between a hit and the nearest evidence of its sentence; nil when there is none.
  func distanceInSentence(to hit: Hit) -> Int? {
    let next = count { $0.range.lowerBound <= hit.range.lowerBound }
    var nearest: Int?
    if next > 0, evidence[lastEnding[next - 1]].sentence == hit.sentence {
      nearest = max(
        0, hit.range.lowerBound - evidence[lastEnding[next - 1]].range.upperBound)
    }
    if next < evidence.count, evidence[next].sentence == hit.sentence {
      let distance = max(0, evidence[next].range.lowerBound - hit.range.upperBound)
      nearest = min(nearest ?? distance, distance)
    }
    return nearest
  }

  /// Whether evidence stands in the sentence before or after one.
  func hasNeighbour(of sentence: Int) -> Bool {
    holds(sentence - 1) || holds(sentence + 1)
  }

  private func holds(_ sentence: Int) -> Bool {
    let first = count { $0.sentence < sentence }
    return first < evidence.count && evidence[first].sentence == sentence
  }
}
