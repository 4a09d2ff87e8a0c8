public import Classify
public import Complaints
import Text

/// Where labelled failures happened, what was promised and when it happened, one JSON object a line:
/// `{"id", "touchpoints": {"<failure type>": "<touchpoint>"}, "promises"?: [{"evidence",
/// "outcome"}], "happened"?: "<words>" or null}`; other keys are ignored.
public struct TouchpointFile: Sendable {
  /// By the id of the labelled text.
  public private(set) var places: [String: LabelledPlaces] = [:]
  /// Every mistake, in the order of the file: L001–L005 as in a label file, L009 an unknown
  /// touchpoint or outcome.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Whether a line was left out or the file could not be read.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads a file of this machine.
  public static func read(path: String, taxonomy: Taxonomy) -> TouchpointFile {
    switch LabelFile.bytes(path: path) {
    case .success(let bytes):
      return TouchpointFile(bytes, name: path, taxonomy: taxonomy)
    case .failure(let diagnostic):
      var file = TouchpointFile([], name: path, taxonomy: taxonomy)
      file.diagnostics = [diagnostic]
      return file
    }
  }

  /// Reads the bytes of a file; `name` is for messages.
  public init(_ bytes: [UInt8], name: String, taxonomy: Taxonomy) {
    let names = TypeNames(taxonomy)
    for var line in LabelLine.lines(of: bytes, file: name) {
      if line.isObject, let id = line.string("id") {
        let found = LabelledPlaces(
          touchpoints: TouchpointFile.places(&line, names),
          promises: TouchpointFile.promises(&line), happened: TouchpointFile.time(line))
        if places[id] != nil { line.report("L004", "id '\(id)' is already in the file") }
        if !line.hasErrors { places[id] = found }
      }
      diagnostics += line.diagnostics
    }
  }

  private static func places(_ line: inout LabelLine, _ names: TypeNames) -> [String: String] {
    var places: [String: String] = [:]
    for (type, value) in line.types("touchpoints", names.failures) {
      guard case .string(let name) = value, let place = names.touchpoints[name] else {
        let name = value.text ?? ""
        let near = hint(for: name, among: names.touchpoints.keys.sorted())
        line.report("L009", "unknown touchpoint '\(name)' of '\(type)'\(near)")
        continue
      }
      places[type] = place
    }
    return places
  }

  private static func promises(_ line: inout LabelLine) -> [LabelledPlaces.Promise]? {
    guard let values = line.elements("promises") else { return nil }
    return values.compactMap { value in
      guard case .string(let evidence)? = value["evidence"], !evidence.isEmpty,
        case .string(let name)? = value["outcome"]
      else {
        line.report("L003", "a promise has no 'evidence' or no 'outcome'")
        return nil
      }
      guard let outcome = Promise.Outcome(rawValue: name) else {
        line.report("L009", "unknown outcome '\(name)'; kept, late, broken or unknown")
        return nil
      }
      return LabelledPlaces.Promise(evidence: evidence, outcome: outcome)
    }
  }

  private static func time(_ line: LabelLine) -> LabelledPlaces.Time? {
    if let words = line.optionalString("happened") { return .words(words) }
    return line.hasNull("happened") ? .unsaid : nil
  }
}
