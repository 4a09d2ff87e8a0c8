import Backlog
import Complaints

/// The prevention backlog: items, and the problems that wait for one.
struct BacklogModel: Sendable {
  /// Items and candidates.
  var overview: Overview
}

/// One prevention item: what is changed, by whom, and whether it worked.
///
/// Forms: `POST /item/{number}/{ItemCommand}` with that command's fields: `plan` (`change`, `due`),
/// `done` (`effective`, `cut` in whole per cent), `accept` (`reason`, `reviewDay`), `reopen`
/// (`reason`), `assign` (`owner`; empty for a vacancy), `rootCause` (`text`, `knownBy`), `note`
/// (`text`). Days are written "2026-11-17".
struct ItemModel: Sendable {
  /// The item with what has been counted.
  var line: ItemLine
  /// The counts that its chart shows.
  var counts: ProblemCounts
  /// The newest complaints of its problems, newest first.
  var newest: [ComplaintLine]
}
