import Lines

extension Suggestion {
  /// The suggestion as one JSON object and a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", "ruleSuggestion")
      json.member("tag", "\(tag)")
      json.member("rule", rule)
      json.member("pattern", pattern)
      json.member("found", foundCount)
      json.member("missed", missedCount)
      json.member("hits", hitCount)
      json.member("false", falseCount)
      json.member("texts", textCount)
      json.member("yaml", yaml)
    }
    json.endLine()
    return json.bytes
  }
}
