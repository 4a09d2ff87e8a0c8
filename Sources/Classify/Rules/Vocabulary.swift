/// The words and prefixes that the patterns of a folder are made of.
struct Vocabulary {
  private(set) var words: Set<String> = []
  private(set) var prefixes: Set<String> = []
  private var inflected: Set<String> = []

  /// Reads every pattern of a folder.
  init(of folder: RuleFolder) {
    for rule in folder.rules { add(rule.any + rule.unless + (rule.with?.patterns ?? [])) }
    for item in folder.guards { add(item.forward + item.backward) }
    add(folder.pseudo + folder.stops)
    for lexicon in folder.lexicons.values { add(lexicon.entries) }
    for word in inflected { words.formUnion(Inflection.forms(of: word)) }
  }

  private mutating func add(_ patterns: [Rule.WrittenPattern]) {
    for pattern in patterns { add(pattern.pattern.elements) }
  }

  private mutating func add(_ elements: [Pattern.Element]) {
    for element in elements {
      switch element {
      case .word(let word): words.insert(word)
      case .inflected(let word): inflected.insert(word)
      case .prefix(let prefix): prefixes.insert(prefix)
      case .choice(let branches): for branch in branches { add(branch) }
      case .lexicon, .number, .money, .questionMark, .sentenceStart, .gap: break
      }
    }
  }
}
