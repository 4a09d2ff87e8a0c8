import Complaints
import Store

/// The archive of digests as its template shows it.
struct DigestsView: Sendable {
  let rows: [Row]
  let hasRows: Bool

  /// One week.
  struct Row: Sendable {
    let week: String
    let days: String
    let path: String
    let told: String
    /// Only from the second on.
    let revision: String?
  }

  /// The archive in words.
  init(_ model: DigestsModel, _ pages: ReviewPages) {
    rows = model.entries.map { Row($0, pages) }
    hasRows = !rows.isEmpty
  }
}

extension DigestsView.Row {
  /// A week in words.
  init(_ entry: DigestsModel.Entry, _ pages: ReviewPages) {
    week = entry.week.description
    days = Wording.days(of: entry.week)
    path = "/digest/\(entry.week)"
    told = Wording.day(pages.days.day(of: entry.frozenAt))
    revision = entry.revision > 1 ? "Revision \(entry.revision)" : nil
  }
}

/// One week's letter in its frame.
struct DigestView: Sendable {
  let entry: DigestsView.Row
  let letterPath: String
  let previous: Neighbour?
  let next: Neighbour?

  /// The week before or after.
  struct Neighbour: Sendable {
    let week: String
    let path: String
  }

  /// A letter with its neighbours.
  init(_ model: DigestModel, _ pages: ReviewPages) {
    entry = DigestsView.Row(model.entry, pages)
    letterPath = "/digest/\(model.entry.week)/letter"
    let neighbour = { (week: Week) in Neighbour(week: week.description, path: "/digest/\(week)") }
    previous = model.previous.map(neighbour)
    next = model.next.map(neighbour)
  }
}
