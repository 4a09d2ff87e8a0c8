/// Thresholds and fitted strengths, from `weights.yml`.
struct Weights: Sendable {
  /// A rule's fitted probability by its id; others keep their strength's.
  var probabilities: [String: Double] = [:]
  /// The edition of a rule that its probability was fitted to, by its id; a probability without
  /// one stands for every edition.
  var editions: [String: String] = [:]
  /// A tag's threshold by its name ("failure:stock", "complaint"), or "failure" for all failure
  /// types that have none of their own; others have 0.5.
  var thresholds: [String: Double] = [:]

  /// Where each name stands in `file`.
  var places: [String: YAMLValue.Place] = [:]
  /// The file's path.
  var file = "weights.yml"

  /// What all failure types are called together.
  static let failures = "failure"

  /// The score from which a tag is given; 0 for one that is given wherever there is evidence.
  func threshold(of tag: Rule.Tag) -> Double {
    guard tag.hasThreshold else { return 0 }
    let shared = tag.isFailure ? thresholds[Weights.failures] : nil
    return thresholds[tag.description] ?? shared ?? 0.5
  }

  /// Reads `weights.yml`.
  static func read(_ root: YAMLValue, with reader: inout YAMLReader) -> Weights {
    let entries = reader.entries(
      root, of: "weights.yml", allowed: ["fitted", "strengths", "thresholds"])
    var weights = Weights()
    weights.file = reader.file
    for (name, value) in weights.named(entries["thresholds"], "thresholds", &reader) {
      weights.thresholds[name] = number(value, "thresholds", &reader)
    }
    for (name, value) in weights.named(entries["strengths"], "strengths", &reader) {
      guard case .map = value else {
        weights.probabilities[name] = number(value, "strengths", &reader)
        continue
      }
      let fitted = reader.entries(value, of: "a strength", allowed: ["p", "texts", "edition"])
      guard let probability = fitted["p"] else {
        reader.report("R003", "strength of '\(name)' has no 'p'", at: value.place)
        continue
      }
      weights.probabilities[name] = number(probability, "strengths", &reader)
      weights.editions[name] = fitted["edition"].flatMap { reader.text($0, of: "an edition") }
    }
    return weights
  }

  /// The entries of a mapping; enters where they stand.
  private mutating func named(
    _ value: YAMLValue?, _ what: String, _ reader: inout YAMLReader
  ) -> [String: YAMLValue] {
    guard let value else { return [:] }
    if case .map(let entries, _) = value {
      for entry in entries { places[entry.key] = entry.place }
    }
    return reader.entries(value, of: what, allowed: nil)
  }

  private static func number(
    _ value: YAMLValue, _ what: String, _ reader: inout YAMLReader
  ) -> Double? {
    guard let text = reader.text(value, of: what), let number = Double(text),
      (0...1).contains(number)
    else {
      reader.report("R012", "\(what) are numbers from 0 to 1", at: value.place)
      return nil
    }
    return number
  }
}
