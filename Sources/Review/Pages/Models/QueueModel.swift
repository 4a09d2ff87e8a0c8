import Complaints

/// The review queue: what waits for a person, and in which order.
struct QueueModel: Sendable {
  /// What is shown.
  var query: QueueQuery
  /// Everything that waits, whatever is filtered by.
  var openCount: Int
  /// Of these, what could not be scored.
  var unscoredCount: Int
  /// Of these, complaints without any failure tag.
  var untaggedCount: Int
  /// What waits and passes the filters; no more than are looked at.
  var matchingCount: Int
  /// The choices of each facet with what waits behind them, most first; facets without a choice
  /// are left out.
  var facets: [(facet: QueueQuery.Facet, choices: [Choice])]
  /// One page of the queue.
  var rows: [Row]
  /// The position of the first row among all that match: counts up from 1.
  var firstPosition = 1
  /// How many are looked at where more match; nil: all of them.
  var facetSample: Int?

  /// One value of a facet.
  struct Choice: Sendable {
    /// The value, as in the address.
    var value: String
    /// What waits behind it.
    var count: Int
  }

  /// One complaint that waits.
  struct Row: Sendable {
    /// Names the verbatim.
    var id: Fingerprint
    /// When it was received.
    var received: Timestamp?
    /// How it came.
    var channel: Channel
    /// Its document's title.
    var title: String?
    /// The words of the strongest evidence, or the beginning of the customer's own words.
    var excerpt: String
    /// Failures as the rules gave them, strongest first, with their scores, and whether they were
    /// nearly not given.
    var failures: [(problem: Problem, score: Double, isClose: Bool)]
    /// As in the table `contact`: −1 not scored, 0 no failure tag, else the least distance of a
    /// failure's score from the one from which it is given.
    var margin: Double
    /// Why it was not scored.
    var unscored: UnscoredReason?
  }

  /// Whether there are more after this page.
  var hasMore: Bool { firstPosition + rows.count <= matchingCount }
}
