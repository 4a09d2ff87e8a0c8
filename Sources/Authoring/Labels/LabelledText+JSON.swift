import Lines

extension LabelledText {
  /// The line that `LabelFile` reads, with a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.member("source", source)
      json.member("industry", industry)
      json.member("text", text)
      json.member("complaint", isComplaint)
      json.member("praise", praise)
      for (key, tags) in [("failures", failures), ("causes", causes), ("effects", effects)] {
        json.object(key) { json in
          for (type, evidence) in tags.sorted(by: { $0.key < $1.key }) {
            json.strings(type, evidence)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}
