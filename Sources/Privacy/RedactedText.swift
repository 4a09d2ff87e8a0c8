/// A text without what identifies people, and where each piece of the original stands in it.
public struct RedactedText: Sendable, Equatable {
  /// The text with each find replaced by its kind in brackets, such as "[email]".
  public let text: String
  /// What was taken out, in order, as ranges of the original.
  public let redactions: [Redaction]

  init(of original: String, without redactions: [Redaction]) {
    let bytes = Array(original.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for redaction in redactions {
      result += bytes[position..<redaction.range.lowerBound]
      result += redaction.kind.mark.utf8
      position = redaction.range.upperBound
    }
    result += bytes[position...]
    text = String(decoding: result, as: UTF8.self)
    self.redactions = redactions
  }

  /// How many finds of each kind were taken out, in the order of the kinds; kinds without any are
  /// left out.
  public var counts: [(kind: Redaction.Kind, count: Int)] {
    Redaction.Kind.allCases.compactMap { kind in
      let count = redactions.count { $0.kind == kind }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// Where a range of the original's UTF-8 offsets stands in `text`; what was taken out is in it
  /// whole or not at all. Linear in the number of redactions.
  public func range(of original: Range<Int>) -> Range<Int> {
    var shift = (lower: 0, upper: 0)
    for redaction in redactions {
      let (start, end) = (redaction.range.lowerBound, redaction.range.upperBound)
      guard start < original.upperBound else { break }
      let growth = redaction.kind.mark.utf8.count - (end - start)
      if end <= original.lowerBound {
        shift.lower += growth
      } else if start < original.lowerBound {
        shift.lower += start - original.lowerBound
      }
      shift.upper += end <= original.upperBound ? growth : growth + end - original.upperBound
    }
    let lower = original.lowerBound + shift.lower
    return lower..<max(lower, original.upperBound + shift.upper)
  }
}

extension Redaction.Kind {
  /// What stands in its place.
  var mark: String { "[\(rawValue)]" }
}
