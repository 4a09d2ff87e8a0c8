import Complaints
import Store
import Text

/// Stored verbatims in lists.
enum ListView {
  /// One line: id, day, channel, tags, words.
  static func line(_ stored: StoredVerbatim, _ days: LocalDays) -> String {
    let verbatim = stored.verbatim
    var row = StyledRow()
    row.add(String(verbatim.id.description.prefix(8)), .dim, width: 10)
    row.add(verbatim.received.map { days.day(of: $0).description } ?? "no date", .dim, width: 12)
    row.add(verbatim.part.rawValue, .dim, width: 8)
    let tagWidth = min(36, max(12, (Console.width - row.width) / 2))
    row.add(
      stored.verdict.map(tags) ?? "not judged",
      stored.verdict?.isComplaint == true ? .bold : nil, width: tagWidth)
    row.gap(2)
    row.add(oneLine(firstWords(verbatim), width: .max))
    return row.line(limit: Console.width)
  }

  /// The columns of `--csv`.
  static let header = [
    "id", "row", "received", "channel", "part", "class", "source", "person", "language", "score",
    "isComplaint", "failures", "causes", "effects", "praise", "title", "text",
  ]

  /// The cells of `header`.
  static func cells(_ stored: StoredVerbatim) -> [String] {
    let verbatim = stored.verbatim
    let verdict = stored.verdict
    let names = { (types: [String]?) in (types ?? []).joined(separator: " ") }
    return [
      verbatim.id.description, verbatim.row ?? "", verbatim.received?.description ?? "",
      verbatim.channel.rawValue, verbatim.part.rawValue, verbatim.documentClass.rawValue,
      verbatim.source.description, verbatim.person ?? "", verbatim.language,
      verbatim.score.map { "\($0)" } ?? "", verdict?.isComplaint.map { "\($0)" } ?? "",
      names(verdict?.failures.map { "\($0.type)/\($0.touchpoint)" }),
      names(verdict?.causes.map(\.type)), names(verdict?.effects.map(\.type)),
      verdict.map { $0.praise.isEmpty ? "false" : "true" } ?? "", verbatim.title ?? "",
      verbatim.text,
    ]
  }

  /// A line for each group: its name, a bar and its count.
  static func bars(_ counts: [(name: String, count: Int)]) -> [String] {
    let nameWidth = counts.map { columns(of: displayedLine($0.name)) }.max() ?? 0
    let largest = max(1, counts.map(\.count).max() ?? 1)
    let room = max(10, min(60, Console.width - nameWidth - 12))
    return counts.map { name, count in
      let bar = Style.cyan(bar(count, of: largest, room: room))
      return "\(padded(displayedLine(name), nameWidth))  \(bar) \(grouped(count))"
    }
  }

  private static func tags(_ verdict: Verdict) -> String {
    if let reason = verdict.unscored { return "not scored: \(reason.rawValue)" }
    guard verdict.isComplaint == true else { return verdict.praise.isEmpty ? "–" : "praise" }
    return verdict.failures.isEmpty
      ? "complaint" : verdict.failures.map(\.type).joined(separator: " ")
  }

  private static func firstWords(_ verbatim: Verbatim) -> String {
    let bytes = Array(verbatim.text.utf8)
    let own = verbatim.passages.first {
      ($0.kind == .body || $0.kind == .turn) && $0.role != .staff && $0.range.count > 12
    }
    return String(decoding: bytes[own?.range ?? 0..<bytes.count].prefix(400), as: UTF8.self)
  }
}
