extension SourceWatch {
  /// The most days on end without anything.
  static func longestGap(in counts: [Int]) -> Int {
    var longest = 0
    var current = 0
    for count in counts {
      current = count == 0 ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// Counts in which no day counts for more than four usual ones: an old mailbox that was added is
  /// no measure of what is to come.
  static func levelled(_ counts: [Int]) -> [Int] {
    let usual = median(counts.filter { $0 > 0 })
    return counts.map { min($0, Int((usual * 4).rounded(.up))) }
  }

  /// Sums of seven days each, from the last ones back.
  static func sevens(_ counts: [Int]) -> [Int] {
    stride(from: counts.count, to: 6, by: -7).map { counts[($0 - 7)..<$0].reduce(0, +) }
  }

  /// The middle value; 0 of none.
  static func median(_ counts: [Int]) -> Double {
    guard !counts.isEmpty else { return 0 }
    let sorted = counts.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
  }

  static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
