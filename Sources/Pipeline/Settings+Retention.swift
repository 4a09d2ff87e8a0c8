import Classify

extension Settings {
  /// The months under `retention:`; nil where they are wrong.
  static func retention(_ value: YAMLValue, _ reader: inout YAMLReader) -> Int? {
    let fields = reader.entries(value, of: "retention", allowed: ["months"])
    guard let value = fields["months"] else {
      reader.report("R003", "'retention' needs 'months'", at: value.place)
      return nil
    }
    guard let months = reader.text(value, of: "months").flatMap({ Int($0) }),
      (1...1_200).contains(months)
    else {
      reader.report("R004", "'months' is 1 to 1200", at: value.place)
      return nil
    }
    return months
  }
}
