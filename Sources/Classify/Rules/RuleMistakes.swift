public import Complaints

extension Diagnostic {
  /// What to do about a mistake in rule files: its own mend, else that of its code; nil for other
  /// codes.
  public var fix: String? { mend ?? Diagnostic.ruleFixes[code] }

  /// What to do, by code; the codes are permanent, and Rules/README.md explains each.
  public static let ruleFixes: [String: String] = [
    "R001": "mend the YAML: indent with spaces, as the rules beside it do, and close every quote",
    "R002": "rename or remove the key",
    "R003": "add what is missing",
    "R004": "write it in the form that the rules beside it have",
    "R005": "use a tag of taxonomy.yml, or add the type there first",
    "R006": "give it an id of its own; ids are permanent, also those of retired rules",
    "R007": "use small letters, digits and one kind of separator, as the message says",
    "R008": "mend the pattern; Rules/README.md lists its elements",
    "R009": "correct the name, or define the word list under 'lexicons'",
    "R010": "take the list out of the lists that it uses",
    "R011": "rename one of the two, or merge them",
    "R012": "use one of the values that the message names",
    "R013": "use a guard that guards.yml defines",
    "R014": "name a rule's id or a tag",
    "R015": "add both kinds of examples, or set 'status: draft' while you write",
    "R016": "write the example as in Rules/README.md, \"Tests inside rules\"",
    "R017": "split it into several patterns or word lists",
    "R018": "use it in a pattern as @name, or remove it",
    "R019": "let it hold words of the evidence, or use 'with' or a guard instead",
    "R020": "remove one of the two",
    "R021": "remove it: the shorter match wins and this one never counts",
    "R022": "add a word that says what failed",
    "R023": "put the alternatives into a word list and write @name",
    "R024": "give it a name that ends in .yml",
    "R025": "write a rule with its tag, or make one live",
    "R030": "run 'forestall rules fit' again",
  ]
}
