/// A run of ASCII digits and how the next one follows it.
struct DigitGroup {
  /// What lies between two runs.
  enum Gap {
    /// A space or a bracket, perhaps with a dash.
    case open
    /// A dash or a full stop.
    case tight
    case slash
    /// The next run has nothing to do with this one.
    case none
  }

  let start: Int
  let end: Int
  var gap = Gap.none

  var count: Int { end - start }

  static func all(in bytes: [UInt8], _ classes: [Scan.Class]) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var index = 0
    while index < bytes.count {
      guard classes[index] == .digit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, classes[index] == .digit { index += 1 }
      if let last = groups.last {
        groups[groups.count - 1].gap = gap(in: bytes, last.end..<start)
      }
      groups.append(DigitGroup(start: start, end: index))
    }
    return groups
  }

  private static func gap(in bytes: [UInt8], _ range: Range<Int>) -> Gap {
    guard range.count <= 5 else { return .none }
    var result = Gap.none
    var spaces = 0
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case 0x20:
        spaces += 1
        result = .open
      case UInt8(ascii: "("), UInt8(ascii: ")"): result = .open
      case UInt8(ascii: "-"), UInt8(ascii: "."): if result != .open { result = .tight }
      case UInt8(ascii: "/"): result = .slash
      case 0xC2 where range.upperBound - index >= 2 && bytes[index + 1] == 0xA0:
        index += 1
        spaces += 1
        result = .open
      case 0xE2 where range.upperBound - index >= 3 && bytes[index + 1] == 0x80:
        switch bytes[index + 2] {
        case 0x90...0x93: if result != .open { result = .tight }
        case 0x80...0x8A, 0xAF:
          spaces += 1
          result = .open
        default: return .none
        }
        index += 2
      default: return .none
      }
      index += 1
    }
    return spaces > 2 ? .none : result
  }
}
