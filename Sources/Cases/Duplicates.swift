/// Finds complaints that say again, with few words changed, what their author said before.
enum Duplicates {
  /// A complaint is compared with this many of the ones before it.
  static let comparisonCount = 32

  /// Whether later words hold at least 90 % of the earlier ones and at most 40 % new ones; both
  /// are given by their runs of five words.
  static func repeats(_ later: Set<UInt64>, _ earlier: Set<UInt64>) -> Bool {
    guard !earlier.isEmpty else { return false }
    let sharedCount = later.count { earlier.contains($0) }
    return sharedCount * 10 >= earlier.count * 9
      && (later.count - sharedCount) * 10 <= later.count * 4
  }

  /// Marks the near duplicates among what one person said within one case.
  ///
  /// - Parameter words: the folded words of a row; asked only where a person wrote twice.
  static func mark(
    in placements: inout Placements, of contacts: [Contact],
    words: (Int64) throws -> FoldedWords
  ) rethrows {
    let caseOf = placements.caseOf
    var candidates = contacts.indices.filter { index in
      caseOf[index] >= 0 && placements.originalOf[index] < 0
        && contacts[index].person != 0 && contacts[index].words != 0
    }
    let group = { (index: Int) in (caseOf[index], contacts[index].person) }
    candidates.sort { left, right in
      let (leftGroup, rightGroup) = (group(left), group(right))
      return leftGroup == rightGroup
        ? contacts[left].precedes(contacts[right]) : leftGroup < rightGroup
    }
    var start = 0
    while start < candidates.count {
      let end =
        candidates[start...].firstIndex { group($0) != group(candidates[start]) }
        ?? candidates.count
      if end - start > 1 {
        var originals: [(index: Int, shingles: Set<UInt64>)] = []
        for index in candidates[start..<end] {
          let shingles = try words(contacts[index].row).shingles
          if let original = originals.first(where: { repeats(shingles, $0.shingles) }) {
            placements.mark(index, duplicateOf: Int32(original.index))
          } else {
            originals.append((index, shingles))
            if originals.count > comparisonCount { originals.removeFirst() }
          }
        }
      }
      start = end
    }
  }
}
