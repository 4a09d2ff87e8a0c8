import Complaints
import Store

extension StoredVerbatim {
  /// About so many bytes of a text are shown in a list.
  private static let excerptLength = 200

  /// The complaint in one line of a list.
  var line: ComplaintLine {
    ComplaintLine(
      id: verbatim.id, received: verbatim.received, channel: verbatim.channel,
      title: verbatim.title, excerpt: excerpt)
  }

  /// The words around the strongest evidence, else the beginning of the customer's own words; on
  /// one line, cut with "…" at spaces.
  var excerpt: String {
    let evidence = reviewedVerdict?.failures.first?.evidence.first?.range
    let passages = verbatim.passages.filter(StoredVerbatim.isOwn)
    let passage =
      passages.first { passage in evidence.map(passage.range.contains) ?? true }?.range
      ?? passages.first?.range ?? 0..<verbatim.text.utf8.count
    let start = evidence.map { max(passage.lowerBound, $0.lowerBound - 60) } ?? passage.lowerBound
    return excerpt(start..<passage.upperBound, of: passage)
  }

  private func excerpt(_ range: Range<Int>, of passage: Range<Int>) -> String {
    let end = min(range.upperBound, range.lowerBound + StoredVerbatim.excerptLength)
    let bytes = Array(verbatim.text.utf8)[range.lowerBound..<max(end, range.lowerBound)]
    var words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    // A word that the cut went through is left out.
    let isCutBefore = range.lowerBound > passage.lowerBound
    let isCutAfter = end < range.upperBound
    if isCutBefore, words.count > 1 { words.removeFirst() }
    if isCutAfter, words.count > 1 { words.removeLast() }
    return (isCutBefore ? "… " : "") + words.joined(separator: " ") + (isCutAfter ? " …" : "")
  }

  private static func isOwn(_ passage: Passage) -> Bool {
    (passage.kind == .body || passage.kind == .turn || passage.kind == .formField)
      && passage.role != .staff && passage.role != .bot
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
