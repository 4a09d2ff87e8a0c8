/// Payment cards' numbers: 13–19 digits, the networks' first digits, the Luhn check
/// (ISO/IEC 7812-1), in one piece or in groups of at least three digits.
struct CardRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    var index = 0
    while index < scan.groups.count {
      guard let last = CardRecogniser.last(scan, from: index) else {
        index += 1
        continue
      }
      let range = scan.groups[index].start..<scan.groups[last].end
      found.append(Redaction(range: range, kind: .card, recogniser: "card-luhn"))
      index = last + 1
    }
  }

  /// The last group of the longest number that begins with a group.
  private static func last(_ scan: Scan, from first: Int) -> Int? {
    guard (3...19).contains(scan.groups[first].count) else { return nil }
    var digits: [UInt8] = []
    var best: Int?
    for index in first..<scan.groups.count {
      let group = scan.groups[index]
      guard digits.count + group.count <= 19 else { break }
      for position in group.start..<group.end { digits.append(scan.bytes[position] & 0xF) }
      if digits.count >= 13, isIssued(digits), passesLuhn(digits) { best = index }
      guard group.count >= 3, group.gap == .open || group.gap == .tight else { break }
    }
    return best
  }

  private static func isIssued(_ digits: [UInt8]) -> Bool {
    let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    switch four {
    case 2200...2204, 2221...2720, 3000...3059, 3400...3499, 3528...3999, 4000...6999: return true
    default: return false
    }
  }

  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (offset, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (offset.isMultiple(of: 2) ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }
}
