import Complaints
import Testing

@testable import Classify

/// Small rule folders, verbatims and readings for the tests of this target.
enum Sample {
  static let taxonomy = """
    families: [outcome, interaction]
    failures:
    - {id: stock, family: outcome, title: Stock, means: m, prevention: p, touchpoint: ordering}
    - {id: repair, family: outcome, title: Repair, means: m, prevention: p, touchpoint: unspecified}
    - {id: attitude, family: interaction, title: Rude, means: m, prevention: p, touchpoint: contact}
    causes: [{id: supplier, title: Supplier, means: m}]
    effects: [{id: churn, title: Churn, means: m}]
    touchpoints:
    - {id: ordering, title: Ordering, means: m}
    - {id: contact, title: Contact, means: m}
    - {id: delivery, title: Delivery, means: m}
    - {id: unspecified, title: Unspecified, means: m}
    """

  /// A live rule for each failure type.
  static let types =
    "rules:\n"
    + ["stock", "repair", "attitude"].map { rule("types.\($0)", "failure:\($0)", ["own \($0)"]) }
    .joined(separator: "\n")

  static let guards = """
    guards:
      negated: {reach: 4, forward: ["not", "no", "never", "nobody"], backward: ["^ not true", "not so"]}
      hypothetical: {reach: 8, forward: ["if", "in case"]}
      other-party: {reach: 6, action: label, forward: ["(previous|old) (shop|bank)"]}
      past: {reach: 6, action: label, forward: ["used to"]}
      praise: {reach: 5, forward: ["thank you for"]}
      question: {reach: 6, forward: ["do you"]}
    pseudo: ["not only", "even if", "no longer"]
    stops: ["but", "so"]
    """

  /// A rule with stub examples; `more` holds further keys, one a line.
  static func rule(_ id: String, _ tag: String, _ any: [String], _ more: String = "") -> String {
    var lines = ["- rule: \(id)", "  tag: \(tag)", "  why: \"because \(id)\"", "  any:"]
    lines += any.map { "  - \"\($0)\"" }
    lines += more.split(separator: "\n").map { "  \($0)" }
    lines.append("  tests: {match: [\"[a]\"], no_match: [{text: b, because: no-pattern}]}")
    return lines.joined(separator: "\n")
  }

  static func folder(
    _ rules: [String], lexicons: String = "", guards: String = guards, weights: String = ""
  ) -> RuleFolder {
    let lists = lexicons.isEmpty ? "" : "lexicons:\n\(lexicons)\n"
    return RuleFolder(
      texts: [
        ("guards.yml", guards), ("rules.yml", lists + "rules:\n" + rules.joined(separator: "\n")),
        ("taxonomy.yml", taxonomy), ("weights.yml", weights),
      ], path: "Rules")
  }

  static func ruleSet(
    _ rules: [String], lexicons: String = "", guards: String = guards, weights: String = "",
    organisation: Organisation = Organisation()
  ) throws -> RuleSet {
    let (ruleSet, diagnostics) = RuleSet.compiled(
      folder(rules, lexicons: lexicons, guards: guards, weights: weights),
      organisation: organisation)
    let errors = diagnostics.filter { $0.severity == .error }
    return try #require(ruleSet, "\(errors.map(\.description).joined(separator: "\n"))")
  }

  /// A verbatim with one passage for each piece of text.
  static func verbatim(
    _ pieces: [(kind: PassageKind, role: Role, text: String)], language: String = "en",
    documentClass: DocumentClass = .human, role: Role = .customer, received: String? = nil,
    warnings: [String] = []
  ) -> Verbatim {
    var text = ""
    var passages: [Passage] = []
    for piece in pieces {
      let start = text.utf8.count
      text += piece.text
      passages.append(
        Passage(kind: piece.kind, range: start..<text.utf8.count, role: piece.role))
      text += "\n"
    }
    let id = Fingerprint(high: 1, low: 2)
    var verbatim = Verbatim(
      id: id, document: id, source: SourceReference(name: "a.mbox", range: 0..<1), channel: .mail,
      documentClass: documentClass, part: .mail, references: [], language: language, role: role,
      text: text, passages: passages, warnings: warnings)
    verbatim.received = received.flatMap { Timestamp($0) }
    return verbatim
  }

  /// A customer's mail with one passage.
  static func verbatim(_ text: String, received: String? = nil) -> Verbatim {
    verbatim([(.body, .customer, text)], received: received)
  }

  /// Cuts a text whose words are all known.
  static func tokens(_ text: String, _ symbols: Symbols) -> Tokens {
    var tokens = Tokens()
    Tokenizer(symbols: symbols).add(
      text.utf8Span.span, in: 0..<text.utf8.count, passage: 0, to: &tokens)
    return tokens
  }

  /// The words of a text as the engine reads them: sentences parted by " / ", questions ending in
  /// " ?", unknown words as "_".
  static func reading(_ text: String, knowing words: Set<String>) -> String {
    let symbols = Symbols(words: words, prefixes: [])
    let tokens = tokens(text, symbols)
    return tokens.sentences.map { sentence in
      let words = tokens.tokens[sentence.start..<sentence.end].map {
        $0.symbol < 0 ? "_" : symbols.names[Int($0.symbol)]
      }
      return (words + (sentence.isQuestion ? ["?"] : [])).joined(separator: " ")
    }.joined(separator: " / ")
  }
}

/// What became of each match: "stock.a “was late”" or "stock.a “was late” negated by “not”".
func outcomes(_ ruleSet: RuleSet, _ verbatim: Verbatim) -> [String] {
  var examiner = Examiner(ruleSet: ruleSet)
  examiner.examine(verbatim.text, passages: verbatim.passages)
  let quotes = QuoteReader(tokens: examiner.tokens, text: verbatim.text)
  return examiner.hits.map { hit in
    var line = "\(ruleSet.rules[hit.rule].id) “\(quotes.quote(hit.range).text)”"
    if let reason = hit.reason { line += " \(reason.rawValue)" }
    if hit.isAboutOther { line += " other" }
    if let cue = hit.cue { line += " by “\(quotes.quote(cue).text)”" }
    if let past = hit.past { line += " past by “\(quotes.quote(past).text)”" }
    return line
  }
}
