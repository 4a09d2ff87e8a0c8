import Complaints

/// Verbatims, told to people.
enum VerbatimView {
  /// A headline and a line for each passage.
  static func tree(_ verbatim: Verbatim) -> String {
    var lines = [headline(verbatim)]
    let bytes = Array(verbatim.text.utf8)
    let passages = verbatim.passages.filter { !$0.range.isEmpty }
    for (index, passage) in passages.enumerated() {
      let branch = index == passages.count - 1 ? "└─" : "├─"
      let who = passage.speaker.map { displayed($0) } ?? role(passage)
      let label = "\(branch) \(pad(passage.kind.rawValue, 11)) \(pad(oneLine(who, width: 12), 12)) "
      let words = oneLine(
        String(decoding: bytes[passage.range].prefix(600), as: UTF8.self),
        width: max(20, Console.width - label.count))
      let isOwn = passage.kind == .body || passage.kind == .turn || passage.kind == .formField
      lines.append(Style.dim(label) + (isOwn ? words : Style.dim(words)))
    }
    for warning in verbatim.warnings { lines.append(Style.yellow("   ! \(displayed(warning))")) }
    return lines.joined(separator: "\n")
  }

  /// A headline and the whole text.
  static func text(_ verbatim: Verbatim) -> String {
    headline(verbatim) + "\n" + displayed(verbatim.text) + "\n"
  }

  /// "mail/inbox.mbox#17  mail · customer · en · 2026-11-17 08:12 · “Subject”  3f2a91c0".
  static func headline(_ verbatim: Verbatim) -> String {
    var facts = [verbatim.part.rawValue, verbatim.role.rawValue, verbatim.language]
    if verbatim.documentClass != .human { facts.append(verbatim.documentClass.rawValue) }
    if let received = verbatim.received {
      facts.append(String(received.description.prefix(16)).replacing("T", with: " "))
    }
    if let title = verbatim.title, !title.isEmpty {
      facts.append("“\(oneLine(title, width: 48))”")
    }
    let place = displayed(verbatim.source.description)
    return Style.bold(place) + "  " + facts.joined(separator: " · ") + "  "
      + Style.dim(String(verbatim.id.description.prefix(8)))
  }

  private static func role(_ passage: Passage) -> String {
    passage.confidence < 1
      ? "\(passage.role.rawValue) \(Int(passage.confidence * 100)) %" : passage.role.rawValue
  }

  /// The text with spaces behind it up to a width.
  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
