public import Classify
public import Complaints
import Text

/// Labelled texts, one JSON object a line:
/// `{"id", "text", "source"?, "industry"?, "complaint", "praise", "failures", "causes", "effects"}`.
///
/// The last three hold a list of evidence strings for each type. Other keys are ignored, empty
/// lines too; a type's earlier ids stand for its present one.
public struct LabelFile: Sendable {
  /// In the order of the file; lines with an error are left out.
  public private(set) var texts: [LabelledText] = []
  /// Every mistake, in the order of the file.
  ///
  /// L001 not readable, L002 no JSON object, L003 a key missing or of the wrong kind, L004 an id
  /// twice, L005 unknown type, L006 evidence that does not occur in the text, L007 failures of a
  /// text that is no complaint, L008 empty evidence (a warning where a tag has none), L010 not one
  /// line is a labelled text.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Whether a line was left out or the file could not be read.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads a file of this machine.
  public static func read(path: String, taxonomy: Taxonomy) -> LabelFile {
    switch LabelFile.bytes(path: path) {
    case .success(let bytes):
      return LabelFile(bytes, name: path, taxonomy: taxonomy)
    case .failure(let diagnostic):
      var file = LabelFile([], name: path, taxonomy: taxonomy)
      file.diagnostics = [diagnostic]
      return file
    }
  }

  /// Reads the bytes of a file; `name` is for messages.
  public init(_ bytes: [UInt8], name: String, taxonomy: Taxonomy) {
    let types = TypeNames(taxonomy)
    var lineOfID: [String: Int] = [:]
    let lines = LabelLine.lines(of: bytes, file: name)
    if !lines.isEmpty, !lines.contains(where: { $0.has("complaint") || $0.has("failures") }) {
      diagnostics = [
        Diagnostic(
          file: name, line: 0, column: 0, code: "L010",
          message: "this is not a file of labelled texts "
            + "(id, text, complaint, praise, failures, causes, effects)")
      ]
      return
    }
    for var line in lines {
      let text = LabelFile.text(&line, types)
      if let id = text?.id, let other = lineOfID.updateValue(line.number, forKey: id) {
        line.report("L004", "id '\(id)' is already on line \(other)")
      }
      if let text, !line.hasErrors { texts.append(text) }
      diagnostics += line.diagnostics
    }
  }

  /// The whole of a file, as a diagnostic where it cannot be read.
  static func bytes(path: String) -> Result<[UInt8], Diagnostic> {
    do throws(ByteFile.Failure) {
      let file = try ByteFile(path: path)
      return .success(try file.bytes(at: 0, count: file.byteCount))
    } catch {
      switch error {
      case .unreadable(_, let reason):
        return .failure(
          Diagnostic(
            file: path, line: 0, column: 0, code: "L001", message: "cannot be read: \(reason)"))
      }
    }
  }

  private static func text(_ line: inout LabelLine, _ types: TypeNames) -> LabelledText? {
    guard line.isObject else { return nil }
    let id = line.string("id")
    let words = line.string("text")
    let isComplaint = line.truth("complaint")
    let praise = line.truth("praise")
    let failures = line.tags("failures", types.failures, in: words)
    let causes = line.tags("causes", types.causes, in: words)
    let effects = line.tags("effects", types.effects, in: words)
    guard let id, let words, let isComplaint, let praise else { return nil }
    if !isComplaint, !failures.isEmpty {
      line.report(
        "L007", "'failures' of a text that is no complaint; remove them, or set 'complaint'")
    }
    return LabelledText(
      id: id, text: words, source: line.optionalString("source"),
      industry: line.optionalString("industry"), isComplaint: isComplaint, praise: praise,
      failures: failures, causes: causes, effects: effects)
  }
}

/// The ids that labels may use, earlier ones included, each with the present one.
struct TypeNames {
  var failures: [String: String] = [:]
  var causes: [String: String] = [:]
  var effects: [String: String] = [:]
  var touchpoints: [String: String] = [:]

  init(_ taxonomy: Taxonomy) {
    for type in taxonomy.failures {
      for earlier in type.formerly { failures[earlier] = type.id }
    }
    for type in taxonomy.failures { failures[type.id] = type.id }
    for term in taxonomy.causes { causes[term.id] = term.id }
    for term in taxonomy.effects { effects[term.id] = term.id }
    for term in taxonomy.touchpoints { touchpoints[term.id] = term.id }
  }
}
