import Complaints

/// Reads rule files into rules; mistakes are collected in `yaml.diagnostics`.
struct RuleReader {
  var yaml: YAMLReader
  let taxonomy: Taxonomy
  private var parser = PatternParser()
  /// What the patterns read so far are made of.
  var vocabulary: Vocabulary { parser.vocabulary }

  /// A reader of one file after another, each with a `yaml` of its own.
  init(taxonomy: Taxonomy) {
    self.taxonomy = taxonomy
    yaml = YAMLReader(file: "")
  }

  static let ruleKeys = [
    "rule", "tag", "why", "strength", "speaker", "passage", "touchpoint", "any", "unless", "with",
    "needs", "guards", "status", "tests", "who", "what", "outcome",
  ]

  /// The rules of a file; `tag` at the top stands for rules without their own.
  mutating func rules(_ value: YAMLValue?, fileTag: YAMLValue?) -> [Rule] {
    let common = fileTag.flatMap { tag($0) }
    return yaml.list(value, of: "rules").compactMap {
      rule($0, common: common, hasFileTag: fileTag != nil)
    }
  }

  /// One pattern with its place.
  mutating func pattern(_ value: YAMLValue, of what: String) -> Rule.WrittenPattern? {
    guard let text = yaml.text(value, of: "a pattern of \(what)") else { return nil }
    do {
      let pattern = try parser.pattern(text)
      return Rule.WrittenPattern(text: text, pattern: pattern, place: value.place)
    } catch {
      // Columns count letters, offsets bytes.
      let offset = text.utf8.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
      yaml.report(
        "R008", "\(what): \(error.message) in \"\(text)\"", at: value.place, offset: offset)
      return nil
    }
  }

  /// A list of patterns.
  mutating func patterns(_ value: YAMLValue?, of what: String) -> [Rule.WrittenPattern] {
    yaml.list(value, of: "patterns of \(what)").compactMap { pattern($0, of: what) }
  }

  private mutating func tag(_ value: YAMLValue) -> Rule.Tag? {
    guard let text = yaml.text(value, of: "tag") else { return nil }
    if let tag = taxonomy.tag(text) { return tag }
    let guess = hint(for: text, among: taxonomy.tagNames)
    yaml.report("R005", "unknown tag '\(text)'\(guess)", at: value.place)
    return nil
  }

  private mutating func rule(
    _ value: YAMLValue, common: Rule.Tag?, hasFileTag: Bool
  ) -> Rule? {
    let fields = yaml.entries(value, of: "a rule", allowed: RuleReader.ruleKeys)
    guard let idValue = fields["rule"] else {
      if !fields.isEmpty {
        yaml.report("R003", "a rule needs 'rule: <type>.<name>'", at: value.place)
      }
      return nil
    }
    guard let id = yaml.text(idValue, of: "rule") else { return nil }
    if !RuleReader.isID(id) {
      yaml.report(
        "R007", "rule id '\(id)' must be <type>.<name> in kebab-case", at: idValue.place)
    }
    let own = fields["tag"].flatMap { tag($0) }
    guard let tag = own ?? common else {
      if fields["tag"] == nil, !hasFileTag {
        yaml.report("R003", "rule '\(id)' has no tag, and the file names none", at: idValue.place)
      }
      return nil
    }
    let any = patterns(fields["any"], of: id)
    if RuleReader.isEmpty(fields["any"]) {
      yaml.report("R003", "rule '\(id)' needs 'any'", at: idValue.place)
    }
    if fields["why"] == nil { yaml.report("R003", "rule '\(id)' needs 'why'", at: idValue.place) }
    var rule = Rule(
      id: id, tag: tag, why: fields["why"].flatMap { yaml.text($0, of: "why") } ?? "",
      strength: yaml.choice(fields["strength"], of: "strength", as: Rule.Strength.self) ?? .medium,
      status: yaml.choice(fields["status"], of: "status", as: Rule.Status.self) ?? .live,
      tests: [], file: yaml.file, line: idValue.place.line, place: idValue.place,
      speaker: yaml.choice(fields["speaker"], of: "speaker", as: Rule.Speaker.self) ?? .customer,
      passages: passages(fields["passage"]), touchpoint: touchpoint(fields["touchpoint"]),
      any: any, unless: patterns(fields["unless"], of: id), with: context(fields["with"], of: id),
      needs: needs(fields["needs"], of: id), guards: guards(fields["guards"]),
      guardsPlace: fields["guards"]?.place,
      maker: yaml.choice(fields["who"], of: "who", as: Promise.Maker.self) ?? .staff,
      what: fields["what"].flatMap { yaml.text($0, of: "what") } ?? "",
      outcome: yaml.choice(fields["outcome"], of: "outcome", as: Promise.Outcome.self)
        ?? .unknown)
    rule.tests = examples(fields["tests"], of: id)
    if rule.status == .live || rule.status == .shadow {
      let hasBoth =
        rule.tests.contains { $0.because == nil } && rule.tests.contains { $0.because != nil }
      if !hasBoth {
        yaml.report(
          "R015", "\(rule.status.rawValue) rule '\(id)' needs a 'match' and a 'no_match' test",
          at: idValue.place)
      }
    }
    return rule
  }

  private mutating func passages(_ value: YAMLValue?) -> Set<PassageKind>? {
    guard let value else { return Rule.usualPassages }
    let names = yaml.texts(value, of: "passage")
    if names.contains("any") { return nil }
    return Set(
      names.compactMap { name in
        let kind = PassageKind(rawValue: name)
        if kind == nil {
          let names = PassageKind.allCases.map(\.rawValue) + ["any"]
          yaml.reportUnknown("passage", name, among: names, at: value.place)
        }
        return kind
      })
  }

  private mutating func touchpoint(_ value: YAMLValue?) -> String? {
    guard let value, let text = yaml.text(value, of: "touchpoint") else { return nil }
    if !taxonomy.touchpoints.contains(where: { $0.id == text }) {
      let known = taxonomy.touchpoints.map(\.id)
      yaml.reportUnknown("touchpoint", text, among: known, at: value.place)
      return nil
    }
    return text
  }

  private mutating func context(_ value: YAMLValue?, of id: String) -> Rule.Context? {
    guard let value else { return nil }
    let fields = yaml.entries(value, of: "with", allowed: ["within", "any"])
    var within: Int? = 1
    if let distance = fields["within"], let text = yaml.text(distance, of: "within") {
      if text == "document" {
        within = nil
      } else if let number = Int(text), (0...5).contains(number) {
        within = number
      } else {
        yaml.report("R012", "'within' is 0 to 5 sentences or document", at: distance.place)
      }
    }
    if RuleReader.isEmpty(fields["any"]) {
      yaml.report("R003", "'with' of '\(id)' needs 'any'", at: value.place)
    }
    return Rule.Context(within: within, patterns: patterns(fields["any"], of: id))
  }

  private mutating func needs(_ value: YAMLValue?, of id: String) -> Rule.Needs? {
    guard let value else { return nil }
    let fields = yaml.entries(value, of: "needs", allowed: ["all", "any", "within"])
    let within = fields["within"].flatMap { yaml.text($0, of: "within") } ?? "document"
    if within != "document", within != "sentence" {
      yaml.report("R012", "'within' of needs is document or sentence", at: value.place)
    }
    if RuleReader.isEmpty(fields["all"]), RuleReader.isEmpty(fields["any"]) {
      yaml.report("R003", "'needs' of '\(id)' needs 'all' or 'any'", at: value.place)
    }
    return Rule.Needs(
      all: yaml.texts(fields["all"], of: "needs"), any: yaml.texts(fields["any"], of: "needs"),
      isWithinSentence: within == "sentence", place: value.place)
  }

  private mutating func guards(_ value: YAMLValue?) -> [String]? {
    guard let value else { return nil }
    let names = yaml.texts(value, of: "guards")
    return names == ["none"] ? [] : names
  }

  /// Whether a list is missing or has no items.
  private static func isEmpty(_ value: YAMLValue?) -> Bool {
    if case .list(let items, _)? = value { return items.isEmpty }
    return value == nil
  }

  /// "<type>.<name>" in kebab-case.
  static func isID(_ id: String) -> Bool {
    let parts = id.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { $0 == 45 || ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) }
      }
  }
}
