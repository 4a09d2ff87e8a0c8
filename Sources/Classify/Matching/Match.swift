/// A match of one owner's pattern: a half-open range of token indexes inside one sentence.
struct Match: Hashable {
  var owner: Int32
  /// The pattern's place among all patterns of its automaton.
  var pattern: Int32
  var start: Int32
  var end: Int32

  var range: Range<Int> { Int(start)..<Int(end) }

  /// Keeps of the matches from an index on for each pattern and start the shortest reading, in the
  /// order of patterns and starts.
  static func keepShortest(_ matches: Storage<Match>, from first: Int = 0) {
    guard matches.count > first + 1 else { return }
    var found = matches.elements[first...]
    found.sort {
      if $0.pattern != $1.pattern { return $0.pattern < $1.pattern }
      return $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end
    }
    var count = first + 1
    for index in count..<matches.count {
      let match = matches[index]
      let last = matches[count - 1]
      if match.pattern == last.pattern, match.start == last.start { continue }
      matches[count] = match
      count += 1
    }
    matches.removeLast(matches.count - count)
  }
}
