import Complaints

@testable import Ingest

/// A mailbox: small windows must give the same pieces as large ones. The messages of large inputs
/// are not read, which is the work of the mails' target.
func readBox(_ bytes: [UInt8]) throws {
  let pieces = try Proof.split(bytes, reading: bytes.count <= 4 << 10) {
    try MboxSplitter(name: "input").split($0, from: 0, ordinal: 1, each: $1)
  }
  guard bytes.count > 16 << 10 else { return }
  let others = try Proof.split(bytes, reading: false) {
    try MboxSplitter(name: "input", windowByteCount: 1).split($0, from: 0, ordinal: 1, each: $1)
  }
  Proof.demand(pieces.map(\.range) == others.map(\.range), "the window's size changes the pieces")
}
