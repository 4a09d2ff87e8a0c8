import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// Why no week can be told now; nil where the store is whole.
  func obstacle(days: LocalDays) throws(Failure) -> DigestRefusal? {
    try read { database in
      let run = try Row.fetchOne(
        database, sql: "SELECT startedAt, isFinished FROM run ORDER BY id DESC LIMIT 1")
      if let run, run[1] == false { return .unfinishedRun(Timestamp(seconds: run[0])) }
      let derivation = try Row.fetchOne(
        database, sql: "SELECT isFresh, timeZone, verbatimCount FROM derivation")
      // Verdicts of a generation belong to stored verbatims: two counts tell whether one is missing.
      let verbatims: Int = derivation?[2] ?? 0
      let verdicts =
        try Int.fetchOne(
          database, sql: "SELECT verdictCount FROM generation WHERE state = 'current'") ?? 0
      if verdicts < verbatims { return .unjudged(verbatims - verdicts) }
      guard let derivation, derivation[0] == true, derivation[1] == days.timeZone else {
        return verbatims == 0 ? .noComplaint : .staleCases
      }
      return nil
    }
  }

  /// The first week with a dated case; nil where there is none.
  func firstWeek() throws(Failure) -> Week? {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT min(week) FROM complaintCase")
        .map { Day(number: $0).week }
    }
  }
}
