import Ingest
import Text

/// A zip, tar or compressed file: it may produce so much and no more, whatever it claims.
///
/// The members' bytes are the work of the other targets.
func readArchive(_ bytes: [UInt8]) throws {
  var spool = try ByteSpool(name: "input")
  try bytes.withUnsafeBytes { try spool.append($0) }
  let file = try spool.file()
  var budget = ArchiveReader.Budget()
  budget.byteCount = 1 << 20
  budget.memberCount = 64
  var producedByteCount = 0
  var ordinal = 0
  let end = try ArchiveReader(name: "input", budget: budget).read(file) { member in
    ordinal += 1
    Proof.demand(member.ordinal == ordinal, "member \(ordinal) is called \(member.ordinal)")
    Proof.demand(member.name.utf8.count <= 16 * bytes.count, "a name longer than the archive")
    guard case .success(let contents) = member.content else { return }
    producedByteCount += contents.byteCount
    let head = try contents.bytes(at: 0, count: Sniffer.headByteCount)
    _ = Sniffer.kind(of: head, name: member.name)
  }
  Proof.demand(producedByteCount <= budget.byteCount, "\(producedByteCount) bytes produced")
  Proof.demand(ordinal <= budget.memberCount, "\(ordinal) members")
  Proof.demand(end?.detail.isEmpty != true, "an archive that ends without a reason")
}
