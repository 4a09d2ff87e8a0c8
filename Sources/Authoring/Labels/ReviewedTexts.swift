public import Complaints
import Privacy
public import Store

/// Stored verbatims as people decided about them, in the form of labelled texts.
///
/// A verbatim counts once every tag in force on it was decided: what nobody looked at is no label.
public struct ReviewedTexts {
  /// In the order they were first decided about.
  public private(set) var texts: [LabelledText] = []
  /// Verbatims of which some tag in force is not decided yet.
  public private(set) var unfinishedCount = 0

  /// Reads what people decided.
  ///
  /// - Parameters:
  ///   - draw: only verbatims that came before people that way; only blind draws tell how good
  ///     the rules are.
  ///   - redacts: whether what identifies people is taken out.
  ///   - organisations: names that are no person's and stay.
  public init(
    in store: ComplaintStore, draw: Decision.Draw? = nil, redacts: Bool = true,
    organisations: [String] = []
  ) throws(ComplaintStore.Failure) {
    for stored in try store.verdicts(of: try store.reviewedRowIDs(draw: draw)) {
      if let text = LabelledText(reviewed: stored, redacts: redacts, keeping: organisations) {
        texts.append(text)
      } else {
        unfinishedCount += 1
      }
    }
  }
}

extension LabelledText {
  /// A verbatim as people decided about it: its body, turns and form fields; nil where a tag in
  /// force is not decided.
  init?(reviewed stored: StoredVerbatim, redacts: Bool, keeping kept: [String]) {
    guard let verdict = stored.reviewedVerdict, let isComplaint = verdict.isComplaint else {
      return nil
    }
    let decided = Set(stored.decisions.map(\.tag))
    let inForce =
      verdict.failures.map { Tag(.failure, $0.type) } + verdict.causes.map { Tag(.cause, $0.type) }
      + verdict.effects.map { Tag(.effect, $0.type) } + (verdict.praise.isEmpty ? [] : [.praise])
    guard decided.contains(.complaint) || !verdict.failures.isEmpty,
      inForce.allSatisfy(decided.contains)
    else { return nil }
    let own = OwnWords(stored.verbatim, redacts: redacts, keeping: kept)
    func tags(_ found: [(type: String, evidence: [Evidence])]) -> [String: [String]] {
      Dictionary(
        found.map { ($0.type, $0.evidence.compactMap { own.words(at: $0.range) }) },
        uniquingKeysWith: +)
    }
    self.init(
      id: stored.verbatim.id.description, text: own.text, isComplaint: isComplaint,
      praise: !verdict.praise.isEmpty,
      failures: tags(verdict.failures.map { ($0.type, $0.evidence) }),
      causes: tags(verdict.causes.map { ($0.type, $0.evidence) }),
      effects: tags(verdict.effects.map { ($0.type, $0.evidence) }))
    source = stored.verbatim.channel.rawValue
  }
}

/// What the author of a verbatim says, without quotes, signature and furniture.
private struct OwnWords {
  let text: String
  /// For each passage its range in the verbatim and where it begins in `text`.
  private var pieces: [(range: Range<Int>, start: Int)] = []
  private let redacted: RedactedText?
  private let bytes: [UInt8]

  init(_ verbatim: Verbatim, redacts: Bool, keeping kept: [String]) {
    let source = Array(verbatim.text.utf8)
    var own: [UInt8] = []
    for passage in verbatim.passages {
      guard [.body, .turn, .formField].contains(passage.kind) else { continue }
      if !own.isEmpty { own += "\n\n".utf8 }
      pieces.append((passage.range, own.count))
      own += source[passage.range]
    }
    let words = String(decoding: own, as: UTF8.self)
    redacted = redacts ? Redactor(of: verbatim, keeping: kept).redaction(of: words) : nil
    text = redacted?.text ?? words
    bytes = Array(text.utf8)
  }

  /// The words of `text` at a range of the verbatim; nil where they are not its author's.
  func words(at range: Range<Int>) -> String? {
    guard
      let piece = pieces.first(where: {
        $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
      })
    else { return nil }
    let start = piece.start + range.lowerBound - piece.range.lowerBound
    let own = start..<start + range.count
    let words = String(decoding: bytes[redacted?.range(of: own) ?? own], as: UTF8.self)
    return words.isEmpty ? nil : words
  }
}
