internal import CYaml
import Complaints

extension YAMLComposer {
  func mistake(_ message: String, _ place: YAMLValue.Place) -> Diagnostic {
    Diagnostic(
      file: file, line: place.line, column: place.column, code: "R001", message: message)
  }

  /// What libyaml stumbled over; some of its words speak of its settings.
  var parserMistake: Diagnostic {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    switch parser.pointee.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      let message =
        problem.hasPrefix("Maximum nesting level")
        ? "nests deeper than \(YAMLComposer.greatestDepth)" : "not YAML: \(problem)"
      return mistake(message, place(parser.pointee.problem_mark))
    case YAML_READER_ERROR:
      let lines = text.prefix(parser.pointee.problem_offset).count { $0 == UInt8(ascii: "\n") }
      return mistake(
        "not YAML: \(problem)", YAMLValue.Place(line: 1 + lines + linesBefore, column: 0))
    default:
      return mistake(
        "not YAML: not readable as text", YAMLValue.Place(line: 0, column: 0))
    }
  }
}
