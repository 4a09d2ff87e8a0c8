import Complaints

/// Verbatims, told to people.
enum VerbatimView {
  /// A headline and a line for each passage.
  static func tree(_ verbatim: Verbatim) -> String {
    var lines = [headline(verbatim)]
    let bytes = Array(verbatim.text.utf8)
    let passages = verbatim.passages.filter { !$0.range.isEmpty }
    for (index, passage) in passages.enumerated() {
      let isOwn = passage.kind == .body || passage.kind == .turn || passage.kind == .formField
      var row = StyledRow()
      row.add(index == passages.count - 1 ? "└─" : "├─", .dim, width: 3)
      row.add(passage.kind.rawValue, .dim, width: 12)
      row.add(oneLine(passage.speaker ?? role(passage), width: 12), .dim, width: 12)
      row.gap()
      let words = String(decoding: bytes[passage.range].prefix(600), as: UTF8.self)
      row.add(oneLine(words, width: .max), isOwn ? nil : .dim)
      lines.append(row.line(limit: Console.width))
    }
    for warning in verbatim.warnings {
      var row = StyledRow()
      row.gap(3)
      row.add("! " + warning, .yellow)
      lines.append(row.line(limit: Console.isTerminal ? Console.width : .max))
    }
    return lines.joined(separator: "\n")
  }

  /// A headline and the whole text.
  static func text(_ verbatim: Verbatim) -> String {
    headline(verbatim) + "\n" + displayed(verbatim.text) + "\n"
  }

  /// "mail/inbox.mbox#17  mail · customer · en · 2026-11-17 08:12 · “Subject”  3f2a91c0", cut to
  /// the terminal: the title first, then the beginning of the place.
  static func headline(_ verbatim: Verbatim, note: (words: String, style: Style)? = nil) -> String {
    let width = Console.isTerminal ? Console.width : .max
    let place = displayedLine(verbatim.source.description)
    let bare = headline(verbatim, note, place: place, title: nil).width
    if let title = verbatim.title, !title.isEmpty, width - bare >= 12 {
      let cut = oneLine(title, width: min(48, width - bare - 5))
      return headline(verbatim, note, place: place, title: cut).line(limit: width)
    }
    let excess = max(0, bare - width)
    let end = ending(of: place, width: max(8, columns(of: place) - excess))
    return headline(verbatim, note, place: end, title: nil).line(limit: width)
  }

  private static func headline(
    _ verbatim: Verbatim, _ note: (words: String, style: Style)?, place: String, title: String?
  ) -> StyledRow {
    var facts = [verbatim.part.rawValue, verbatim.role.rawValue, verbatim.language]
    if verbatim.documentClass != .human { facts.append(verbatim.documentClass.rawValue) }
    if let received = verbatim.received {
      facts.append(String(received.description.prefix(16)).replacing("T", with: " "))
    }
    if let title { facts.append("“\(title)”") }
    var row = StyledRow()
    row.add(place, .bold)
    row.gap(2)
    row.add(facts.joined(separator: " · "))
    row.gap(2)
    row.add(String(verbatim.id.description.prefix(8)), .dim)
    if let note {
      row.gap(2)
      row.add(note.words, note.style)
    }
    return row
  }

  private static func role(_ passage: Passage) -> String {
    passage.confidence < 1
      ? "\(passage.role.rawValue) \(Int(passage.confidence * 100)) %" : passage.role.rawValue
  }
}
