/// The cues and stops of one sentence.
final class CueTable {
  /// Cues and pseudo phrases by start.
  private var cues: [Match] = []
  /// Runs of cues that overlap one another: the first one's index and the words of all; ascending.
  private var groups: [(first: Int, range: Range<Int>)] = []
  /// For each token of the sentence the earliest end of a stop that begins there or later.
  private var stopEnds: [Int32] = []
  private let start: Int

  init(_ matches: [Match], kinds: [RuleSet.CueKind], sentence: Tokens.Sentence) {
    start = sentence.start
    for match in matches {
      if kinds[Int(match.owner)] != .stop {
        cues.append(match)
        continue
      }
      if stopEnds.isEmpty {
        stopEnds = [Int32](repeating: Int32.max, count: sentence.end - sentence.start)
      }
      let offset = Int(match.start) - start
      stopEnds[offset] = min(stopEnds[offset], match.end)
    }
    for offset in stopEnds.indices.dropLast().reversed() {
      stopEnds[offset] = min(stopEnds[offset], stopEnds[offset + 1])
    }
    cues.sort { ($0.start, $0.end, $0.owner) < ($1.start, $1.end, $1.owner) }
    for (index, cue) in cues.enumerated() {
      if let last = groups.last, cue.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, cue.range.upperBound)
        groups[groups.count - 1].range = last.range.lowerBound..<end
      } else {
        groups.append((index, cue.range))
      }
    }
  }

  /// Whether a stop stands between two token indexes.
  func hasStop(from: Int, to: Int) -> Bool {
    let offset = from - start
    return offset < stopEnds.count && Int(stopEnds[offset]) <= to
  }

  /// The cues within `reach` words of some words, with all cues that overlap those.
  func cues(near range: Range<Int>, reach: Int) -> ArraySlice<Match> {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].range.upperBound < range.lowerBound - reach {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < groups.count, groups[end].range.lowerBound <= range.upperBound + reach { end += 1 }
    guard low < end else { return [] }
    return cues[groups[low].first..<(end < groups.count ? groups[end].first : cues.count)]
  }
}

extension Examiner {
  /// Cancels or labels a hit that the cue of a guard reaches.
  mutating func checkGuards(ofHit index: Int) {
    guard let cue = strongestCue(for: hits[index]) else { return }
    hits[index].cue = cue.range
    let found = ruleSet.guards[cue.guardIndex]
    switch (found.isLabel, found.name) {
    case (false, let name): hits[index].reason = name
    case (true, .past): hits[index].isPast = true
    case (true, _): hits[index].isAboutOther = true
    }
  }

  /// The cues of a sentence, found when first asked for.
  private mutating func cueTable(of sentence: Int) -> CueTable {
    if let table = cueTables[sentence] { return table }
    cueMatches.removeAll(keepingCapacity: true)
    matcher.find(ruleSet.cues, in: tokens.sentences[sentence], of: tokens, into: &cueMatches)
    Match.keepShortest(&cueMatches)
    let table = CueTable(
      cueMatches, kinds: ruleSet.cueKinds, sentence: tokens.sentences[sentence])
    cueTables[sentence] = table
    return table
  }

  private mutating func strongestCue(for hit: Hit) -> (guardIndex: Int, range: Range<Int>)? {
    guard ruleSet.facts[hit.rule].isGuarded else { return nil }
    let table = cueTable(of: hit.sentence)
    let near = table.cues(near: hit.range, reach: ruleSet.longestReach)
    let applies = ruleSet.appliesGuard[hit.rule]
    // Mostly no cue reaches the hit, and none needs to be compared with others.
    guard
      near.contains(where: { cue in reachingGuard(cue, hit, table).map { applies[$0] } == true })
    else { return nil }
    func distance(_ range: Range<Int>) -> Int {
      max(0, hit.range.lowerBound - range.upperBound, range.lowerBound - hit.range.upperBound)
    }
    // The longest cue wins; among equals the nearest; then the order of the file.
    let sorted = near.sorted {
      (-$0.range.count, distance($0.range), $0.owner, $0.start)
        < (-$1.range.count, distance($1.range), $1.owner, $1.start)
    }
    var kept: [Range<Int>] = []
    var label: (guardIndex: Int, range: Range<Int>)?
    for cue in sorted where !kept.contains(where: { $0.overlaps(cue.range) }) {
      kept.append(cue.range)
      guard let index = reachingGuard(cue, hit, table), applies[index] else { continue }
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
