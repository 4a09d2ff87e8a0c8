import Complaints

/// What surrounds every page of the desk: the rail, the notice, and where the page itself stands.
struct Chrome: Sendable {
  /// The places of the rail, in order.
  enum Section: String, Sendable, CaseIterable {
    case queue, problems, backlog, digests
  }

  /// The name of the person at the desk.
  var reviewer: String
  /// The place that the page belongs to; nil for none (an error).
  var section: Section?
  /// The page's own path with its query ("/queue?order=newest"), for forms to come back to.
  var path: String
  /// The present moment: ages are told from it.
  var now: Timestamp
  /// How much waits at each place; places without a number show none.
  var counts: [Section: Int] = [:]
  /// What the last action did, or why it was refused.
  var notice: Notice?
  /// Whether the reviewer has a decision that can be undone.
  var canUndo = false
}

/// One sentence about the last action.
struct Notice: Sendable, Equatable {
  /// The sentence: "Rejected 'Not available': somebody else's words."
  var text: String
  /// Whether the action was refused.
  var isRefusal = false
}
