import Complaints
import Lines
import Store
import Text

/// What could not be read, told to people and programs.
enum QuarantineView {
  /// Bytes that `show` shows.
  static let previewByteCount = 512

  /// One line: id, day, size, reason, place, what exactly.
  static func row(_ entry: QuarantineEntry, _ days: LocalDays) -> String {
    var row = StyledRow()
    row.add(String(entry.fingerprint.description.prefix(8)), .dim, width: 10)
    row.add(days.day(of: entry.seenAt).description, .dim, width: 12)
    row.add(entry.isKept ? size(entry.range.count) : "no bytes", width: 10)
    row.add(entry.reason, .yellow, width: 13)
    row.add(ending(of: displayedLine(entry.source), width: max(24, Console.width / 3)))
    row.add("  " + entry.detail, .dim)
    return row.line(limit: Console.width)
  }

  /// How many there are for each reason, the most frequent first.
  static func counts(_ entries: [QuarantineEntry]) -> [String] {
    let counts = entries.reduce(into: [String: Int]()) { $0[$1.reason, default: 0] += 1 }
    return ListView.bars(
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { (name: $0.key, count: $0.value) })
  }

  /// Everything that is known of an entry.
  static func facts(_ entry: QuarantineEntry) -> [String] {
    let version = entry.readerVersion.isEmpty ? "an older one" : entry.readerVersion
    let facts = [
      ("id", entry.fingerprint.description), ("place", entry.source),
      ("bytes", "\(grouped(entry.range.lowerBound))–\(grouped(entry.range.upperBound))"),
      ("size", counted(entry.range.count, "byte") + (entry.isKept ? "" : ", not kept")),
      ("reason", entry.reason), ("detail", entry.detail),
      ("first seen", entry.seenAt.description), ("reader", "version \(version)"),
      ("read as", entry.form == .unknown ? "whatever it turns out to be" : entry.form.rawValue),
    ]
    return facts.map { Style.dim(padded($0, 12)) + displayedLine($1) }
  }

  /// Bytes as hexadecimal digits and as ASCII, 16 a line; what is not printable is a dot.
  static func preview(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: 16).map { start in
      let line = bytes[start..<min(start + 16, bytes.count)]
      let digits = line.map { hexadecimal(Int($0), 2) }.joined(separator: " ")
      let text = String(
        decoding: line.map { (0x20...0x7E).contains($0) ? $0 : 0x2E }, as: UTF8.self)
      return Style.dim(hexadecimal(start, 6)) + "  " + padded(digits, 49) + text
    }
  }

  /// A schema-1 line.
  static func line(_ entry: QuarantineEntry) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { line in
      line.member("schema", 1)
      line.member("line", "quarantine")
      line.member("id", entry.fingerprint.description)
      line.member("source", entry.source)
      line.member("start", entry.range.lowerBound)
      line.member("end", entry.range.upperBound)
      line.member("reason", entry.reason)
      line.member("detail", entry.detail)
      line.member("isKept", entry.isKept)
      line.member("seen", entry.seenAt.description)
      line.member("reader", entry.readerVersion.isEmpty ? nil : entry.readerVersion)
    }
    writer.endLine()
    return writer.bytes
  }

  /// "999 B", "12 kB", "1.2 MB".
  private static func size(_ byteCount: Int) -> String {
    if byteCount < 1_000 { return "\(byteCount) B" }
    return byteCount < 1_000_000 ? "\(byteCount / 1_000) kB" : megabytes(byteCount)
  }

  private static func hexadecimal(_ value: Int, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
