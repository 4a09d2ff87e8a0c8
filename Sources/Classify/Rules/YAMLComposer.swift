internal import CYaml
import Complaints

/// Builds the value of one YAML text from libyaml's events; owns its parser and the current event.
final class YAMLComposer {
  let text: UnsafeBufferPointer<UInt8>
  let file: String
  let linesBefore: Int
  // libyaml keeps their addresses.
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)

  /// What nests too deep, told where the text is YAML otherwise; libyaml bounds the depth itself.
  private var excess: Diagnostic?

  /// How deep lists and mappings may stand in one another.
  static let greatestDepth = 16
  static let noAliases = "aliases are not read; write it out"

  /// A composer of some bytes, which must outlive it.
  init(_ text: UnsafeBufferPointer<UInt8>, file: String, linesBefore: Int) {
    self.text = text
    self.file = file
    self.linesBefore = linesBefore
    event.initialize(to: yaml_event_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The value of the only document; an empty mapping without one.
  func root() throws(Diagnostic) -> YAMLValue {
    try advance()
    try advance()
    if event.pointee.type == YAML_STREAM_END_EVENT {
      return .map([], YAMLValue.Place(line: 1, column: 1))
    }
    try advance()
    let root = try value(depth: 0)
    try advance()
    try advance()
    if event.pointee.type != YAML_STREAM_END_EVENT {
      throw mistake("not YAML: but found another document", place)
    }
    if let excess { throw excess }
    return root
  }

  private func advance() throws(Diagnostic) {
    yaml_event_delete(event)
    if yaml_parser_parse(parser, event) != 1 { throw parserMistake }
  }

  /// Where the current event begins.
  private var place: YAMLValue.Place { place(event.pointee.start_mark) }

  func place(_ mark: yaml_mark_t) -> YAMLValue.Place {
    YAMLValue.Place(line: mark.line + 1 + linesBefore, column: mark.column + 1)
  }

  /// The value that begins with the current event; afterwards the one it ends with is current.
  private func value(depth: Int) throws(Diagnostic) -> YAMLValue {
    let place = place
    if depth > YAMLComposer.greatestDepth, excess == nil {
      excess = mistake("nests deeper than \(YAMLComposer.greatestDepth)", place)
    }
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: return scalar(place)
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLValue] = []
      try advance()
      while event.pointee.type != YAML_SEQUENCE_END_EVENT {
        items.append(try value(depth: depth + 1))
        try advance()
      }
      return .list(items, place)
    case YAML_MAPPING_START_EVENT:
      var entries: [YAMLValue.Entry] = []
      try advance()
      while event.pointee.type != YAML_MAPPING_END_EVENT {
        entries.append(try entry(depth: depth))
        try advance()
      }
      try checkKeys(entries)
      return .map(entries, place)
    default: throw mistake(YAMLComposer.noAliases, place)
    }
  }

  private func scalar(_ place: YAMLValue.Place) -> YAMLValue {
    let style = event.pointee.data.scalar.style
    let letters = UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    var place = place
    place.isQuoted =
      style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || style == YAML_SINGLE_QUOTED_SCALAR_STYLE
    return .text(String(decoding: letters, as: UTF8.self), place)
  }

  /// A key, which is empty where it is no text, and its value.
  private func entry(depth: Int) throws(Diagnostic) -> YAMLValue.Entry {
    let place = place
    var name = ""
    if case .text(let text, _) = try value(depth: depth) { name = text }
    try advance()
    return YAMLValue.Entry(key: name, place: place, value: try value(depth: depth + 1))
  }

  private func checkKeys(_ entries: [YAMLValue.Entry]) throws(Diagnostic) {
    var known: Set<String> = []
    let repeated = entries.filter { !known.insert($0.key).inserted }
    guard let first = repeated.first else { return }
    let names = Set(repeated.map(\.key)).sorted().joined(separator: "', '")
    throw mistake("key '\(names)' stands twice in one mapping", first.place)
  }
}
