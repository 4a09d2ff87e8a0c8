/// Finds the cues and stops of guards in the text that was read last, sentence by sentence when
/// first asked; the scratch of one task.
final class CueFinder {
  private let automaton: Automaton
  private let kinds: [RuleSet.CueKind]
  private let matcher: Matcher
  private let sentences = Storage<Tokens.Sentence>()
  /// Of each sentence what stands in it, once it was asked for.
  private let known = Storage<SentenceCues>()
  private let found = Storage<Match>()
  /// Cues and pseudo phrases, sentence by sentence and there by start.
  let cues = Storage<Match>()
  /// Runs of cues that overlap one another: the first one's index and the words of all; ascending.
  private let groups = Storage<Group>()
  /// For each token of a sentence with stops the earliest end of one that begins there or later.
  private let stopEnds = Storage<Int32>()

  private struct Group {
    var first: Int
    var start: Int32
    var end: Int32
  }

  /// Where the cues of one sentence stand.
  struct SentenceCues {
    /// Of `cues`.
    fileprivate var cues = IndexRange(0..<0)
    /// Of `groups` and of `stopEnds`.
    fileprivate var groups = IndexRange(0..<0)
    fileprivate var stops = IndexRange(0..<0)
    /// The sentence's first token.
    fileprivate var start = 0
    fileprivate var isKnown = false

    /// Whether no cue stands in the sentence.
    var isEmpty: Bool { cues.range.isEmpty }
  }

  /// A finder that asks a matcher which reads every text before.
  init(ruleSet: RuleSet, matcher: Matcher) {
    automaton = ruleSet.cues
    kinds = ruleSet.cueKinds
    self.matcher = matcher
  }

  /// Makes ready for the text that the matcher read last.
  func read(_ sentences: [Tokens.Sentence]) {
    self.sentences.removeAll()
    self.sentences.append(sentences)
    known.removeAll()
    known.resize(to: sentences.count, SentenceCues())
    cues.removeAll()
    groups.removeAll()
    stopEnds.removeAll()
  }

  /// The cues of a sentence.
  func cues(of sentence: Int) -> SentenceCues {
    let place = known.start + sentence
    if !place.pointee.isKnown { place.pointee = find(in: sentences[sentence]) }
    return place.pointee
  }

  private func find(in sentence: Tokens.Sentence) -> SentenceCues {
    found.removeAll()
    matcher.find(automaton, in: sentence, into: found)
    Match.keepShortest(found)
    let (firstCue, firstGroup, firstStop) = (cues.count, groups.count, stopEnds.count)
    for index in 0..<found.count {
      let match = found[index]
      if kinds[Int(match.owner)] != .stop {
        cues.append(match)
        continue
      }
      if stopEnds.count == firstStop {
        stopEnds.resize(to: firstStop + sentence.end - sentence.start, Int32.max)
      }
      let end = stopEnds.start + firstStop + Int(match.start) - sentence.start
      end.pointee = min(end.pointee, match.end)
    }
    for index in (firstStop..<stopEnds.count).dropLast().reversed() {
      stopEnds[index] = min(stopEnds[index], stopEnds[index + 1])
    }
    var own = cues.elements[firstCue...]
    own.sort { ($0.start, $0.end, $0.owner) < ($1.start, $1.end, $1.owner) }
    for index in firstCue..<cues.count { group(index, firstGroup) }
    return SentenceCues(
      cues: IndexRange(firstCue..<cues.count), groups: IndexRange(firstGroup..<groups.count),
      stops: IndexRange(firstStop..<stopEnds.count), start: sentence.start, isKnown: true)
  }

  /// Adds a cue to the last group of its sentence, or makes a new one.
  private func group(_ cue: Int, _ firstGroup: Int) {
    let (start, end) = (cues[cue].start, cues[cue].end)
    if groups.count > firstGroup, start < groups[groups.count - 1].end {
      groups[groups.count - 1].end = max(groups[groups.count - 1].end, end)
    } else {
      groups.append(Group(first: cue, start: start, end: end))
    }
  }

  /// Whether a stop of a sentence stands between two token indexes.
  func hasStop(from: Int, to: Int, _ sentence: SentenceCues) -> Bool {
    let place = sentence.stops.range.lowerBound + from - sentence.start
    return place < sentence.stops.range.upperBound && Int(stopEnds[place]) <= to
  }

  /// Where the cues of a sentence within `reach` words of some words stand, with all cues that
  /// overlap those.
  func cues(near range: Range<Int>, reach: Int, _ sentence: SentenceCues) -> Range<Int> {
    let own = sentence.groups.range
    var low = own.lowerBound
    var high = own.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(groups[middle].end) < range.lowerBound - reach {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < own.upperBound, Int(groups[end].start) <= range.upperBound + reach { end += 1 }
    guard low < end else { return 0..<0 }
    let last = end == own.upperBound ? sentence.cues.range.upperBound : groups[end].first
    return groups[low].first..<last
  }
}
