import Complaints

/// The files of a rule folder, read and checked but not compiled.
struct RuleFolder {
  /// The folder's path, for messages.
  var path = ""
  var taxonomy = Taxonomy()
  var rules: [Rule] = []
  var lexicons: [String: Lexicon] = [:]
  var guards: [Guard] = []
  var pseudo: [Rule.WrittenPattern] = []
  var stops: [Rule.WrittenPattern] = []
  var weights = Weights()
  /// What all patterns are made of.
  var vocabulary = Vocabulary()
  var diagnostics: [Diagnostic] = []
  /// Where the cues stand, for messages.
  var guardsPath = "guards.yml"
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

  /// A file that was read.
  struct File {
    var path: String
    var name: String
    var root: YAMLValue
  }

  /// Reads `taxonomy.yml`, `guards.yml`, `weights.yml` and every other `.yml` below a folder;
  /// files of `replacements` (by their name in the folder) are read as given there.
  init(path: String, replacing replacements: [String: String] = [:]) {
    var texts = replacements.map { (name: $0.key, text: $0.value) }
    var unread = RuleFolder.passedOver(in: path)
    for name in RuleFolder.fileNames(in: path) where replacements[name] == nil {
      do throws(Diagnostic) {
        texts.append((name, try RuleFolder.text(of: path + "/" + name)))
      } catch {
        unread.append(error)
      }
    }
    self.init(texts: texts.sorted { $0.name < $1.name }, path: path)
    diagnostics = unread + diagnostics
  }

  /// Reads the files of a folder given as names and texts.
  init(texts: [(name: String, text: String)], path: String) {
    self.path = path
    var files: [File] = []
    for (name, text) in texts {
      let filePath = path + "/" + name
      fingerprintFields += [name, text]
      do {
        files.append(
          File(path: filePath, name: name, root: try YAMLValue.parse(text, file: filePath)))
      } catch  where RuleFolder.isRuleFile(name) {
        let salvaged = YAMLValue.salvaged(text, file: filePath, after: error)
        diagnostics += salvaged.diagnostics
        files.append(File(path: filePath, name: name, root: salvaged.root))
      } catch {
        diagnostics.append(error)
      }
    }
    guard let taxonomyFile = files.first(where: { $0.name == "taxonomy.yml" }) else {
      diagnostics.append(
        Diagnostic(
          file: path, line: 0, column: 0, code: "R001",
          message: "no rules here: taxonomy.yml is missing or cannot be read",
          mend: "put taxonomy.yml there, or name the folder of rules with --rules or 'rules:'"))
      return
    }
    var reader = YAMLReader(file: taxonomyFile.path)
    taxonomy = Taxonomy.read(taxonomyFile.root, with: &reader)
    diagnostics += reader.diagnostics
    var ruleReader = RuleReader(taxonomy: taxonomy)
    for file in files {
      ruleReader.yaml = YAMLReader(file: file.path)
      switch file.name {
      case "taxonomy.yml": break
      case "guards.yml": readGuards(file, with: &ruleReader)
      case "weights.yml": weights = Weights.read(file.root, with: &ruleReader.yaml)
      default: readRules(file, with: &ruleReader)
      }
      diagnostics += ruleReader.yaml.diagnostics
    }
    vocabulary = ruleReader.vocabulary
    checkReferences()
    leaveOutStaleWeights()
  }

  private static func isRuleFile(_ name: String) -> Bool {
    !["taxonomy.yml", "guards.yml", "weights.yml"].contains(name)
  }

  private mutating func readRules(_ file: File, with reader: inout RuleReader) {
    let entries = reader.yaml.entries(
      file.root, of: "a rule file", allowed: ["tag", "lexicons", "rules"])
    if let lists = entries["lexicons"] {
      readLexicons(lists, &reader)
    }
    rules += reader.rules(entries["rules"], fileTag: entries["tag"])
  }

  mutating func readLexicons(_ value: YAMLValue, _ reader: inout RuleReader) {
    guard case .map(let entries, _) = value else {
      reader.yaml.report("R004", "lexicons must be a mapping", at: value.place)
      return
    }
    for entry in entries {
      if let other = lexicons[entry.key] {
        reader.yaml.report(
          "R011",
          "word list '\(entry.key)' is already defined in \(other.file):\(other.place.line)",
          at: entry.place)
        continue
      }
      if !RuleFolder.isLexiconName(entry.key) {
        reader.yaml.report(
          "R007", "word list name '\(entry.key)' may hold only a-z, 0-9 and _", at: entry.place)
      }
      if case .list(let items, _) = entry.value, items.isEmpty {
        reader.yaml.report("R003", "word list '\(entry.key)' is empty", at: entry.place)
      }
      lexicons[entry.key] = Lexicon(
        entries: reader.patterns(entry.value, of: "word list '\(entry.key)'"),
        file: reader.yaml.file, place: entry.place)
    }
  }

  private static func isLexiconName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { $0 == 95 || ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) }
  }
}
