import Complaints
import Store

extension NightlyRun {
  /// How many stored verbatims go to a worker, and into a transaction, at once.
  private static let pageCount = 128

  /// Judges stored verbatims that this rule set has not judged yet: read, judged and stored at the
  /// same time, in bounded pages.
  ///
  /// - Returns: how many there were.
  func rejudge(_ generation: Int64) throws -> Int {
    let total = try store.unjudgedCount(in: generation)
    guard total > 0 else { return 0 }
    var done = 0
    let store = store
    try workforce.stream { put in
      var last: Int64 = 0
      while true {
        let page = try store.unjudged(
          in: generation, after: last, limit: NightlyRun.pageCount)
        guard let end = page.last else { return }
        last = end.rowID
        try put(page, page.reduce(0) { $0 + $1.verbatim.text.utf8.count })
      }
    } work: { worker, page in
      page.compactMap { stored in
        worker.verdict(on: stored.verbatim).map { (rowID: stored.rowID, verdict: $0) }
      }
    } take: { verdicts in
      _ = try store.insert(verdicts, generation: generation)
      done += verdicts.count
      tell(.rejudging(done: done, total: total))
      try stopIfTold()
    }
    return done
  }
}
