import Classify
import Foundation
import Testing

/// A rule folder with three failure types, a cause and an effect, made for these tests.
enum SmallRules {
  static func load(rules: String = rules) throws -> RuleSet {
    try withFolder(rules: rules) { folder in
      let (ruleSet, diagnostics) = RuleSet.load(folder: folder)
      return try #require(ruleSet, "\(diagnostics)")
    }
  }

  /// A folder with the taxonomy and a rule file, for the time of `body`.
  static func withFolder<Result>(
    rules: String = rules, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("small-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in ["taxonomy.yml": taxonomy, "rules.yml": rules] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try body(folder.path)
  }

  private static let taxonomy = """
    families: [outcome]
    failures:
    - {id: stock, family: outcome, title: a, means: a, prevention: a, touchpoint: ordering}
    - {id: delay, family: outcome, title: a, means: a, prevention: a, touchpoint: delivery, formerly: [late]}
    - {id: billing, family: outcome, title: a, means: a, prevention: a, touchpoint: payment}
    causes:
    - {id: supplier, title: a, means: a}
    effects:
    - {id: churn, title: a, means: a}
    touchpoints:
    - {id: ordering, title: a, means: a}
    - {id: delivery, title: a, means: a}
    - {id: payment, title: a, means: a}
    - {id: unspecified, title: a, means: a}

    """

  static let rules = [
    ("stock.gone", "failure:stock", "sold out"), ("delay.late", "failure:delay", "came late"),
    ("billing.twice", "failure:billing", "charged twice"),
    ("supplier.courier", "cause:supplier", "the courier"),
    ("churn.never", "effect:churn", "never again"), ("praise.kind", "praise", "so kind"),
  ].reduce("rules:\n") { text, rule in
    text + """
      - rule: \(rule.0)
        tag: \(rule.1)
        why: "Said so."
        strength: strong
        any: ["\(rule.2)"]
        guards: none
        tests:
          match: ["It was [\(rule.2)]."]
          no_match: [{text: "Fine.", because: no-pattern}]

      """
  }
}
