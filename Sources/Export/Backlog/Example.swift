import Complaints
import Privacy
import Store

/// A customer's words that prove a problem, redacted.
struct Example: Equatable {
  /// The complaint's id.
  var id: Fingerprint
  /// The day it was received.
  var received: Day?
  /// At most 200 characters, on one line.
  var text: String

  init(id: Fingerprint, received: Day?, text: String) {
    self.id = id
    self.received = received
    self.text = text
  }

  /// The evidence of the first of the problems that the complaint reports; nil where its tags
  /// changed and it reports none of them any more.
  init?(
    _ stored: StoredVerbatim, of problems: [Problem], _ days: LocalDays, keeping kept: [String]
  ) {
    let verbatim = stored.verbatim
    let failures = stored.reviewedVerdict?.failures.filter { $0.about != .other } ?? []
    let failure = failures.first { failure in
      problems.contains(Problem(type: failure.type, touchpoint: failure.touchpoint))
    }
    guard let failure else { return nil }
    let own = verbatim.passages.first {
      ($0.kind == .body || $0.kind == .turn || $0.kind == .formField) && $0.role != .staff
    }
    let start = own?.range.lowerBound ?? 0
    let evidence = failure.evidence.first?.range ?? start..<start
    let passage = verbatim.passages.first {
      $0.range.lowerBound <= evidence.lowerBound && evidence.lowerBound < $0.range.upperBound
    }
    let redacted = Redactor(of: verbatim, keeping: kept).redaction(of: verbatim.text)
    let whole = 0..<verbatim.text.utf8.count
    let quote = Quote(
      redacted, evidence: redacted.range(of: evidence),
      passage: redacted.range(of: passage?.range ?? whole))
    self.init(id: verbatim.id, received: verbatim.received.map(days.day), text: quote.text)
  }
}
