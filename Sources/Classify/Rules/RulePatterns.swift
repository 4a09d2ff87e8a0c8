import Complaints

/// The patterns of all rules and guards as nodes, numbered for the three automata of a rule set.
struct RulePatterns {
  /// A pattern and what its matches are called.
  struct Entry {
    var owner: Int
    var nodes: [Node]
    /// Where it stands, for messages.
    var file: String
    var place: YAMLValue.Place
  }

  private(set) var evidence: [Entry] = []
  private(set) var contexts: [Entry] = []
  private(set) var cues: [Entry] = []
  private(set) var cueKinds: [RuleSet.CueKind] = []
  /// For each rule the context index of its `unless` patterns, -1 without.
  private(set) var unlessContext: [Int32] = []
  /// For each rule the context index of its `with` patterns, -1 without.
  private(set) var withContext: [Int32] = []
  /// For each rule the nodes of its `any` patterns.
  private(set) var evidenceNodes: [[[Node]]] = []
  private(set) var organisationContext: Int32 = -1
  private var contextCount: Int32 = 0

  init(
    _ rules: [Rule], _ folder: RuleFolder, _ organisation: Organisation,
    with compiler: inout RuleCompiler
  ) {
    for (index, rule) in rules.enumerated() {
      let entries = RulePatterns.entries(rule.any, owner: index, file: rule.file, &compiler)
      evidence += entries
      evidenceNodes.append(entries.map(\.nodes))
      unlessContext.append(context(rule.unless, rule.file, &compiler))
      withContext.append(context(rule.with?.patterns ?? [], rule.file, &compiler))
    }
    for nodes in compiler.names(of: organisation) {
      organisationContext = contextCount
      contexts.append(
        Entry(
          owner: Int(contextCount), nodes: nodes, file: "organisation",
          place: YAMLValue.Place(line: 0, column: 0)))
    }
    for (index, item) in folder.guards.enumerated() {
      add(item.forward, .forward(index), folder.guardsPath, &compiler)
      add(item.backward, .backward(index), folder.guardsPath, &compiler)
    }
    add(folder.pseudo, .pseudo, folder.guardsPath, &compiler)
    add(folder.stops, .stop, folder.guardsPath, &compiler)
  }

  private static func entries(
    _ patterns: [Rule.WrittenPattern], owner: Int, file: String, _ compiler: inout RuleCompiler
  ) -> [Entry] {
    var entries: [Entry] = []
    for pattern in patterns {
      guard let nodes = compiler.nodes(pattern, file: file) else { continue }
      entries.append(Entry(owner: owner, nodes: nodes, file: file, place: pattern.place))
    }
    return entries
  }

  private mutating func context(
    _ patterns: [Rule.WrittenPattern], _ file: String, _ compiler: inout RuleCompiler
  ) -> Int32 {
    guard !patterns.isEmpty else { return -1 }
    contexts += RulePatterns.entries(patterns, owner: Int(contextCount), file: file, &compiler)
    contextCount += 1
    return contextCount - 1
  }

  private mutating func add(
    _ patterns: [Rule.WrittenPattern], _ kind: RuleSet.CueKind, _ file: String,
    _ compiler: inout RuleCompiler
  ) {
    for pattern in patterns {
      cues += RulePatterns.entries([pattern], owner: cueKinds.count, file: file, &compiler)
      cueKinds.append(kind)
    }
  }

  /// The automaton of some entries; patterns that are too large are reported where they stand.
  func automaton(
    of entries: [Entry], isAskedByOwner: Bool = false, _ classes: inout SymbolClasses,
    _ diagnostics: inout [Diagnostic]
  ) -> Automaton {
    let (automaton, tooLarge) = Automaton.compile(
      entries.map { ($0.owner, $0.nodes) }, isAskedByOwner: isAskedByOwner, classes: &classes)
    for index in tooLarge {
      let entry = entries[index]
      diagnostics.append(
        Diagnostic(
          file: entry.file, line: entry.place.line, column: entry.place.column, code: "R017",
          message: "pattern is too large; use fewer alternatives of several words"))
    }
    return automaton
  }
}
