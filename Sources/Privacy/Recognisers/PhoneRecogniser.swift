/// Telephone numbers of 7–15 digits: international ones (ITU-T E.164), national ones with a trunk
/// 0, North American ones, and others only behind a word such as "ring" or "mobile".
struct PhoneRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    var index = 0
    while index < scan.groups.count {
      guard let (start, last) = match(scan, from: index) else {
        index += 1
        continue
      }
      found.append(
        Redaction(range: start..<scan.groups[last].end, kind: .phone, recogniser: "phone"))
      index = last + 1
    }
  }

  private func match(_ scan: Scan, from first: Int) -> (start: Int, last: Int)? {
    var start = scan.groups[first].start
    if scan.byte(start - 1) == UInt8(ascii: "(") { start -= 1 }
    let isPlus = scan.byte(start - 1) == UInt8(ascii: "+")
    if isPlus { start -= 1 }
    guard scan.kind(start - 1) == .other, scan.byte(start - 1) != UInt8(ascii: "#"),
      !scan.followsCurrency(start)
    else { return nil }
    if first > 0 {
      let gap = scan.groups[first - 1].gap
      if !isPlus, gap == .tight || gap == .slash { return nil }
    }
    let mark = scan.byte(start - 1)
    if mark == UInt8(ascii: ",") || mark == UInt8(ascii: "."), scan.kind(start - 2) == .digit {
      return nil
    }
    var counts: [Int] = []
    var total = 0
    var index = first
    while index < scan.groups.count, total + scan.groups[index].count <= 17 {
      total += scan.groups[index].count
      counts.append(scan.groups[index].count)
      let gap = scan.groups[index].gap
      guard gap == .open || gap == .tight || (gap == .slash && index == first) else { break }
      index += 1
    }
    guard total >= 7, !isDate(scan, first, counts) else { return nil }
    let cue = isPlus ? nil : scan.cue(before: start, reach: 4)
    guard cue != .identifier else { return nil }
    while let count = counts.last {
      let last = first + counts.count - 1
      if total >= 7, ends(scan, last),
        isNumber(scan, first, counts, total, isPlus: isPlus, isCued: cue == .phone)
      {
        return (start, last)
      }
      total -= count
      counts.removeLast()
    }
    return nil
  }

  private func isNumber(
    _ scan: Scan, _ first: Int, _ counts: [Int], _ total: Int, isPlus: Bool, isCued: Bool
  ) -> Bool {
    let start = scan.groups[first].start
    if counts.count > 1, counts[counts.count - 1] < 2 { return false }
    if isPlus { return total <= 15 && scan.byte(start) != UInt8(ascii: "0") }
    if scan.byte(start) == UInt8(ascii: "0") {
      if scan.byte(start + 1) == UInt8(ascii: "0") { return (11...17).contains(total) }
      return (9...12).contains(total) && (counts[0] > 1 || counts.count == 1)
        || isCued && (7...12).contains(total)
    }
    let national =
      counts.first == 1 && scan.byte(start) == UInt8(ascii: "1")
      ? Array(counts.dropFirst()) : counts
    if national == [3, 3, 4] {
      let area = scan.groups[first + counts.count - 3].start
      return scan.byte(area) >= UInt8(ascii: "2")
    }
    return isCued && (7...15).contains(total)
  }

  /// Whether a number may end with a group: nothing goes on right behind it.
  private func ends(_ scan: Scan, _ last: Int) -> Bool {
    let group = scan.groups[last]
    guard scan.kind(group.end) == .other, group.gap != .tight, group.gap != .slash else {
      return false
    }
    let mark = scan.byte(group.end)
    let isPoint = mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":")
    return mark != UInt8(ascii: "%") && !(isPoint && scan.kind(group.end + 1) == .digit)
  }

  /// Whether the first three groups are a day, a month and a year, or the other way round.
  private func isDate(_ scan: Scan, _ first: Int, _ counts: [Int]) -> Bool {
    guard counts.count >= 3 else { return false }
    let values = (0..<3).map { offset in
      let group = scan.groups[first + offset]
      return scan.bytes[group.start..<group.end].reduce(0) { ($0 * 10 + Int($1 & 0xF)) % 100_000 }
    }
    let years = 1900...2100
    if counts[0] == 4 { return years.contains(values[0]) && counts[1] <= 2 && counts[2] <= 2 }
    return counts[0] <= 2 && counts[1] <= 2 && counts[2] == 4 && years.contains(values[2])
      && values[0] <= 31 && values[1] <= 31
  }
}
