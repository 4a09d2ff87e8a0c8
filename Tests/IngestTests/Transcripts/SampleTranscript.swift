import Complaints
import Ingest
import Testing
import Text

/// Transcripts written down in a test.
enum SampleTranscript {
  /// The documents of a call's or ticket's JSON, which must be told by its start.
  static func documents(_ json: String) throws -> [Document] {
    #expect(TranscriptJSON.looksLikeTranscriptJSON(Array(json.utf8)))
    return try TranscriptJSON().read(
      item(json, as: .transcriptJSON, date: Timestamp(seconds: 9)))
  }

  /// The first of them.
  static func document(_ json: String) throws -> Document {
    try #require(try documents(json).first)
  }

  /// An item of text; the file's date is the start of 1970 unless it is given.
  static func item(
    _ text: String, as form: Form = .cues, date: Timestamp? = Timestamp(seconds: 0)
  ) -> Item {
    Item(
      source: SourceReference(name: "call", range: 0..<text.utf8.count), form: form,
      bytes: Array(text.utf8), outerDate: date)
  }

  /// What is said in WebVTT or SubRip.
  static func cueTurns(_ text: String) throws -> [Turn] {
    try #require(try CueReader().read(item(text)).first).turns
  }
}

extension Document {
  /// What is said in it.
  var turns: [Turn] {
    for case .turns(let turns) in contents { return turns }
    return []
  }
}
