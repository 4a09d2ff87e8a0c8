public import Complaints
package import Foundation
package import GRDB

extension Fingerprint {
  /// 16 bytes, big-endian.
  package var data: Data {
    var data = Data(capacity: 16)
    for half in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        data.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
      }
    }
    return data
  }

  /// Reads 16 bytes; zero for anything else.
  package init(data: Data) {
    guard data.count == 16 else {
      self.init(high: 0, low: 0)
      return
    }
    var halves: (UInt64, UInt64) = (0, 0)
    for (index, byte) in data.enumerated() {
      if index < 8 {
        halves.0 = halves.0 << 8 | UInt64(byte)
      } else {
        halves.1 = halves.1 << 8 | UInt64(byte)
      }
    }
    self.init(high: halves.0, low: halves.1)
  }
}

/// A verbatim as stored, with its verdict in the generation that was asked for.
public struct StoredVerbatim: Sendable, Equatable {
  /// The row number in the store.
  public var rowID: Int64
  /// What was written or said.
  public var verbatim: Verbatim
  /// What the rules say; nil when the generation has no verdict on it yet.
  public var verdict: Verdict?
  /// What people decided about its tags, as far as it holds.
  public var decisions: [Decision] = []

  /// The verdict that counts: the rules' with people's decisions; nil without a verdict.
  public var reviewedVerdict: Verdict? {
    verdict?.reviewed(by: decisions, text: verbatim.text)
  }
}

extension StoredVerbatim {
  /// The columns a query must select: `verbatim.*`, and of a joined verdict and its generation.
  package static let columns = """
    verbatim.*, verdict.reason AS verdictReason, verdict.isComplaint, verdict.tags,
    generation.ruleSet, generation.engine
    """

  /// Reads a row with `columns`; `vocabulary` is that of the row's store.
  package init(_ row: Row, _ vocabulary: Vocabulary, _ database: Database) throws {
    try self.init(row)
    guard let tags = row["tags"] as Data? else { return }
    var verdict = Verdict(
      of: verbatim, ruleSet: Fingerprint(data: row["ruleSet"]), engine: row["engine"])
    verdict.unscored = (row["verdictReason"] as String?).flatMap(UnscoredReason.init)
    verdict.isComplaint = row["isComplaint"]
    try verdict.unpackTags(tags, text: verbatim.text) {
      try? vocabulary.name(of: $0, database)
    }
    self.verdict = verdict
  }

  /// Reads a row with the columns of `verbatim`, without a verdict.
  package init(_ row: Row) throws {
    let text = String(decoding: row["text"] as Data, as: UTF8.self)
    let list = { (column: String) -> [String] in
      let joined: String = row[column]
      return joined.isEmpty ? [] : joined.components(separatedBy: "\n")
    }
    func choice<Choice: RawRepresentable>(_ column: String) throws -> Choice
    where Choice.RawValue == String {
      guard let choice = Choice(rawValue: row[column]) else { throw PackedReader.Damage() }
      return choice
    }
    var verbatim = Verbatim(
      id: Fingerprint(data: row["fingerprint"]), document: Fingerprint(data: row["document"]),
      source: SourceReference(printed: row["source"]), channel: try choice("channel"),
      documentClass: try choice("class"), part: try choice("part"),
      references: list("references"), language: row["language"], role: try choice("role"),
      text: text, passages: try Passage.unpacked(row["passages"]), warnings: list("warnings"))
    guard verbatim.passages.allSatisfy({ $0.range.upperBound <= text.utf8.count }) else {
      throw PackedReader.Damage()
    }
    verbatim.row = row["row"]
    verbatim.key = row["key"]
    verbatim.parent = row["parent"]
    verbatim.title = row["title"]
    verbatim.received = (row["received"] as Int?).map(Timestamp.init(seconds:))
    verbatim.person = row["person"]
    verbatim.messageID = row["messageID"]
    verbatim.score = row["score"]
    rowID = row["id"]
    self.verbatim = verbatim
  }
}
