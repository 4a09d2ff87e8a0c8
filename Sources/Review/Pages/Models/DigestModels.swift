import Complaints

/// The weeks that have been told.
struct DigestsModel: Sendable {
  /// One week as told.
  struct Entry: Sendable {
    /// The week.
    var week: Week
    /// Counts up from 1; later ones say what changed.
    var revision: Int
    /// When it was frozen.
    var frozenAt: Timestamp
  }
  /// The newest week first.
  var entries: [Entry]
}

/// One week's letter in its frame; the letter itself is at `/digest/{week}/letter`.
struct DigestModel: Sendable {
  /// The week with its newest revision.
  var entry: DigestsModel.Entry
  /// The week told before it.
  var previous: Week?
  /// The week told after it.
  var next: Week?
}
