public import Complaints
import Text

/// Rules, word lists, guards and weights, compiled; immutable and shared by all tasks.
public final class RuleSet: Sendable {
  /// The types.
  public let taxonomy: Taxonomy
  /// All rules in the order of their ids.
  public let rules: [Rule]
  /// Whose complaints are judged.
  public let organisation: Organisation
  /// Names this rule set in every verdict: files, weights and organisation.
  public let fingerprint: Fingerprint

  let symbols: Symbols
  /// For each known word what it says about when.
  let timeWords: [TimeWords.Word]
  let classes: SymbolClasses
  let weights: Weights
  /// Patterns of rules; owners are rule indexes.
  let evidence: Automaton
  /// Patterns of `unless` and `with`; owners are context indexes.
  let contexts: Automaton
  /// Cues, pseudo phrases and stops; owners are cue indexes.
  let cues: Automaton
  /// What reading a text needs to know of each rule.
  let facts: [Facts]
  /// Every tag that some rule gives, each once.
  let tags: [Rule.Tag]
  /// The score from which each of them is given.
  let thresholds: [Double]
  /// The score from which a text is a complaint.
  let complaintThreshold: Double
  /// For each rule what it needs.
  let needs: [CompiledNeeds?]
  /// Whether some rule needs a rule, or a tag behind all rules.
  let isNeeded: [Bool]
  /// The touchpoints, ordered by name.
  let places: [String]
  /// The usual touchpoint of each failure type that has one, as its index in `places`.
  let usualPlaces: [String: Int]
  let cueKinds: [CueKind]
  let guards: [RuleFolder.Guard]
  /// The index of the guard that labels what is long over, -1 without one.
  let pastGuard: Int
  /// The widest reach of a guard, in words.
  let longestReach: Int
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

  /// Compiles a folder's rules; what is wrong with them is added to `diagnostics`, else what is
  /// of no use, with `isReviewed` all of that.
  init(
    _ folder: RuleFolder, organisation: Organisation, isReviewed: Bool,
    diagnostics: inout [Diagnostic]
  ) {
    var compiler = RuleCompiler(folder, organisation: organisation)
    let rules = folder.rules.sorted { $0.id < $1.id }
    let patterns = RulePatterns(rules, folder, organisation, with: &compiler)
    var classes = compiler.classes
    classes.shareBits()
    evidence = patterns.automaton(of: patterns.evidence, &classes, &diagnostics)
    contexts = patterns.automaton(
      of: patterns.contexts, isAskedByOwner: true, &classes, &diagnostics)
    cues = patterns.automaton(of: patterns.cues, &classes, &diagnostics)
    diagnostics += compiler.diagnostics
    if compiler.symbols.count > SymbolTables.largestSymbolCount {
      diagnostics.append(
        Diagnostic(
          file: folder.path, line: 0, column: 0, code: "R017",
          message: "the rules know \(compiler.symbols.count) different words; "
            + "at most \(SymbolTables.largestSymbolCount) can be told apart",
          mend: "leave out words that no complaint holds"))
    }
    if !diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics += compiler.advice
      if isReviewed {
        diagnostics += PatternReview(rules, patterns, compiler).diagnostics + folder.advice
      }
    }
    let fields =
      ["engine", Classifier.engineVersion] + folder.fingerprintFields
      + ["organisation"] + organisation.names + ["domains"] + organisation.domains
      + ["addresses"] + organisation.addresses
    let tags = Set(rules.map(\.tag)).sorted { $0.description < $1.description }
    taxonomy = folder.taxonomy
    self.rules = rules
    self.organisation = organisation
    fingerprint = Fingerprint(fields: fields)
    symbols = compiler.symbols
    timeWords = compiler.symbols.names.map(TimeWords.Word.init)
    self.classes = classes
    weights = folder.weights
    let places = folder.taxonomy.touchpoints.map(\.id).sorted()
    facts = rules.indices.map { index in
      Facts(
        rules[index], tag: tags.firstIndex(of: rules[index].tag) ?? 0, places: places,
        guards: folder.guards(of: rules[index]),
        unless: patterns.unlessContext[index], with: patterns.withContext[index],
        weights: folder.weights)
    }
    self.tags = tags
    thresholds = tags.map(folder.weights.threshold)
    complaintThreshold = folder.weights.threshold(of: .complaint)
    let names = CompiledNeeds.names(rules, tags)
    // Ids that stand twice are mistakes, and still two rules here.
    let unknown = rules.count + tags.count
    let needs = rules.map { $0.needs.map { CompiledNeeds($0, names, unknown: unknown) } }
    var isNeeded = [Bool](repeating: false, count: unknown + 1)
    for case let needs? in needs {
      for name in needs.all + needs.any { isNeeded[name] = true }
    }
    self.needs = needs
    self.isNeeded = isNeeded
    self.places = places
    usualPlaces = Dictionary(
      folder.taxonomy.failures.compactMap { type in
        type.touchpoint == "unspecified"
          ? nil : places.firstIndex(of: type.touchpoint).map { (type.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    cueKinds = patterns.cueKinds
    guards = folder.guards
    pastGuard = folder.guards.firstIndex { $0.name == .past && $0.isLabel } ?? -1
    longestReach = folder.guards.map(\.reach).max() ?? 0
    organisationContext = patterns.organisationContext
    evidenceNodes = patterns.evidenceNodes
  }

  /// The score from which the gate opens, where `weights.yml` gives one.
  package var gateThreshold: Double? { weights.thresholds[Rule.Tag.complaint.description] }

  /// What `weights.yml` says of rules that do nothing but open or close the gate, in the order of
  /// their ids; the edition is empty where it stands for every one.
  package var gateStrengths: [(rule: Rule, probability: Double, edition: String)] {
    rules.filter { $0.tag == .complaint || $0.tag == .notComplaint }.compactMap { rule in
      weights.probabilities[rule.id].map { (rule, $0, weights.editions[rule.id] ?? "") }
    }
  }

  /// The scores from which failure types are given, by type.
  public var failureThresholds: [String: Double] {
    taxonomy.failures.reduce(into: [:]) { $0[$1.id] = weights.threshold(of: .failure($1.id)) }
  }

  /// The rule with an id.
  public func rule(withID id: String) -> Rule? { rules.first { $0.id == id } }
}
