import CLibArchive
import Complaints
public import Text

/// Opens zip, tar, gzip, bzip2, xz and Zstandard files and hands over their members one after
/// another, each as a file without a name on disk: nothing is ever extracted by name.
public struct ArchiveReader {
  /// How much an archive may turn into; claimed sizes are not believed.
  public struct Budget: Sendable {
    /// Bytes of all members together.
    public var byteCount = 50 << 30
    /// Bytes of a member for each byte of the archive, beyond the first mebibyte.
    public var ratio = 200
    /// Members.
    public var memberCount = 1_000_000

    /// The usual budget.
    public init() {}
  }

  /// A file inside an archive.
  public struct Member {
    /// Its path inside the archive, as written there; the bytes of a compressed file have none.
    public var name: String
    /// 1-based.
    public var ordinal: Int
    /// Its bytes, or why they cannot be had.
    public var content: Result<ByteFile, Rejection>
  }

  private let name: String
  private var budget: Budget

  /// A reader of the archive of that name.
  public init(name: String, budget: Budget = Budget()) {
    self.name = name
    self.budget = budget
  }

  /// Whether bytes begin like an archive or a compressed file.
  public static func looksLikeArchive(_ head: [UInt8]) -> Bool {
    let magics: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B, 0x08],
      [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
    ]
    return magics.contains { head.starts(with: $0) }
      || head.dropFirst(257).starts(with: "ustar".utf8)
  }

  /// Hands over every member with its bytes, in the archive's order; folders and links are none.
  ///
  /// - Returns: why the archive could not be read to its end; nil when it could.
  /// - Throws: what `each` throws.
  public func read(_ file: ByteFile, each: (Member) throws -> Void) throws -> Rejection? {
    guard let archive = Archive(file) else {
      return Rejection(.unreadable, "no memory for the archive")
    }
    var used = 0
    var ordinal = 0
    while true {
      let header: ArchiveHeader?
      do throws(Rejection) {
        header = try archive.next()
      } catch {
        return error
      }
      guard let header else { return nil }
      guard header.isFile else { continue }
      ordinal += 1
      guard ordinal <= budget.memberCount else {
        return Rejection(.overLimit, "more than \(budget.memberCount) members")
      }
      if ordinal == 1, header.isOfficePart {
        return Rejection(.unsupported, "an office document; export it as text or HTML")
      }
      var member = Member(
        name: header.name, ordinal: ordinal, content: .failure(Rejection(.encrypted, "")))
      if header.isEncrypted {
        member.content = .failure(Rejection(.encrypted, "a member with a password"))
      } else {
        let limit = min(budget.byteCount - used, max(1 << 20, file.byteCount * budget.ratio))
        member.content = contents(of: header, archive, limit, producing: &used)
      }
      try each(member)
      if case .failure(let rejection) = member.content, rejection.reason == .overLimit {
        return rejection
      }
    }
  }

  /// A member's bytes; what a damaged one produced counts in `used` as well.
  private func contents(
    of header: ArchiveHeader, _ archive: Archive, _ limit: Int, producing used: inout Int
  ) -> Result<ByteFile, Rejection> {
    do throws(ByteFile.Failure) {
      var spool = try ByteSpool(name: name)
      var rejection: Rejection?
      while rejection == nil {
        let block: UnsafeRawBufferPointer?
        do throws(Rejection) {
          block = try archive.block()
        } catch {
          rejection = error
          break
        }
        guard let block else { break }
        if spool.byteCount + block.count > limit {
          rejection = Rejection(.overLimit, "a member of more than \(limit) bytes")
        } else {
          try spool.append(block)
          used += block.count
        }
      }
      if let rejection { return .failure(rejection) }
      return .success(try spool.file(modifiedSeconds: header.modifiedSeconds))
    } catch {
      return .failure(Rejection(.unreadable, error.reason))
    }
  }
}
