public import Complaints
import Text

/// Rules, word lists, guards and weights, compiled; immutable and shared by all tasks.
public struct RuleSet: Sendable {
  /// The types.
  public let taxonomy: Taxonomy
  /// All rules in the order of their ids.
  public let rules: [Rule]
  /// Names this rule set in every verdict: files, weights and organisation.
  public let fingerprint: Fingerprint

  let symbols: Symbols
  let classes: SymbolClasses
  let weights: Weights
  /// Patterns of rules; owners are rule indexes.
  let evidence: Automaton
  /// Patterns of `unless` and `with`; owners are context indexes.
  let contexts: Automaton
  /// Cues, pseudo phrases and stops; owners are cue indexes.
  let cues: Automaton
  /// For each rule the context index of its `unless` patterns, -1 without.
  let unlessContext: [Int32]
  /// For each rule the context index of its `with` patterns, -1 without.
  let withContext: [Int32]
  let cueKinds: [CueKind]
  let guards: [RuleFolder.Guard]
  /// The widest reach of a guard, in words.
  var longestReach: Int { guards.map(\.reach).max() ?? 0 }
  /// For each rule the guards that apply to it, one flag a guard.
  let appliesGuard: [[Bool]]
  /// The context index of the organisation's names, -1 without names.
  let organisationContext: Int32
  /// For each rule the nodes of its `any` patterns, for explanations.
  let evidenceNodes: [[[Node]]]

  /// What a cue pattern is.
  enum CueKind: Sendable, Equatable {
    case forward(Int)
    case backward(Int)
    case pseudo
    case stop
  }

  /// Reads and compiles the rules of a folder.
  ///
  /// - Returns: no rule set when there are errors; all diagnostics, in file order, at once.
  public static func load(
    folder path: String, organisation: Organisation = Organisation()
  ) -> (ruleSet: RuleSet?, diagnostics: [Diagnostic]) {
    compiled(RuleFolder(path: path), organisation: organisation)
  }

  /// Compiles the rules of a folder and gathers what is wrong with them.
  static func compiled(
    _ folder: RuleFolder, organisation: Organisation = Organisation()
  ) -> (ruleSet: RuleSet?, diagnostics: [Diagnostic]) {
    let (ruleSet, found) = RuleSet.compile(folder, organisation: organisation)
    var diagnostics = folder.diagnostics + found
    diagnostics.sort {
      ($0.file, $0.line, $0.column, $0.code) < ($1.file, $1.line, $1.column, $1.code)
    }
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return (hasErrors ? nil : ruleSet, diagnostics)
  }

  /// The rule with an id.
  public func rule(withID id: String) -> Rule? { rules.first { $0.id == id } }

  static func compile(
    _ folder: RuleFolder, organisation: Organisation
  ) -> (RuleSet, [Diagnostic]) {
    var compiler = RuleCompiler(folder, organisation: organisation)
    let rules = folder.rules.sorted { $0.id < $1.id }
    var evidence: [(owner: Int, nodes: [Node])] = []
    var contexts: [(owner: Int, nodes: [Node])] = []
    var evidenceNodes: [[[Node]]] = []
    var unlessContext: [Int32] = []
    var withContext: [Int32] = []
    var contextCount: Int32 = 0
    var contextRules: [Int] = []

    func context(_ patterns: [Rule.WrittenPattern], _ rule: Int) -> Int32 {
      guard !patterns.isEmpty else { return -1 }
      for pattern in patterns {
        if let nodes = compiler.nodes(pattern, file: rules[rule].file) {
          contexts.append((Int(contextCount), nodes))
        }
      }
      contextRules.append(rule)
      contextCount += 1
      return contextCount - 1
    }
    for (index, rule) in rules.enumerated() {
      let nodes = rule.any.compactMap { compiler.nodes($0, file: rule.file) }
      evidence += nodes.map { (index, $0) }
      evidenceNodes.append(nodes)
      unlessContext.append(context(rule.unless, index))
      withContext.append(context(rule.with?.patterns ?? [], index))
    }
    var organisationContext: Int32 = -1
    for nodes in compiler.names(of: organisation) {
      organisationContext = contextCount
      contexts.append((Int(contextCount), nodes))
    }

    var cues: [(owner: Int, nodes: [Node])] = []
    var cueKinds: [CueKind] = []
    func add(_ patterns: [Rule.WrittenPattern], _ kind: CueKind) {
      for pattern in patterns {
        guard let nodes = compiler.nodes(pattern, file: folder.guardsPath) else { continue }
        cues.append((cueKinds.count, nodes))
        cueKinds.append(kind)
      }
    }
    for (index, item) in folder.guards.enumerated() {
      add(item.forward, .forward(index))
      add(item.backward, .backward(index))
    }
    add(folder.pseudo, .pseudo)
    add(folder.stops, .stop)

    let compiledEvidence = Automaton.compile(evidence, classes: compiler.classes)
    let compiledContexts = Automaton.compile(contexts, classes: compiler.classes)
    let compiledCues = Automaton.compile(cues, classes: compiler.classes)
    var diagnostics = compiler.diagnostics
    if !compiledCues.tooLarge.isEmpty {
      diagnostics.append(
        Diagnostic(
          file: folder.guardsPath, line: 0, column: 0, code: "R017",
          message: "a cue is too large; use fewer alternatives of several words"))
    }
    let tooLarge =
      compiledEvidence.tooLarge
      + compiledContexts.tooLarge.filter { $0 < contextRules.count }.map { contextRules[$0] }
    for index in Set(tooLarge).sorted() {
      let rule = rules[index]
      diagnostics.append(
        Diagnostic(
          file: rule.file, line: rule.line, column: 0, code: "R017",
          message: "a pattern of '\(rule.id)' is too large; use fewer alternatives of several words"
        ))
    }
    for (name, lexicon) in compiler.unusedLexicons() {
      diagnostics.append(
        Diagnostic(
          file: lexicon.file, line: lexicon.place.line, column: lexicon.place.column,
          severity: .warning, code: "R018", message: "no pattern uses word list '\(name)'"))
    }
    let fields =
      ["engine", Classifier.engineVersion] + folder.fingerprintFields
      + ["organisation"] + organisation.names + ["domains"] + organisation.domains
      + ["addresses"] + organisation.addresses
    let ruleSet = RuleSet(
      taxonomy: folder.taxonomy, rules: rules, fingerprint: Fingerprint(fields: fields),
      symbols: compiler.symbols, classes: compiler.classes, weights: folder.weights,
      evidence: compiledEvidence.automaton, contexts: compiledContexts.automaton,
      cues: compiledCues.automaton, unlessContext: unlessContext, withContext: withContext,
      cueKinds: cueKinds, guards: folder.guards,
      appliesGuard: rules.map { rule in
        folder.guards.map { rule.guards?.contains($0.name.rawValue) ?? true }
      },
      organisationContext: organisationContext, evidenceNodes: evidenceNodes)
    return (ruleSet, diagnostics)
  }
}
