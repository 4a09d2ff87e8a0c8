import Complaints

/// Turns written patterns into nodes: word lists resolved, words numbered.
struct RuleCompiler {
  var diagnostics: [Diagnostic] = []
  private var lexicons: [String: RuleFolder.Lexicon]
  private(set) var symbols = Symbols(words: [], prefixes: [])
  private(set) var classes = SymbolClasses(symbols: Symbols(words: [], prefixes: []))
  /// The nodes of word lists; those that cannot be resolved stand for no word.
  private var lexiconNodes: [String: Node] = [:]
  private var numbers: [Symbols.Symbol] = []
  /// The nodes of elements that stand for several words, each made once.
  private var wordSets: [Pattern.Element: Node] = [:]
  /// Words and prefixes by their first four letters, which every prefix has.
  private var beginnings: [UInt32: [(name: String, symbol: Symbols.Symbol)]] = [:]

  /// The symbols that all patterns of a folder use, and a compiler for them.
  init(_ folder: RuleFolder, organisation: Organisation) {
    lexicons = folder.lexicons
    var words = folder.vocabulary.words
    for name in organisation.names { words.formUnion(Wording.words(of: name)) }
    words.formUnion(RuleCompiler.numberWords)
    words.formUnion(RuleCompiler.currencyWords)
    words.formUnion(TimeWords.vocabulary)
    symbols = Symbols(words: words, prefixes: folder.vocabulary.prefixes)
    classes = SymbolClasses(symbols: symbols)
    numbers = numberSymbols()
    for (index, name) in (symbols.names + symbols.prefixes).enumerated() where index > 1 {
      beginnings[RuleCompiler.beginning(of: name), default: []].append(
        (name, Symbols.Symbol(index)))
    }
    resolveLexicons()
  }

  /// The nodes of one pattern; nil when it names an unknown word list.
  mutating func nodes(_ pattern: Rule.WrittenPattern, file: String) -> [Node]? {
    let before = diagnostics.count
    let nodes = nodes(pattern.pattern.elements, pattern, file)
    return diagnostics.count == before ? nodes : nil
  }

  /// The organisation's names as patterns.
  mutating func names(of organisation: Organisation) -> [[Node]] {
    organisation.names.compactMap { name in
      let nodes = Wording.words(of: name).map { symbolNode([symbols.symbol(of: $0)]) }
      return nodes.isEmpty ? nil : nodes
    }
  }

  /// Names of word lists that no pattern uses.
  func unusedLexicons() -> [(name: String, lexicon: RuleFolder.Lexicon)] {
    lexicons.filter { !$0.value.isUsed }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Turns word lists into nodes, those first that others use; reports what cannot be resolved.
  private mutating func resolveLexicons() {
    let order = LexiconOrder(lexicons)
    for name in order.used { lexicons[name]?.isUsed = true }
    for name in order.cyclic {
      reportLexicon(name, "R010", "word list '\(name)' contains itself")
    }
    for name in order.tooLarge {
      reportLexicon(
        name, "R017",
        "word list '\(name)' is too large once the word lists in it are filled in")
    }
    for name in order.cyclic + order.tooLarge { lexiconNodes[name] = symbolNode([]) }
    for name in order.resolved {
      guard let lexicon = lexicons[name] else { continue }
      var alternatives = Alternatives()
      for entry in lexicon.entries {
        add(entry.pattern.elements, to: &alternatives, entry, lexicon.file)
      }
      lexiconNodes[name] = node(alternatives)
    }
  }

  private mutating func reportLexicon(_ name: String, _ code: String, _ message: String) {
    guard let lexicon = lexicons[name] else { return }
    report(code, message, lexicon.file, lexicon.place)
  }

  mutating func nodes(
    _ elements: [Pattern.Element], _ pattern: Rule.WrittenPattern, _ file: String
  ) -> [Node] {
    elements.map { node($0, pattern, file) }
  }

  mutating func node(
    _ element: Pattern.Element, _ pattern: Rule.WrittenPattern, _ file: String
  ) -> Node {
    switch element {
    case .word(let word): return .symbols(classes.classID(of: symbols.symbol(of: word)))
    case .gap(let low, let high): return .gap(low, high)
    case .questionMark: return .question
    case .sentenceStart: return .start
    case .inflected, .prefix, .number, .money:
      if let node = wordSets[element] { return node }
      let node = wordSet(element)
      wordSets[element] = node
      return node
    case .choice(let branches):
      var alternatives = Alternatives()
      for branch in branches {
        if case .run(let elements) = branch {
          add(elements, to: &alternatives, pattern, file)
        } else {
          add(branch, to: &alternatives, pattern, file)
        }
      }
      return node(alternatives)
    case .run(let elements): return .choice(Choice([nodes(elements, pattern, file)]))
    case .lexicon(let name):
      lexicons[name]?.isUsed = true
      if let node = lexiconNodes[name] { return node }
      let hint = nearest(to: name, among: lexicons.keys.sorted()).map { "; did you mean '@\($0)'?" }
      report(
        "R009", "unknown word list '@\(name)' in \"\(pattern.text)\"\(hint ?? "")", file,
        pattern.place)
      return symbolNode([])
    }
  }

  /// The node of an element that stands for several words.
  private mutating func wordSet(_ element: Pattern.Element) -> Node {
    switch element {
    case .inflected(let word): symbolNode(Inflection.forms(of: word).map(symbols.symbol))
    case .prefix(let prefix): symbolNode(symbolsBeginning(with: prefix))
    case .number: symbolNode(numbers)
    case .money: money()
    case .word, .questionMark, .sentenceStart, .gap, .choice, .run, .lexicon: symbolNode([])
    }
  }

  mutating func symbolNode(_ symbols: [Symbols.Symbol]) -> Node {
    .symbols(classes.classID(of: symbols))
  }

  private func symbolsBeginning(with prefix: String) -> [Symbols.Symbol] {
    let candidates = beginnings[RuleCompiler.beginning(of: prefix)] ?? []
    return candidates.filter { $0.name.hasPrefix(prefix) }.map(\.symbol)
  }

  private static func beginning(of word: String) -> UInt32 {
    word.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func numberSymbols() -> [Symbols.Symbol] {
    var found = [Symbols.number]
    for (index, name) in symbols.names.enumerated() where index > 1 {
      let isDigits = name.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
      if isDigits || RuleCompiler.numberWords.contains(name) {
        found.append(Symbols.Symbol(index))
      }
    }
    return found
  }

  /// "£5"; "30 euros", "fifty quid"; "rs 500".
  private mutating func money() -> Node {
    let number = symbolNode(numbers)
    let unit = symbolNode(RuleCompiler.currencyWords.map(symbols.symbol))
    let code = symbolNode(RuleCompiler.currencyCodes.map(symbols.symbol))
    return .choice(
      Choice([[symbolNode([Symbols.money])], [number, unit], [code, number]]))
  }

  private mutating func report(
    _ code: String, _ message: String, _ file: String, _ place: YAMLValue.Place
  ) {
    diagnostics.append(
      Diagnostic(
        file: file, line: place.line, column: place.column, code: code, message: message))
  }
}
