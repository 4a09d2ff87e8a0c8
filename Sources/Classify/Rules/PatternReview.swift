import Complaints

/// Looks for patterns that can do nothing, or that would match nearly everywhere.
struct PatternReview {
  private(set) var diagnostics: [Diagnostic] = []
  let rules: [Rule]
  let classes: SymbolClasses
  let symbols: Symbols
  /// The patterns of each rule with their places, as far as they can be compiled.
  let evidence: [[RulePatterns.Entry]]

  /// A group with more branches belongs into a word list.
  static let mostBranches = 500
  /// Rules with more patterns are not searched for patterns that hold one another.
  private static let mostCompared = 200

  init(_ rules: [Rule], _ patterns: RulePatterns, _ compiler: RuleCompiler) {
    self.rules = rules
    classes = compiler.classes
    symbols = compiler.symbols
    var evidence = [[RulePatterns.Entry]](repeating: [], count: rules.count)
    // A word list that cannot be filled in stands for no word and is reported as such.
    for entry in patterns.evidence where compiler.classes.haveWords(entry.nodes) {
      evidence[entry.owner].append(entry)
    }
    self.evidence = evidence
    let contexts = Dictionary(grouping: patterns.contexts, by: \.owner)
    for (index, rule) in rules.enumerated() where rule.status != .retired {
      checkUnless(contexts[Int(patterns.unlessContext[index])] ?? [], index)
      checkRepetition(index)
      for entry in evidence[index] { checkWords(entry) }
      for pattern in rule.any + rule.unless + (rule.with?.patterns ?? []) {
        checkBranches(pattern, rule)
      }
    }
    checkTwins()
  }

  mutating func report(
    _ code: String, _ message: String, _ file: String, _ place: YAMLValue.Place
  ) {
    diagnostics.append(
      Diagnostic(
        file: file, line: place.line, column: place.column, severity: .warning, code: code,
        message: message))
  }

  /// `unless` patterns that no match of the rule can ever touch.
  private mutating func checkUnless(_ exceptions: [RulePatterns.Entry], _ rule: Int) {
    guard !exceptions.isEmpty, !evidence[rule].isEmpty else { return }
    let found = evidence[rule].map { PatternGraph($0.nodes) }
    for exception in exceptions {
      guard let graph = PatternGraph(exception.nodes) else { continue }
      let isPossible = found.contains { $0?.canOverlap(graph, classes) ?? true }
      if !isPossible {
        report(
          "R019", "this 'unless' can overlap no match of 'any' in rule '\(rules[rule].id)'",
          exception.file, exception.place)
      }
    }
  }

  /// Patterns that stand twice in a rule, and those in which another one always matches.
  private mutating func checkRepetition(_ rule: Int) {
    let entries = evidence[rule]
    var first: [[Node]: YAMLValue.Place] = [:]
    var isTwin = [Bool](repeating: false, count: entries.count)
    for (index, entry) in entries.enumerated() {
      if let place = first[entry.nodes] {
        isTwin[index] = true
        report(
          "R020", "the same pattern stands in line \(place.line)", entry.file, entry.place)
      } else {
        first[entry.nodes] = entry.place
      }
    }
    guard entries.count <= PatternReview.mostCompared else { return }
    let graphs = entries.map { PatternGraph($0.nodes) }
    let found = entries.map { PatternReview.classes(in: $0.nodes) }
    // A word that must occur; most patterns have none that fits.
    let needed = entries.map { entry in
      entry.nodes.compactMap { if case .symbols(let id) = $0 { id } else { nil } }
        .min { classes.members[$0].count < classes.members[$1].count }
    }
    for (index, entry) in entries.enumerated() where !isTwin[index] {
      let holder = graphs.indices.first { other in
        guard other != index, !isTwin[other], let graph = graphs[other],
          needed[other].map({ id in found[index].contains { classes.holds(id, $0) } }) ?? true
        else { return false }
        return graph.isInEvery(entry.nodes, classes)
      }
      guard let holder else { continue }
      report(
        "R021",
        "wherever this matches, the pattern in line \(entries[holder].place.line) matches in it",
        entry.file, entry.place)
    }
  }

  /// The classes of all words of a pattern.
  private static func classes(in nodes: [Node]) -> Set<Int> {
    nodes.reduce(into: []) { found, node in
      switch node {
      case .symbols(let id): found.insert(id)
      case .choice(let choice):
        for branch in choice.branches { found.formUnion(classes(in: branch)) }
      case .gap, .start, .question: break
      }
    }
  }
}

extension SymbolClasses {
  /// Whether every place of a pattern has a word that fits.
  fileprivate func haveWords(_ nodes: [Node]) -> Bool {
    nodes.allSatisfy { node in
      switch node {
      case .symbols(let id): !members[id].isEmpty
      case .choice(let choice): choice.branches.allSatisfy(haveWords)
      case .gap, .start, .question: true
      }
    }
  }
}
