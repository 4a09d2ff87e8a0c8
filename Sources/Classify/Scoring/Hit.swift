/// One match of a rule in a text, with the reason why it does not count, if there is one.
struct Hit: Equatable {
  /// Index of the rule in the rule set.
  var rule: Int
  /// Half-open range of token indexes.
  var range: Range<Int>
  var sentence: Int
  var reason: Reason?
  /// The words of the guard or the `unless` pattern that cancelled or labelled the hit.
  var cue: Range<Int>?
  var isAboutOther = false
  /// The words that say that it is long over; nil when nothing says so.
  var past: Range<Int>?
}
