/// The cues and stops of one sentence; filled anew for sentence after sentence.
final class CueTable {
  /// Cues and pseudo phrases by start.
  let cues = Storage<Match>()
  /// Runs of cues that overlap one another: the first one's index and the words of all; ascending.
  private let groups = Storage<(first: Int, range: Range<Int>)>()
  /// For each token of the sentence the earliest end of a stop that begins there or later.
  private let stopEnds = Storage<Int32>()
  private var start = 0

  /// Whether no cue stands in the sentence.
  var isEmpty: Bool { cues.count == 0 }

  /// Takes the matches of cues in a sentence.
  func fill(_ matches: Storage<Match>, kinds: [RuleSet.CueKind], sentence: Tokens.Sentence) {
    cues.removeAll()
    groups.removeAll()
    stopEnds.removeAll()
    start = sentence.start
    for match in matches.elements {
      if kinds[Int(match.owner)] != .stop {
        cues.append(match)
        continue
      }
      if stopEnds.count == 0 { stopEnds.resize(to: sentence.end - sentence.start, Int32.max) }
      let offset = Int(match.start) - start
      stopEnds.start[offset] = min(stopEnds.start[offset], match.end)
    }
    for offset in (0..<stopEnds.count).dropLast().reversed() {
      stopEnds.start[offset] = min(stopEnds.start[offset], stopEnds.start[offset + 1])
    }
    var elements = cues.elements
    elements.sort { ($0.start, $0.end, $0.owner) < ($1.start, $1.end, $1.owner) }
    for index in 0..<cues.count {
      let range = cues.start[index].range
      if groups.count > 0, range.lowerBound < groups.start[groups.count - 1].range.upperBound {
        let last = groups.start[groups.count - 1].range
        groups.start[groups.count - 1].range =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        groups.append((index, range))
      }
    }
  }

  /// Whether a stop stands between two token indexes.
  func hasStop(from: Int, to: Int) -> Bool {
    let offset = from - start
    return offset < stopEnds.count && Int(stopEnds.start[offset]) <= to
  }

  /// Where the cues within `reach` words of some words stand, with all cues that overlap those.
  func cues(near range: Range<Int>, reach: Int) -> Range<Int> {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups.start[middle].range.upperBound < range.lowerBound - reach {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < groups.count, groups.start[end].range.lowerBound <= range.upperBound + reach {
      end += 1
    }
    guard low < end else { return 0..<0 }
    return groups.start[low].first..<(end < groups.count ? groups.start[end].first : cues.count)
  }
}

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
