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
