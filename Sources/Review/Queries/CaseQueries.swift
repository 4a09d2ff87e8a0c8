import Complaints
import Foundation
import GRDB
import Store

/// A verbatim's place among its case.
struct CaseMembers {
  /// Every contact and duplicate of the case, oldest first.
  var contacts: [(row: Int64, isDuplicate: Bool, isComplaint: Bool)] = []
  /// What the case counts for, with its cases since a week.
  var problems: [(problem: Problem, recentCases: Int)] = []
}

extension ComplaintStore {
  /// The verbatim of a fingerprint as stored; nil where there is none.
  func verbatim(_ id: Fingerprint) throws(Failure) -> StoredVerbatim? {
    guard let found = try text(ofVerbatim: id) else { return nil }
    return try verdicts(of: [found.rowID]).first
  }

  /// The fingerprint of a row; nil where there is none.
  func fingerprint(ofRow row: Int64) throws(Failure) -> Fingerprint? {
    try read { database in
      try Data.fetchOne(
        database, sql: "SELECT fingerprint FROM verbatim WHERE id = ?", arguments: [row]
      ).map(Fingerprint.init(data:))
    }
  }

  /// A verbatim's margin as stored; nil where there is nothing to review.
  func margin(ofRow row: Int64) throws(Failure) -> Double? {
    try read { database in
      try Double.fetchOne(
        database, sql: "SELECT margin FROM contact WHERE verbatimID = ?", arguments: [row])
    }
  }

  /// The case of a row, with the cases of its problems in some weeks.
  func members(
    ofCaseOf row: Int64, weeks: ClosedRange<Week>
  ) throws(Failure) -> CaseMembers {
    try read { database in
      var members = CaseMembers()
      let caseID = try Int64.fetchOne(
        database, sql: "SELECT caseID FROM contact WHERE verbatimID = ?", arguments: [row])
      guard let caseID else { return members }
      members.contacts = try Row.fetchAll(
        database,
        sql: """
          SELECT contact.verbatimID, contact.duplicateOf, \(ComplaintStore.isComplaint) AS isOne
          FROM contact CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
          LEFT JOIN generation ON generation.state = 'current'
          LEFT JOIN verdict ON verdict.generationID = generation.id
            AND verdict.verbatimID = contact.verbatimID
          WHERE contact.caseID = ? ORDER BY verbatim.received, verbatim.id LIMIT 100
          """, arguments: [caseID]
      ).map { ($0[0], $0[1] as Int64? != nil, $0[2] ?? false) }
      members.problems = try Row.fetchAll(
        database,
        sql: """
          SELECT caseProblem.type, caseProblem.touchpoint, (
            SELECT coalesce(sum(caseCount), 0) FROM problemWeek
            WHERE problemWeek.type = caseProblem.type
              AND problemWeek.touchpoint = caseProblem.touchpoint
              AND problemWeek.week BETWEEN ? AND ?)
          FROM caseProblem WHERE caseID = ? ORDER BY 1, 2
          """,
        arguments: [
          weeks.lowerBound.start.number, weeks.upperBound.start.number, caseID,
        ]
      ).map { (Problem(type: $0[0], touchpoint: $0[1]), $0[2]) }
      return members
    }
  }

  /// The rows of the complaints that count for a problem in the week received, newest first: as many
  /// as the problem has cases in it.
  func rows(
    of problem: Problem, in week: Week, until moment: Timestamp
  ) throws(Failure) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT verbatim.id FROM caseProblem
          JOIN verbatim ON verbatim.id = caseProblem.verbatimID
          WHERE caseProblem.type = ? AND caseProblem.touchpoint = ? AND caseProblem.week = ?
            AND verbatim.received <= ?
          ORDER BY verbatim.received DESC, verbatim.id DESC
          """,
        arguments: [problem.type, problem.touchpoint, week.start.number, moment.seconds])
    }
  }

  /// The number of the last thing that happened to any item; nil where nothing did.
  func lastItemEvent() throws(Failure) -> Int64? {
    try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM itemEvent") }
  }

  /// Cases of no week, because none of their complaints has a date.
  func undatedCaseCount() throws(Failure) -> Int {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM complaintCase WHERE week IS NULL") ?? 0
    }
  }

  /// Whether a reviewer has a decision that was not undone.
  func canUndo(_ reviewer: String) throws(Failure) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM decision WHERE reviewer = ? AND undoneAt IS NULL)
          """, arguments: [reviewer]) ?? false
    }
  }
}
