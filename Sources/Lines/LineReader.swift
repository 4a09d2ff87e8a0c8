public import Complaints
import Text

/// A schema-1 line.
public enum Line: Sendable, Equatable {
  /// What somebody wrote or said.
  case verbatim(Verbatim)
  /// What the rules say of it.
  case verdict(Verdict)
}

/// Why a line is not a schema-1 line; told without the customer's text.
public enum LineError: Error, Equatable, CustomStringConvertible {
  /// Not a JSON object.
  case notJSON
  /// Another version of the format.
  case schema(String)
  /// A key is missing or its value is of the wrong kind.
  case key(String)
  /// A verdict whose verbatim is neither among the lines nor stored.
  case orphan
  /// A byte range does not lie inside the text, or does not fall on letters.
  case range(String)

  /// One line.
  public var description: String {
    switch self {
    case .notJSON: "not a JSON object"
    case .schema(let found): "schema \(found) is not known; this version reads schema 1"
    case .key(let key): "'\(key)' is missing or of the wrong kind"
    case .orphan: "no verbatim with this id was loaded or is stored"
    case .range(let key): "'\(key)' lies outside the text"
    }
  }
}

/// Reads schema-1 lines.
public enum LineReader {
  /// Reads one line without its line feed.
  ///
  /// Unknown keys are ignored; `problemKey` is derived, not read. A `source` is kept as its name.
  public static func line(_ bytes: [UInt8]) throws(LineError) -> Line {
    guard let value = JSONValue(bytes), value.isObject else { throw .notJSON }
    guard let schema = value["schema"]?.text else { throw .key("schema") }
    guard schema == "1" else {
      throw schema.utf8.count <= 8 && schema.allSatisfy(\.isNumber)
        ? .schema(schema) : .key("schema")
    }
    let fields = Fields(value: value)
    switch value["line"]?.text {
    case "verbatim": return .verbatim(try verbatim(fields))
    case "verdict": return .verdict(try verdict(fields))
    default: throw .key("line")
    }
  }

  private static func source(_ fields: Fields) throws(LineError) -> SourceReference {
    SourceReference(printed: try fields.text("source"))
  }

  private static func verbatim(_ fields: Fields) throws(LineError) -> Verbatim {
    let text = try fields.text("text")
    var verbatim = Verbatim(
      id: try fields.fingerprint("id"), document: try fields.fingerprint("document"),
      source: try source(fields), channel: try fields.choice("channel"),
      documentClass: try fields.choice("class"), part: try fields.choice("part"),
      references: try fields.texts("references"), language: try fields.text("language"),
      role: try fields.choice("role"), text: text,
      passages: try fields.objects("passages").map { item throws(LineError) in
        try passage(item, text: text)
      },
      warnings: try fields.texts("warnings"))
    verbatim.row = fields.optionalText("row")
    verbatim.key = fields.optionalText("key")
    verbatim.parent = fields.optionalText("parent")
    verbatim.title = fields.optionalText("title")
    if let received = fields.optionalText("received") {
      guard let moment = Timestamp(received) else { throw .key("received") }
      verbatim.received = moment
    }
    verbatim.person = fields.optionalText("person")
    verbatim.author = fields.optionalText("author").map { Party(name: $0, address: nil) }
    verbatim.messageID = fields.optionalText("messageID")
    verbatim.score = fields.value["score"]?.double
    return verbatim
  }

  private static func passage(_ fields: Fields, text: String) throws(LineError) -> Passage {
    let confidence = try fields.number("confidence")
    guard (0...1).contains(confidence) else { throw .key("confidence") }
    return Passage(
      kind: try fields.choice("kind"), range: try fields.range(in: text, "passages"),
      role: try fields.choice("role"), confidence: confidence,
      speaker: fields.optionalText("speaker"), from: fields.value["from"]?.double,
      to: fields.value["to"]?.double)
  }

  private static func verdict(_ fields: Fields) throws(LineError) -> Verdict {
    var verdict = Verdict(
      id: try fields.fingerprint("id"), row: fields.optionalText("row"),
      document: try fields.fingerprint("document"), source: try source(fields),
      ruleSet: try fields.fingerprint("ruleSet"), engine: try fields.text("engine"))
    guard case .bool(let isScored)? = fields.value["scored"] else { throw .key("scored") }
    if isScored {
      guard case .bool(let isComplaint)? = fields.value["isComplaint"] else {
        throw .key("isComplaint")
      }
      verdict.isComplaint = isComplaint
    } else {
      verdict.unscored = try fields.choice("reason")
    }
    verdict.failures = try fields.objects("failures").map { item throws(LineError) in
      Failure(
        type: try item.text("type"), score: try item.number("score"),
        touchpoint: try item.text("touchpoint"), about: try item.choice("about"),
        isPast: try item.flag("past"), evidence: try evidence(item))
    }
    verdict.causes = try findings(fields, "causes")
    verdict.effects = try findings(fields, "effects")
    verdict.praise = try fields.objects("praise").map { item throws(LineError) in
      Finding(type: "praise", score: try item.number("score"), evidence: try evidence(item))
    }
    verdict.promises = try fields.objects("promises").map { item throws(LineError) in
      Promise(
        who: try item.choice("who"), what: try item.text("what"), due: try mention(item, "due"),
        outcome: try item.choice("outcome"), evidence: try evidence(item))
    }
    verdict.happened = try mention(fields, "happened")
    // Lines of earlier versions have no such key.
    if fields.value["sarcasm"] != nil { verdict.sarcasm = try evidence(fields, "sarcasm") }
    return verdict
  }

  private static func findings(_ fields: Fields, _ key: String) throws(LineError) -> [Finding] {
    try fields.objects(key).map { item throws(LineError) in
      Finding(
        type: try item.text("type"), score: try item.number("score"),
        evidence: try evidence(item))
    }
  }

  private static func evidence(
    _ fields: Fields, _ key: String = "evidence"
  ) throws(LineError) -> [Evidence] {
    try fields.objects(key).map { item throws(LineError) in
      let start = try item.integer("start")
      let end = try item.integer("end")
      guard start >= 0, start <= end else { throw .range("evidence") }
      return Evidence(rule: try item.text("rule"), range: start..<end, text: try item.text("text"))
    }
  }

  private static func mention(_ fields: Fields, _ key: String) throws(LineError) -> TimeMention? {
    guard let value = fields.value[key], value.isObject else { return nil }
    let item = Fields(value: value)
    var day: Day?
    if let date = item.optionalText("date") {
      guard let read = Day(date) else { throw .key(key) }
      day = read
    }
    return TimeMention(words: try item.text("words"), day: day)
  }
}
