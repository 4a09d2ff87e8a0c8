import Complaints

extension RuleFolder {
  mutating func readGuards(_ file: File, with reader: inout RuleReader) {
    guardsPath = file.path
    let entries = reader.yaml.entries(
      file.root, of: "guards.yml", allowed: ["guards", "pseudo", "stops", "lexicons"])
    if let lists = entries["lexicons"] { readLexicons(lists, &reader) }
    pseudo = reader.patterns(entries["pseudo"], of: "pseudo")
    stops = reader.patterns(entries["stops"], of: "stops")
    switch entries["guards"] {
    case .map(let items, _): for item in items { readGuard(item, &reader) }
    case .some(let value): reader.yaml.report("R004", "guards must be a mapping", at: value.place)
    case nil: break
    }
    guards.sort { $0.name.order < $1.name.order }
  }

  private mutating func readGuard(_ item: YAMLValue.Entry, _ reader: inout RuleReader) {
    guard let name = Reason(rawValue: item.key), name.isGuard else {
      let names = Reason.allCases.filter(\.isGuard).map(\.rawValue)
      reader.yaml.report(
        "R013", "unknown guard '\(item.key)'; one of \(names.joined(separator: ", "))",
        at: item.place)
      return
    }
    let fields = reader.yaml.entries(
      item.value, of: "a guard", allowed: ["reach", "forward", "backward", "action"])
    let reachText = fields["reach"].flatMap { reader.yaml.text($0, of: "reach") } ?? "4"
    let reach = Int(reachText) ?? 0
    if !(1...50).contains(reach) {
      reader.yaml.report(
        "R012", "'reach' is 1 to 50 words", at: fields["reach"]?.place ?? item.place)
    }
    let action = fields["action"].flatMap { reader.yaml.text($0, of: "action") } ?? "cancel"
    if action != "cancel", action != "label" {
      reader.yaml.report(
        "R012", "'action' is cancel or label", at: fields["action"]?.place ?? item.place)
    }
    if action == "label", name != .otherParty, name != .past {
      reader.yaml.report(
        "R012", "guard '\(item.key)' cancels; only other-party and past label",
        at: fields["action"]?.place ?? item.place)
    }
    guards.append(
      Guard(
        name: name, reach: reach,
        forward: reader.patterns(fields["forward"], of: "guard '\(item.key)'"),
        backward: reader.patterns(fields["backward"], of: "guard '\(item.key)'"),
        isLabel: action == "label"))
  }
}

extension Reason {
  /// Whether a guard of `guards.yml` may bear this name.
  public var isGuard: Bool {
    switch self {
    case .negated, .hypothetical, .otherParty, .past, .praise, .question: true
    default: false
    }
  }

  /// The place in the order of the checks.
  var order: Int { Reason.allCases.firstIndex(of: self) ?? 0 }
}
