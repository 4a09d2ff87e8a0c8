/// A small rule folder around the file that is tried.
enum SampleRules {
  /// Texts by their names in the folder.
  static let files = [
    "taxonomy.yml": """
    families: [outcome, interaction]
    failures:
    - {id: stock, family: outcome, title: Stock, means: m, prevention: p, touchpoint: ordering}
    - {id: safety, family: outcome, title: Safety, means: m, prevention: p, touchpoint: use}
    - {id: attitude, family: interaction, title: Rude, means: m, prevention: p, touchpoint: contact}
    causes: [{id: supplier, title: Supplier, means: m}]
    effects: [{id: churn, title: Churn, means: m}]
    touchpoints:
    - {id: ordering, title: Ordering, means: m}
    - {id: use, title: Use, means: m}
    - {id: contact, title: Contact, means: m}
    - {id: unspecified, title: Unspecified, means: m}
    """,
    "guards.yml": """
    guards:
      negated: {reach: 4, forward: ["not", "no", "never"], backward: ["^ not true"]}
      hypothetical: {reach: 8, forward: ["if", "in case"]}
      other-party: {reach: 6, action: label, forward: ["(previous|old) shop"]}
      praise: {reach: 5, forward: ["thank you for"]}
      question: {reach: 6, forward: ["do you"]}
    pseudo: ["not only"]
    stops: ["but"]
    """,
    "rules.yml": """
    rules:
    - rule: stock.out
      tag: failure:stock
      why: "It was not there."
      any: ["out of stock"]
      tests: {match: ["It was [out of stock]."], no_match: [{text: "Here.", because: no-pattern}]}
    """,
    "weights.yml": "",
  ]

  /// Ten thousand branches of a group.
  static let tenThousandWords = (0..<10_000).map { "w\($0)" }.joined(separator: "|")
}
