import Complaints
import Foundation
import Ingest
import Testing
import Text

/// What a splitter hands over, with the proof that it covers the file.
struct BoxReading {
  var pieces: [Piece] = []
  var items: [Item] = []

  init(_ file: ByteFile, from offset: Int = 0, splitter: MboxSplitter = MboxSplitter(name: "box"))
    throws
  {
    var found: [Piece] = []
    try splitter.split(file, from: offset, ordinal: 1) { found.append($0) }
    pieces = found
    var ledger = Ledger(from: offset)
    for piece in pieces {
      ledger.enter(piece)
      if case .item(let item) = piece.content { items.append(item) }
    }
    #expect(ledger.position == file.byteCount)
    #expect(ledger.byteCount == file.byteCount - offset)
  }

  /// Splits a text that is written to a file for it.
  init(_ text: String, splitter: MboxSplitter = MboxSplitter(name: "box")) throws {
    try self.init(Array(text.utf8), splitter: splitter)
  }

  /// Splits bytes that are written to a file for it.
  init(_ bytes: [UInt8], splitter: MboxSplitter = MboxSplitter(name: "box")) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("box-\(UUID().uuidString).mbox").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try self.init(ByteFile(path: path), splitter: splitter)
  }

  /// The messages' bytes as text.
  var messages: [String] { items.map { String(decoding: $0.bytes, as: UTF8.self) } }
}
