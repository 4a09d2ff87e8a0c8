import Complaints
import Privacy
import Store

/// A complaint as it leaves the store.
struct ComplaintRecord {
  /// The words, without what identifies people unless they were asked for whole.
  var verbatim: Verbatim
  /// The tags in force, their evidence ranges into the text of `verbatim`.
  var verdict: Verdict
  /// Whether a person decided about any of its tags.
  var isReviewed: Bool
  /// Where it belongs; nil before cases were derived.
  var filing: CaseFiling?
  /// Where it stands.
  var source: String
  /// What was taken out of the text; nil where it is whole.
  var redactions: [(kind: Redaction.Kind, count: Int)]?

  /// Nil where the complaint is none any more.
  init?(_ stored: StoredVerbatim, _ filing: CaseFiling?, redacting: Bool, keeping kept: [String]) {
    guard let verdict = stored.reviewedVerdict, verdict.isComplaint == true else { return nil }
    self.verdict = verdict
    verbatim = stored.verbatim
    source = stored.verbatim.source.description
    isReviewed = !stored.decisions.isEmpty
    self.filing = filing
    if redacting { redact(keeping: kept) }
  }

  private mutating func redact(keeping kept: [String]) {
    let text = Redactor(of: verbatim, keeping: kept).redaction(of: verbatim.text)
    // A title seldom cues its names; the text does.
    let bytes = Array(verbatim.text.utf8)
    let found = text.redactions.filter { $0.kind == .name }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    let redactor = Redactor(of: verbatim, keeping: kept, names: found)
    verdict = verdict.redacted(text, redactor)
    redactions = text.counts
    verbatim.text = text.text
    verbatim.passages = verbatim.passages.map { passage in
      var passage = passage
      passage.range = text.range(of: passage.range)
      return passage
    }
    verbatim.title = verbatim.title.map(redactor.redacted)
    verbatim.row = verbatim.row.map(redactor.redacted)
    // A pseudonym stays; lines made elsewhere may carry something else in its place.
    if let person = verbatim.person, !person.hasPrefix("hmac:") {
      verbatim.person = redactor.redacted(person)
    }
    // What follows "#" is a count, no customer's number.
    let mark = source.lastIndex(of: "#") ?? source.endIndex
    source = redactor.redacted(String(source[..<mark])) + source[mark...]
  }
}
