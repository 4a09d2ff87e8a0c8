/// Finds what identifies people in a text and takes it out.
///
/// Rules find most of it, never all of it: what they miss stays in the text, so redacted text is
/// still personal data. Time and memory are linear in the text.
public struct Redactor: Sendable {
  private let recognisers: [any Recogniser]

  /// A redactor that also takes out the given names, which usually come from a message's headers:
  /// "Ana Ruiz", "Ruiz, Ana" and "Ana Ruiz <ana@example.org>" are the same to it.
  ///
  /// Words of `kept` names, usually the organisation's own, are never a person's; common given
  /// names are, even there.
  public init(names: [String] = [], keeping kept: [String] = []) {
    // Of two finds of one length the earlier recogniser's counts.
    recognisers = [
      EmailRecogniser(), IBANRecogniser(), CardRecogniser(), IdentifierRecogniser(),
      PhoneRecogniser(), PostcodeRecogniser(), StreetRecogniser(),
      NameRecogniser(given: names, keeping: kept),
    ]
  }

  /// What to take out, in order and without overlaps.
  ///
  /// Of overlapping finds the largest gives the kind and the recogniser, and the range covers all
  /// of them, so that no rest of the smaller one stays readable.
  public func redactions(in text: String) -> [Redaction] {
    let scan = Scan(text)
    var found: [Redaction] = []
    for recogniser in recognisers { recogniser.find(in: scan, into: &found) }
    return Redactor.merged(found)
  }

  /// The text with each find replaced by its kind in brackets, such as "[email]".
  public func redacted(_ text: String) -> String { redaction(of: text).text }

  /// The text without its finds, with what was found and where the rest stands now.
  public func redaction(of text: String) -> RedactedText {
    RedactedText(of: text, without: redactions(in: text))
  }

  private static func merged(_ found: [Redaction]) -> [Redaction] {
    // The offset keeps the order of the recognisers: `sort` promises no stability.
    let sorted = found.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [Redaction] = []
    var winner = 0..<0
    var rank = 0
    for (offset, next) in sorted {
      guard let last = result.last, next.range.lowerBound < last.range.upperBound else {
        result.append(next)
        (winner, rank) = (next.range, offset)
        continue
      }
      let wins = (next.range.count, rank) > (winner.count, offset)
      let leader = wins ? next : last
      if wins { (winner, rank) = (next.range, offset) }
      let end = max(last.range.upperBound, next.range.upperBound)
      result[result.count - 1] = Redaction(
        range: last.range.lowerBound..<end, kind: leader.kind, recogniser: leader.recogniser)
    }
    return result
  }
}
