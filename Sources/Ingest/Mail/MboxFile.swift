import Text

/// A mailbox's bytes with line ends that end lines: where the file knows no LF at all, as old Mac
/// programs wrote them, each CR is read as one. No byte is added, so that positions hold.
struct MboxFile {
  /// The size of the file.
  var byteCount: Int { file.byteCount }
  private let file: ByteFile
  private let hasBareReturns: Bool

  /// A mailbox; its first bytes tell how its lines end.
  init(_ file: ByteFile) throws(ByteFile.Failure) {
    self.file = file
    hasBareReturns = MboxFile.hasBareReturns(
      try file.bytes(at: 0, count: Sniffer.headByteCount)[...])
  }

  /// Up to `count` bytes at `offset`; fewer when the file has become shorter.
  func bytes(at offset: Int, count: Int) throws(ByteFile.Failure) -> [UInt8] {
    let bytes = try file.bytes(at: offset, count: count)
    return hasBareReturns ? MboxFile.withLineFeeds(bytes) : bytes
  }

  /// Whether lines end with CR alone.
  static func hasBareReturns(_ head: ArraySlice<UInt8>) -> Bool {
    head.contains(0x0D) && !head.contains(0x0A)
  }

  /// The bytes with each CR that no LF follows made LF.
  static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for index in bytes.indices where bytes[index] == 0x0D {
      if index + 1 == bytes.count || bytes[index + 1] != 0x0A { bytes[index] = 0x0A }
    }
    return bytes
  }
}
