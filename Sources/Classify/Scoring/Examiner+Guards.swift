extension Examiner {
  /// Cancels or labels a hit that the cue of a guard reaches. What says that it is long over
  /// stands in the way of no other cue.
  mutating func checkGuards(ofHit index: Int) {
    let hit = hits[index]
    let facts = ruleSet.facts[hit.rule]
    guard facts.guards != 0 else { return }
    let sentence = cues.cues(of: hit.sentence)
    if sentence.isEmpty { return }
    let near = cues.cues(near: hit.range, reach: ruleSet.longestReach, sentence)
    var isReached = false
    var isReachedByPast = false
    for index in near {
      guard let found = reachingGuard(cues.cues[index], hit, sentence),
        facts.isSubject(toGuard: found)
      else { continue }
      if found == ruleSet.pastGuard { isReachedByPast = true } else { isReached = true }
    }
    if isReached, let cue = strongest(of: near, for: hit, sentence, isPast: false) {
      hits[index].cue = cue.range
      if ruleSet.guards[cue.guardIndex].isLabel {
        hits[index].isAboutOther = true
      } else {
        hits[index].reason = ruleSet.guards[cue.guardIndex].name
      }
    }
    if isReachedByPast, hits[index].reason == nil {
      hits[index].past = strongest(of: near, for: hit, sentence, isPast: true)?.range
    }
  }

  /// The cue that decides: of those that cancel the strongest, else of those that label. The
  /// longest is the strongest; among equals the nearest; then the order of the file. A weaker one
  /// on its words is none.
  private func strongest(
    of near: Range<Int>, for hit: Hit, _ sentence: CueFinder.SentenceCues, isPast: Bool
  ) -> (guardIndex: Int, range: Range<Int>)? {
    func distance(_ range: Range<Int>) -> Int {
      max(0, hit.range.lowerBound - range.upperBound, range.lowerBound - hit.range.upperBound)
    }
    let deciding = near.map { cues.cues[$0] }.filter { ruleSet.mayDecide($0, isPast: isPast) }
    let sorted = deciding.sorted {
      (-$0.range.count, distance($0.range), $0.owner, $0.start)
        < (-$1.range.count, distance($1.range), $1.owner, $1.start)
    }
    var kept: [Range<Int>] = []
    var label: (guardIndex: Int, range: Range<Int>)?
    for cue in sorted where !kept.contains(where: { $0.overlaps(cue.range) }) {
      kept.append(cue.range)
      guard let index = reachingGuard(cue, hit, sentence),
        ruleSet.facts[hit.rule].isSubject(toGuard: index)
      else { continue }
      if !ruleSet.guards[index].isLabel { return (index, cue.range) }
      label = label ?? (index, cue.range)
    }
    return label
  }

  /// The guard whose cue reaches the hit; nil when it does not reach, is stopped or is consumed.
  private func reachingGuard(
    _ cue: Match, _ hit: Hit, _ sentence: CueFinder.SentenceCues
  ) -> Int? {
    if cue.range.contains(where: { isConsumed[$0] }) { return nil }
    let index: Int
    let gap: (from: Int, to: Int)
    switch ruleSet.cueKinds[Int(cue.owner)] {
    case .forward(let guardIndex):
      index = guardIndex
      gap = (cue.range.upperBound, hit.range.lowerBound)
    case .backward(let guardIndex):
      index = guardIndex
      gap = (hit.range.upperBound, cue.range.lowerBound)
    case .pseudo, .stop: return nil
    }
    guard gap.from <= gap.to, gap.to - gap.from <= ruleSet.guards[index].reach,
      !cues.hasStop(from: gap.from, to: gap.to, sentence)
    else { return nil }
    return index
  }
}
