import Complaints
import Store

/// Stored verbatims in lists.
enum ListView {
  /// One line: id, day, channel, tags, words.
  static func line(_ stored: StoredVerbatim) -> String {
    let verbatim = stored.verbatim
    let id = String(verbatim.id.description.prefix(8))
    let day = verbatim.received?.day.description ?? "no date   "
    let tags = stored.verdict.map(tags) ?? "not judged"
    let label =
      "\(id)  \(day)  \(VerbatimView.pad(verbatim.part.rawValue, 7)) "
      + "\(VerbatimView.pad(oneLine(tags, width: 36), 36))  "
    return Style.dim(label.prefix(29).description)
      + (stored.verdict?.isComplaint == true
        ? Style.bold(label.dropFirst(29).description) : label.dropFirst(29).description)
      + oneLine(firstWords(verbatim), width: max(20, Console.width - label.count))
  }

  /// The columns of `--csv`.
  static let columns = [
    "id", "row", "received", "channel", "part", "class", "source", "person", "language", "score",
    "isComplaint", "failures", "causes", "effects", "praise", "title", "text",
  ]

  /// The cells of `columns`.
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
    let nameWidth = counts.map(\.name.count).max() ?? 0
    let largest = max(1, counts.map(\.count).max() ?? 1)
    let room = max(10, min(60, Console.width - nameWidth - 12))
    return counts.map { name, count in
      let eighths = count * room * 8 / largest
      let bar =
        String(repeating: "█", count: eighths / 8)
        + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
      return "\(VerbatimView.pad(displayed(name), nameWidth))  \(Style.cyan(bar)) \(grouped(count))"
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
