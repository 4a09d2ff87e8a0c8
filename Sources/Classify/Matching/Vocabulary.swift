/// The words and prefixes that patterns are made of.
struct Vocabulary {
  /// Words that are what was written.
  var written: Set<String> = []
  /// Words that something else was written for: "did" and "not" for "didn't".
  var derived: Set<String> = []
  /// Words that stand for all their forms.
  var inflected: Set<String> = []
  var prefixes: Set<String> = []

  /// Every word, with the forms of those that have any.
  var words: Set<String> {
    inflected.reduce(into: written.union(derived)) { $0.formUnion(Inflection.forms(of: $1)) }
  }
}
