import Backlog
import Complaints

/// An item or a candidate as it leaves the store.
struct BacklogRecord {
  /// The item's number; nil for a candidate.
  var number: Int?
  var kind: ItemKind?
  /// Nil for a candidate.
  var state: ItemState?
  /// Since when it stands there.
  var since: Timestamp?
  var opened: Timestamp?
  var title: String
  var change: String?
  /// What the catalogue recommends against the failure types.
  var prevention: String?
  var owner: String?
  var due: Day?
  var problems: [Problem]
  var rootCause: RootCause?
  var acceptance: Acceptance?
  /// Cases in the last 13 weeks.
  var cases: Int
  /// Cases in the 13 weeks before.
  var priorCases: Int
  var casesSinceOpened: Int?
  var trial: Trial?
  var signals: [Signal]
  var examples: [Example] = []

  /// "PB-12"; a candidate's problem key.
  var label: String { number.map { "PB-\($0)" } ?? problems.first?.key ?? "" }
  /// The "line" of the JSON Lines form.
  var line: String { number == nil ? "candidate" : "item" }
}

extension BacklogRecord {
  init(_ line: ItemLine, _ catalogue: Catalogue) {
    let item = line.item
    number = item.number
    kind = item.kind
    state = item.state
    since = item.stateSince
    opened = item.openedAt
    title = item.title
    change = item.change
    prevention = BacklogRecord.prevention(of: item.problems, catalogue)
    owner = item.owner
    due = item.dueDay
    problems = item.problems
    rootCause = item.rootCause
    acceptance = item.acceptance
    cases = line.recentCases
    priorCases = line.priorCases
    casesSinceOpened = line.casesSinceOpened
    trial = line.trial
    signals = line.signals
  }

  init(_ candidate: Candidate, _ catalogue: Catalogue) {
    title = catalogue.title(of: candidate.problem)
    prevention = BacklogRecord.prevention(of: [candidate.problem], catalogue)
    problems = [candidate.problem]
    cases = candidate.recentCases
    priorCases = candidate.priorCases
    signals = candidate.signal.map { [$0] } ?? []
  }

  /// The recommendations against the problems' types, each once; nil where none is known.
  private static func prevention(of problems: [Problem], _ catalogue: Catalogue) -> String? {
    var texts: [String] = []
    for text in problems.compactMap({ catalogue.prevention(of: $0.type) })
    where !texts.contains(text) {
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }
}
