import Complaints
import Lines
import Privacy

extension ComplaintRecord {
  /// Writes the schema-1 "complaint" line, its line feed included: all keys, in a fixed order.
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("schema", LineWriter.schema)
      json.member("line", "complaint")
      json.member("id", verbatim.id.description)
      json.member("row", verbatim.row)
      json.member("document", verbatim.document.description)
      json.member("source", source)
      json.member("channel", verbatim.channel.rawValue)
      json.member("part", verbatim.part.rawValue)
      json.member("received", verbatim.received?.description)
      json.member("person", verbatim.person)
      json.member("language", verbatim.language)
      json.member("score", verbatim.score)
      json.member("case", filing?.caseID?.description)
      json.member("contacts", filing?.contactCount)
      json.member("duplicateOf", filing?.duplicateOf?.description)
      json.member("reviewed", isReviewed)
      LineWriter.tags(of: verdict, &json)
      json.member("ruleSet", verdict.ruleSet.description)
      if let redactions {
        json.object("redactions") { json in
          for (kind, count) in redactions { json.member(kind.rawValue, count) }
        }
      } else {
        json.member("redactions", String?.none)
      }
      json.member("title", verbatim.title)
      json.member("text", verbatim.text)
    }
    json.endLine()
  }
}
