public import Complaints

/// Writes the schema-1 lines: one JSON object a line, all keys always present, in a fixed order.
public struct LineWriter {
  /// The version of the line format.
  public static let schema = 1

  /// Whether verbatim lines carry authors' names.
  public let withNames: Bool
  private var json = JSONWriter()

  /// A writer; names of authors are left out unless asked for.
  public init(withNames: Bool = false) {
    self.withNames = withNames
  }

  /// The line of a verbatim, its line feed included, as UTF-8.
  public mutating func line(_ verbatim: Verbatim) -> [UInt8] {
    json.removeAll()
    let name = withNames ? verbatim.author.flatMap { $0.name ?? $0.address } : nil
    json.object { json in
      json.member("schema", LineWriter.schema)
      json.member("line", "verbatim")
      json.member("id", verbatim.id.description)
      json.member("row", verbatim.row)
      json.member("document", verbatim.document.description)
      json.member("source", verbatim.source.description)
      json.member("channel", verbatim.channel.rawValue)
      json.member("class", verbatim.documentClass.rawValue)
      json.member("part", verbatim.part.rawValue)
      json.member("key", verbatim.key)
      json.member("parent", verbatim.parent)
      json.member("title", verbatim.title)
      json.member("received", verbatim.received?.description)
      json.member("person", verbatim.person)
      json.member("author", name)
      json.member("messageID", verbatim.messageID)
      json.strings("references", verbatim.references)
      json.member("language", verbatim.language)
      json.member("role", verbatim.role.rawValue)
      json.member("score", verbatim.score)
      json.member("text", verbatim.text)
      json.objects("passages", verbatim.passages) { json, passage in
        json.member("kind", passage.kind.rawValue)
        json.member("start", passage.range.lowerBound)
        json.member("end", passage.range.upperBound)
        json.member("role", passage.role.rawValue)
        json.member("confidence", passage.confidence)
        json.member("speaker", passage.speaker)
        json.member("from", passage.from)
        json.member("to", passage.to)
      }
      json.strings("warnings", verbatim.warnings)
    }
    json.endLine()
    return json.bytes
  }

  /// The line of a verdict, its line feed included, as UTF-8.
  public mutating func line(_ verdict: Verdict) -> [UInt8] {
    json.removeAll()
    json.object { json in
      json.member("schema", LineWriter.schema)
      json.member("line", "verdict")
      json.member("id", verdict.id.description)
      json.member("row", verdict.row)
      json.member("document", verdict.document.description)
      json.member("source", verdict.source.description)
      json.member("scored", verdict.unscored == nil)
      json.member("reason", verdict.unscored?.rawValue)
      json.member("isComplaint", verdict.isComplaint)
      LineWriter.tags(of: verdict, &json)
      json.member("ruleSet", verdict.ruleSet.description)
      json.member("engine", verdict.engine)
    }
    json.endLine()
    return json.bytes
  }
}
