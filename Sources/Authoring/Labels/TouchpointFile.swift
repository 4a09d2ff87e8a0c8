public import Classify
public import Complaints
import Text

/// Where labelled failures happened, one JSON object a line:
/// `{"id", "touchpoints": {"<failure type>": "<touchpoint>"}}`; other keys are ignored.
public struct TouchpointFile: Sendable {
  /// The touchpoint by failure type, by the id of the labelled text.
  public private(set) var places: [String: [String: String]] = [:]
  /// Every mistake, in the order of the file: L001–L005 as in a label file, L009 an unknown
  /// touchpoint.
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
        let found = TouchpointFile.places(&line, names)
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
}
