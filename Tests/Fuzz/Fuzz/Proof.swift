import Complaints
import Foundation
import Ingest
import Lines
import Text
import Voices

/// What must hold whatever the bytes are; what does not hold ends the process, which is a find.
enum Proof {
  /// Ends the process unless something holds.
  static func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
  }

  /// Splits bytes as a file: every byte must be accounted for, and every item is read.
  ///
  /// The pieces, for comparing.
  @discardableResult
  static func split(
    _ bytes: [UInt8], reading: Bool = true,
    _ splitter: (ByteFile, (Piece) throws -> Void) throws -> Void
  ) throws -> [Piece] {
    var spool = try ByteSpool(name: "input")
    try bytes.withUnsafeBytes { try spool.append($0) }
    let file = try spool.file(modifiedSeconds: 1_700_000_000)
    var ledger = Ledger()
    var pieces: [Piece] = []
    try splitter(file) { piece in
      var rejection: Rejection?
      if reading, case .item(let item) = piece.content { rejection = read(item) }
      ledger.enter(piece, rejection: rejection)
      pieces.append(piece)
    }
    demand(ledger.position == bytes.count, "\(bytes.count - ledger.position) bytes not covered")
    demand(ledger.byteCount == bytes.count, "\(ledger.byteCount) of \(bytes.count) bytes entered")
    return pieces
  }

  /// Reads the bytes of one item of a form.
  static func read(_ bytes: [UInt8], as form: Form) {
    read(
      Item(
        source: SourceReference(name: "input", range: 0..<bytes.count), form: form, bytes: bytes,
        outerDate: nil))
  }

  /// Reads an item to lines; why it is rejected, if it is.
  @discardableResult
  static func read(_ item: Item) -> Rejection? {
    let documents: [Document]
    do throws(Rejection) {
      documents = try ItemReader(columns: ColumnMap()).documents(of: item)
    } catch {
      return error
    }
    for document in documents {
      for part in document.parts {
        demand(
          part.range.lowerBound >= 0 && part.range.upperBound <= item.bytes.count,
          "part \(part.range) of \(item.bytes.count) bytes")
      }
      let verbatims = VoiceReader(organisation: Organisation(names: ["Acme"]))
        .verbatims(of: document)
      demand(Set(verbatims.map(\.id)).count == verbatims.count, "two verbatims with one id")
      for verbatim in verbatims { check(verbatim) }
    }
    return nil
  }

  /// Passages stand in order inside the text, on whole letters, and the line reads back the same.
  private static func check(_ verbatim: Verbatim) {
    let text = verbatim.text.utf8
    var position = 0
    for passage in verbatim.passages {
      let range = passage.range
      demand(range.lowerBound >= position, "passage \(range) begins before \(position)")
      demand(range.upperBound <= text.count, "passage \(range) of \(text.count) bytes")
      demand((0...1).contains(passage.confidence), "confidence \(passage.confidence)")
      position = range.upperBound
    }
    var writer = LineWriter(withNames: true)
    let line = writer.line(verbatim)
    let isObject = (try? JSONSerialization.jsonObject(with: Data(line))) is [String: Any]
    demand(isObject, "a line that is not JSON")
    demand(line.count(where: { $0 == 0x0A }) == 1, "a line of several lines")
    do throws(LineError) {
      guard case .verbatim(let other) = try LineReader.line(Array(line.dropLast())) else {
        fatalError("a verbatim's line is read as something else")
      }
      demand(other.text.utf8.elementsEqual(text), "the text changes on its way through a line")
      demand(other.passages == verbatim.passages, "the passages change on their way")
      demand(other.received == verbatim.received, "the date changes on its way")
      demand(other.title == verbatim.title, "the title changes on its way")
    } catch {
      fatalError("a line that cannot be read: \(error)")
    }
  }
}
