import Complaints
import Foundation

/// The files of a rule folder, read and checked but not compiled.
struct RuleFolder {
  var taxonomy = Taxonomy()
  var rules: [Rule] = []
  var lexicons: [String: Lexicon] = [:]
  var guards: [Guard] = []
  var pseudo: [Rule.WrittenPattern] = []
  var stops: [Rule.WrittenPattern] = []
  var weights = Weights()
  var diagnostics: [Diagnostic] = []
  /// Names and contents of all files, for the fingerprint.
  var fingerprintFields: [String] = []

  /// A word list.
  struct Lexicon {
    var entries: [Rule.WrittenPattern]
    var file: String
    var place: YAMLValue.Place
    var isUsed = false
  }

  /// Cues that cancel or label evidence.
  struct Guard {
    var name: Reason
    var reach: Int
    var forward: [Rule.WrittenPattern]
    var backward: [Rule.WrittenPattern]
    var isLabel: Bool
  }

  private struct File {
    var path: String
    var name: String
    var root: YAMLValue
  }

  /// Reads `taxonomy.yml`, `guards.yml`, `weights.yml` and every other `.yml` below a folder.
  init(path: String) {
    var files: [File] = []
    for name in RuleFolder.fileNames(in: path) {
      let filePath = path + "/" + name
      guard let data = FileManager.default.contents(atPath: filePath),
        let text = String(data: data, encoding: .utf8)
      else {
        diagnostics.append(
          Diagnostic(file: filePath, line: 0, column: 0, code: "R001", message: "not readable"))
        continue
      }
      fingerprintFields += [name, text]
      do {
        files.append(
          File(path: filePath, name: name, root: try YAMLValue.parse(text, file: filePath)))
      } catch {
        diagnostics.append(error)
      }
    }
    guard let taxonomyFile = files.first(where: { $0.name == "taxonomy.yml" }) else {
      diagnostics.append(
        Diagnostic(
          file: path, line: 0, column: 0, code: "R001",
          message: "no rules here: taxonomy.yml is missing or cannot be read"))
      return
    }
    var reader = YAMLReader(file: taxonomyFile.path)
    taxonomy = Taxonomy.read(taxonomyFile.root, with: &reader)
    diagnostics += reader.diagnostics
    for file in files {
      switch file.name {
      case "taxonomy.yml": break
      case "guards.yml": readGuards(file)
      case "weights.yml": readWeights(file)
      default: readRules(file)
      }
    }
    checkReferences()
  }

  private static func fileNames(in path: String) -> [String] {
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let found = FileManager.default.enumerator(atPath: root)
    let names = found?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".yml") }.sorted()
  }

  private mutating func readRules(_ file: File) {
    var reader = RuleReader(yaml: YAMLReader(file: file.path), taxonomy: taxonomy)
    let entries = reader.yaml.entries(
      file.root, of: "a rule file", allowed: ["tag", "lexicons", "rules"])
    if let lists = entries["lexicons"] {
      readLexicons(lists, &reader)
    }
    rules += reader.rules(entries["rules"], fileTag: entries["tag"])
    diagnostics += reader.yaml.diagnostics
  }

  private mutating func readLexicons(_ value: YAMLValue, _ reader: inout RuleReader) {
    guard case .map(let entries, _) = value else {
      reader.yaml.report("R004", "lexicons must be a mapping", at: value.place)
      return
    }
    for entry in entries {
      if let other = lexicons[entry.key] {
        reader.yaml.report(
          "R011", "lexicon '\(entry.key)' is already defined in \(other.file):\(other.place.line)",
          at: entry.place)
        continue
      }
      lexicons[entry.key] = Lexicon(
        entries: reader.patterns(entry.value, of: "lexicon '\(entry.key)'"),
        file: reader.yaml.file, place: entry.place)
    }
  }

  private mutating func readGuards(_ file: File) {
    var reader = RuleReader(yaml: YAMLReader(file: file.path), taxonomy: taxonomy)
    let entries = reader.yaml.entries(
      file.root, of: "guards.yml", allowed: ["guards", "pseudo", "stops", "lexicons"])
    if let lists = entries["lexicons"] { readLexicons(lists, &reader) }
    pseudo = reader.patterns(entries["pseudo"], of: "pseudo")
    stops = reader.patterns(entries["stops"], of: "stops")
    if case .map(let items, _)? = entries["guards"] {
      for item in items { readGuard(item, &reader) }
    }
    guards.sort { $0.name.order < $1.name.order }
    diagnostics += reader.yaml.diagnostics
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
      reader.yaml.report("R012", "'reach' is 1 to 50 words", at: item.place)
    }
    let action = fields["action"].flatMap { reader.yaml.text($0, of: "action") } ?? "cancel"
    if action != "cancel", action != "label" {
      reader.yaml.report("R012", "'action' is cancel or label", at: item.place)
    }
    guards.append(
      Guard(
        name: name, reach: reach,
        forward: reader.patterns(fields["forward"], of: "guard '\(item.key)'"),
        backward: reader.patterns(fields["backward"], of: "guard '\(item.key)'"),
        isLabel: action == "label"))
  }

  private mutating func readWeights(_ file: File) {
    var reader = YAMLReader(file: file.path)
    weights = Weights.read(file.root, with: &reader)
    diagnostics += reader.diagnostics
  }

  private mutating func checkReferences() {
    var seen: [String: Rule] = [:]
    for rule in rules {
      if let other = seen[rule.id] {
        diagnostics.append(
          Diagnostic(
            file: rule.file, line: rule.line, column: 0, code: "R006",
            message: "rule '\(rule.id)' is already defined in \(other.file):\(other.line)"))
      }
      seen[rule.id] = rule
    }
    let names = Set(rules.map(\.id)).union(taxonomy.tagNames)
    let guardNames = Set(guards.map(\.name.rawValue))
    for rule in rules {
      for name in (rule.needs?.all ?? []) + (rule.needs?.any ?? []) where !names.contains(name) {
        report("R014", "rule '\(rule.id)' needs '\(name)', which is no rule and no tag", rule)
      }
      for name in rule.guards ?? [] where !guardNames.contains(name) {
        let hint = nearest(to: name, among: guardNames).map { "; did you mean '\($0)'?" } ?? ""
        report("R013", "unknown guard '\(name)' in rule '\(rule.id)'\(hint)", rule)
      }
    }
    for name in weights.probabilities.keys.sorted() where seen[name] == nil {
      diagnostics.append(
        Diagnostic(
          file: "weights.yml", line: 0, column: 0, severity: .warning, code: "R014",
          message: "weight of '\(name)', which is no rule"))
    }
  }

  private mutating func report(_ code: String, _ message: String, _ rule: Rule) {
    diagnostics.append(
      Diagnostic(file: rule.file, line: rule.line, column: 0, code: code, message: message))
  }
}

extension Reason {
  /// Whether a guard of `guards.yml` may bear this name.
  var isGuard: Bool {
    switch self {
    case .negated, .hypothetical, .otherParty, .praise, .question: true
    default: false
    }
  }

  /// The place in the order of the checks.
  var order: Int { Reason.allCases.firstIndex(of: self) ?? 0 }
}
