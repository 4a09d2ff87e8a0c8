/// What can put complaints into one case with others.
struct Ties {
  /// Cases, by the rows of their first complaints as they were.
  var members: [Int64] = []
  /// Pseudonyms.
  var persons: [String] = []
  /// The same words by anybody.
  var words: [Int64] = []
}
