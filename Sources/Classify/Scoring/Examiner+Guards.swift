extension Examiner {
  /// Cancels or labels a hit that the cue of a guard reaches. What says that it is long over
  /// stands in the way of no other cue.
  mutating func checkGuards(ofHit index: Int) {
    let hit = hits[index]
    let facts = ruleSet.facts[hit.rule]
    guard facts.guards != 0 else { return }
    let table = cueTable(of: hit.sentence)
    if table.isEmpty { return }
    let near = table.cues(near: hit.range, reach: ruleSet.longestReach)
    var isReached = false
    var isReachedByPast = false
    for index in near {
      guard let found = reachingGuard(table.cues.start[index], hit, table),
        facts.isSubject(toGuard: found)
      else { continue }
      if found == ruleSet.pastGuard { isReachedByPast = true } else { isReached = true }
    }
    if isReached, let cue = strongest(of: near, for: hit, table, isPast: false) {
      hits[index].cue = cue.range
      if ruleSet.guards[cue.guardIndex].isLabel {
        hits[index].isAboutOther = true
      } else {
        hits[index].reason = ruleSet.guards[cue.guardIndex].name
      }
    }
    if isReachedByPast, hits[index].reason == nil {
      hits[index].past = strongest(of: near, for: hit, table, isPast: true)?.range
    }
  }

  /// The cues of a sentence, found when first asked for.
  private mutating func cueTable(of sentence: Int) -> CueTable {
    if cueTablePlaces[sentence] >= 0 { return cueTables[cueTablePlaces[sentence]] }
    cueMatches.removeAll()
    matcher.find(ruleSet.cues, in: tokens.sentences[sentence], into: cueMatches)
    Match.keepShortest(cueMatches)
    if cueTableCount == cueTables.count { cueTables.append(CueTable()) }
    let table = cueTables[cueTableCount]
    table.fill(cueMatches, kinds: ruleSet.cueKinds, sentence: tokens.sentences[sentence])
    cueTablePlaces[sentence] = cueTableCount
    cueTableCount += 1
    return table
  }

  /// The cue that decides: of those that cancel the strongest, else of those that label. The
  /// longest is the strongest; among equals the nearest; then the order of the file. A weaker one
  /// on its words is none.
  private func strongest(
    of near: Range<Int>, for hit: Hit, _ table: CueTable, isPast: Bool
  ) -> (guardIndex: Int, range: Range<Int>)? {
    func distance(_ range: Range<Int>) -> Int {
      max(0, hit.range.lowerBound - range.upperBound, range.lowerBound - hit.range.upperBound)
    }
    let cues = near.map { table.cues.start[$0] }.filter { ruleSet.mayDecide($0, isPast: isPast) }
    let sorted = cues.sorted {
      (-$0.range.count, distance($0.range), $0.owner, $0.start)
        < (-$1.range.count, distance($1.range), $1.owner, $1.start)
    }
    var kept: [Range<Int>] = []
    var label: (guardIndex: Int, range: Range<Int>)?
    for cue in sorted where !kept.contains(where: { $0.overlaps(cue.range) }) {
      kept.append(cue.range)
      guard let index = reachingGuard(cue, hit, table),
        ruleSet.facts[hit.rule].isSubject(toGuard: index)
      else { continue }
      if !ruleSet.guards[index].isLabel { return (index, cue.range) }
      label = label ?? (index, cue.range)
    }
    return label
  }

  /// The guard whose cue reaches the hit; nil when it does not reach, is stopped or is consumed.
  private func reachingGuard(_ cue: Match, _ hit: Hit, _ table: CueTable) -> Int? {
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
      !table.hasStop(from: gap.from, to: gap.to)
    else { return nil }
    return index
  }
}
