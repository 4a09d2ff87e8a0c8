import Complaints

/// Writes a week's facts as a letter; words are looked up, never kept.
struct LetterWriter {
  /// What an item was called at the end of the week.
  struct ItemWords {
    var title: String
    var owner: String?
  }

  /// A verbatim's text, and the names that its own labels give.
  struct Source {
    var text: String
    var names: [String]
  }

  let facts: DigestFacts
  let catalogue: Catalogue
  /// By number.
  var items: [Int: ItemWords] = [:]
  /// By the verbatim's fingerprint; what is not there is erased.
  var sources: [String: Source] = [:]

  /// The letter.
  func letter() -> Letter {
    let week = Week(facts.week)
    let sections = [
      whatChanged, trials, known, largest, newest, calls, thanks, unread, method,
    ].compactMap(\.self)
    return Letter(
      subject: subject(decisions: sections.flatMap(\.points).count { $0.ask != nil }),
      heading: week.map { "Complaints, week \($0.number) of \($0.year)" } ?? "Complaints",
      dates: week.map(Wording.days) ?? facts.week, opening: opening, summary: summary,
      revisionNote: facts.revision == 1
        ? nil : "This is revision \(facts.revision). Against the one before:",
      corrections: facts.corrections.map { "\($0.figure): \($0.after), was \($0.before)" },
      sections: sections, imprint: "\(facts.week), revision \(facts.revision)")
  }

  /// "Complaints 2026-W46: one problem rising, one fix verified, 4 calls".
  private func subject(decisions: Int) -> String {
    var news: [String] = []
    let new = facts.rises.count { $0.isNew }
    let old = facts.rises.count - new
    if new > 0 { news.append("\(Wording.spelled(new, "problem")) rising") }
    if new == 0, old > 0 { news.append("\(Wording.spelled(old, "problem")) still raised") }
    news += judged
    if news.isEmpty { news.append(isYoung ? "counts only" : "nothing unusual") }
    if decisions > 0 { news.append("\(Wording.spelled(decisions, "decision")) wanted") }
    if !facts.calls.isEmpty { news.append(Wording.count(facts.calls.count, "call")) }
    return "Complaints \(facts.week): \(news.joined(separator: ", "))"
  }

  /// "one fix verified".
  private var judged: [String] {
    let words = [
      "regressed": "come back", "verified": "verified", "ineffective": "without effect",
      "inconclusive": "inconclusive",
    ]
    return ["regressed", "verified", "ineffective", "inconclusive"].compactMap { kind in
      let count = facts.changes.count { $0.kind == kind }
      return count == 0
        ? nil : "\(Wording.spelled(count, "fix", "fixes")) \(words[kind] ?? kind)"
    }
  }

  /// The first sentence.
  private var opening: String {
    guard !isYoung else {
      let weeks = facts.method.weeks
      return
        "This letter only counts: \(Wording.count(weeks, "week")) \(weeks == 1 ? "is" : "are") "
        + "too few to tell what is unusual (12 are needed before the week)."
    }
    let watched = facts.method.watched
    guard watched > 0 else {
      return "Nothing can be called unusual yet: no problem has had 5 cases within 13 weeks, "
        + "so this letter only counts."
    }
    let names = facts.rises.filter(\.isNew).map { "“\(title($0.problem))”" }
    let n = "\(Wording.count(watched, "problem")) watched"
    if let first = names.first {
      let head = Wording.sentence(Wording.spelled(names.count))
      let verb = names.count == 1 ? "is" : "are"
      return "\(head) of \(n) \(verb) rising"
        + (names.count > 3 ? ", \(first) among them." : ": \(Wording.list(names)).")
    }
    guard facts.rises.isEmpty else {
      let verb = facts.rises.count == 1 ? "is" : "are"
      return "No new signal: \(n), of which \(Wording.spelled(facts.rises.count)) "
        + "\(verb) still above the usual range."
    }
    return "Nothing unusual: \(n), none above its usual range."
  }

  /// "One fix verified. The week had 41 new cases and 44 contacts."
  private var summary: String {
    (judged.isEmpty ? "" : Wording.sentence(Wording.list(judged)) + ". ")
      + "The week had \(Wording.count(facts.method.cases, "new case")) and "
      + "\(Wording.count(facts.method.contacts, "contact"))."
  }

  /// Whether no problem could be compared yet: fewer than 12 weeks lie before this one.
  var isYoung: Bool { facts.method.weeks <= 12 }

  /// A problem's name by its key.
  func title(_ key: String) -> String {
    Problem(key: key).map(catalogue.title(of:)) ?? key
  }

  /// "PB-1 Bookings reserve their parts".
  func name(_ item: Int) -> String {
    items[item].map { "PB-\(item) \($0.title)" } ?? "PB-\(item)"
  }
}
