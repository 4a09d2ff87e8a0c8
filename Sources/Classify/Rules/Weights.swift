/// Thresholds and fitted strengths, from `weights.yml`.
struct Weights: Sendable {
  /// A rule's fitted probability by its id; others keep their strength's.
  var probabilities: [String: Double] = [:]
  /// A tag's threshold by its name ("failure:stock", "complaint"); others have 0.5.
  var thresholds: [String: Double] = [:]

  /// Where each name stands in `file`.
  var places: [String: YAMLValue.Place] = [:]
  /// The file's path.
  var file = "weights.yml"

  /// The score from which a tag is given.
  func threshold(of tag: Rule.Tag) -> Double { thresholds[tag.description] ?? 0.5 }

  /// Reads `weights.yml`.
  static func read(_ root: YAMLValue, with reader: inout YAMLReader) -> Weights {
    let entries = reader.entries(
      root, of: "weights.yml", allowed: ["fitted", "strengths", "thresholds"])
    var weights = Weights()
    weights.file = reader.file
    weights.probabilities = numbers(entries["strengths"], "strengths", &reader, &weights.places)
    weights.thresholds = numbers(entries["thresholds"], "thresholds", &reader, &weights.places)
    return weights
  }

  private static func numbers(
    _ value: YAMLValue?, _ what: String, _ reader: inout YAMLReader,
    _ places: inout [String: YAMLValue.Place]
  ) -> [String: Double] {
    guard let value else { return [:] }
    if case .map(let entries, _) = value {
      for entry in entries { places[entry.key] = entry.place }
    }
    return reader.entries(value, of: what, allowed: nil).compactMapValues { value in
      guard let text = reader.text(value, of: what), let number = Double(text),
        (0...1).contains(number)
      else {
        reader.report("R012", "\(what) are numbers from 0 to 1", at: value.place)
        return nil
      }
      return number
    }
  }
}
