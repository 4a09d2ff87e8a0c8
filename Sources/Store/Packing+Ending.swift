package import Complaints
import Foundation
package import GRDB

extension MailEnding {
  /// The blocks in few bytes.
  var packedBlocks: [UInt8] {
    var writer = PackedWriter()
    writer.write(blocks) { writer, block in
      writer.write(block.paragraph)
      writer.write(Int(Int64(bitPattern: block.fingerprint.high)))
      writer.write(Int(Int64(bitPattern: block.fingerprint.low)))
    }
    return writer.bytes
  }

  /// Stores how a mail ends, also of one that is stored already: row, domain and blocks.
  static let insertSQL = """
    INSERT INTO mailEnding (verbatimID, domain, blocks) VALUES (?, ?, ?)
    ON CONFLICT (verbatimID) DO UPDATE SET domain = excluded.domain, blocks = excluded.blocks
    WHERE (domain, blocks) IS NOT (excluded.domain, excluded.blocks)
    """

  /// Reads the columns `domain` and `blocks` of a row of `mailEnding`.
  package init(_ row: Row) throws {
    var reader = PackedReader(row["blocks"])
    self.init(
      domain: row["domain"],
      blocks: try reader.list { reader throws(PackedReader.Damage) in
        Block(
          paragraph: try reader.range(),
          fingerprint: Fingerprint(
            high: UInt64(bitPattern: Int64(try reader.integer())),
            low: UInt64(bitPattern: Int64(try reader.integer()))))
      })
  }
}
