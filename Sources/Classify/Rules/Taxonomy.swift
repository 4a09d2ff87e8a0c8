import Complaints

/// The permanent types, from `taxonomy.yml`.
public struct Taxonomy: Sendable {
  /// A failure type.
  public struct FailureType: Sendable {
    /// The permanent id.
    public var id: String
    /// outcome, interaction, process, integrity or learning.
    public var family: String
    /// A name for people.
    public var title: String
    /// One sentence.
    public var means: String
    /// What an organisation changes so that it does not come again.
    public var prevention: String
    /// The usual place in the customer's journey when the text does not say; often "unspecified".
    public var touchpoint: String
    /// Earlier ids.
    public var formerly: [String]
  }

  /// A cause, an effect or a touchpoint.
  public struct Term: Sendable {
    /// The permanent id.
    public var id: String
    /// A name for people.
    public var title: String
    /// One sentence.
    public var means: String
  }

  /// In the order of the file.
  public var failures: [FailureType] = []
  /// In the order of the file.
  public var causes: [Term] = []
  /// In the order of the file.
  public var effects: [Term] = []
  /// In the order of the file.
  public var touchpoints: [Term] = []

  /// The tag that a rule file names; nil for an unknown one.
  func tag(_ text: String) -> Rule.Tag? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      switch text {
      case "praise": return .praise
      case "promise": return .promise
      case "complaint": return .complaint
      case "not-complaint": return .notComplaint
      case "sarcasm": return .sarcasm
      default: return nil
      }
    }
    let type = parts[1]
    switch parts[0] {
    case "failure" where failures.contains { $0.id == type }: return .failure(type)
    case "cause" where causes.contains { $0.id == type }: return .cause(type)
    case "effect" where effects.contains { $0.id == type }: return .effect(type)
    case "touchpoint" where touchpoints.contains { $0.id == type }: return .touchpoint(type)
    default: return nil
    }
  }

  /// Every tag, as written in rule files.
  public var tagNames: [String] {
    failures.map { "failure:\($0.id)" } + causes.map { "cause:\($0.id)" }
      + effects.map { "effect:\($0.id)" } + touchpoints.map { "touchpoint:\($0.id)" }
      + ["praise", "promise", "complaint", "not-complaint", "sarcasm"]
  }

  /// Reads `taxonomy.yml`.
  static func read(_ root: YAMLValue, with reader: inout YAMLReader) -> Taxonomy {
    let keys = ["families", "failures", "causes", "effects", "touchpoints"]
    let entries = reader.entries(root, of: "the taxonomy", allowed: keys)
    let families = reader.texts(entries["families"], of: "families")
    var taxonomy = Taxonomy()
    taxonomy.causes = terms(entries["causes"], "causes", &reader)
    taxonomy.effects = terms(entries["effects"], "effects", &reader)
    taxonomy.touchpoints = terms(entries["touchpoints"], "touchpoints", &reader)
    let touchpoints = taxonomy.touchpoints.map(\.id)
    var seen: Set<String> = []
    for item in reader.list(entries["failures"], of: "failures") {
      let type = failureType(item, families, touchpoints, &reader)
      checkID(type.id, &seen, item, &reader)
      taxonomy.failures.append(type)
    }
    return taxonomy
  }

  private static func failureType(
    _ item: YAMLValue, _ families: [String], _ touchpoints: [String], _ reader: inout YAMLReader
  ) -> FailureType {
    let fields = reader.entries(
      item, of: "a failure type",
      allowed: ["id", "family", "title", "means", "prevention", "touchpoint", "formerly"])
    func field(_ name: String, _ reader: inout YAMLReader) -> String {
      guard let value = fields[name] else {
        reader.report("R003", "a failure type needs '\(name)'", at: item.place)
        return ""
      }
      return reader.text(value, of: name) ?? ""
    }
    let touchpoint = fields["touchpoint"].flatMap { reader.text($0, of: "touchpoint") }
    let type = FailureType(
      id: field("id", &reader), family: field("family", &reader),
      title: field("title", &reader), means: field("means", &reader),
      prevention: field("prevention", &reader), touchpoint: touchpoint ?? "unspecified",
      formerly: reader.texts(fields["formerly"], of: "formerly"))
    if let place = fields["family"]?.place, !families.contains(type.family) {
      reader.reportUnknown("family", type.family, among: families, at: place)
    }
    if let place = fields["touchpoint"]?.place, !touchpoints.contains(type.touchpoint) {
      reader.reportUnknown("touchpoint", type.touchpoint, among: touchpoints, at: place)
    }
    return type
  }

  private static func terms(
    _ value: YAMLValue?, _ what: String, _ reader: inout YAMLReader
  ) -> [Term] {
    var terms: [Term] = []
    var seen: Set<String> = []
    for item in reader.list(value, of: what) {
      let fields = reader.entries(item, of: what, allowed: ["id", "title", "means"])
      func field(_ name: String, _ reader: inout YAMLReader) -> String {
        guard let value = fields[name] else {
          reader.report("R003", "\(what) need '\(name)'", at: item.place)
          return ""
        }
        return reader.text(value, of: name) ?? ""
      }
      let term = Term(
        id: field("id", &reader), title: field("title", &reader), means: field("means", &reader))
      checkID(term.id, &seen, item, &reader)
      terms.append(term)
    }
    return terms
  }

  private static func checkID(
    _ id: String, _ seen: inout Set<String>, _ item: YAMLValue, _ reader: inout YAMLReader
  ) {
    if !id.isEmpty, !seen.insert(id).inserted {
      reader.report("R006", "type '\(id)' is defined twice", at: item.place)
    }
  }
}
