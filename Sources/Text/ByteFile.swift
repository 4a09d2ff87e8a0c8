private import Foundation

#if canImport(Glibc)
  private import Glibc
#endif

/// A file read in bounded windows; the only place that opens complaint exports.
///
/// `mmap` is not used: it shows the whole file as resident and dies when a file is truncated.
public final class ByteFile: Sendable {
  /// Why a file could not be read.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    /// The system refused, with its own words.
    case unreadable(path: String, reason: String)

    /// The system's own words.
    public var reason: String {
      switch self {
      case .unreadable(_, let reason): reason
      }
    }

    /// One line: the path, then the reason.
    public var description: String {
      switch self {
      case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
      }
    }
  }

  /// The path as given.
  public let path: String
  /// What the system said of the file when it was opened.
  public let facts: FileFacts
  private let descriptor: CInt

  /// Size in bytes when the file was opened.
  public var byteCount: Int { facts.byteCount }
  /// When the file was last changed, in seconds since 1970.
  public var modifiedSeconds: Int { facts.modifiedSeconds }

  /// Opens a regular file for reading.
  ///
  /// - Throws: `unreadable` when the system refuses or the path is not a regular file.
  public init(path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(path: path, reason: "not a regular file")
    }
    facts = FileFacts(status)
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes from `offset`; fewer only at the end of the file as it is now.
  ///
  /// A file that has become shorter than `byteCount` gives fewer bytes; that is not an error here.
  /// - Throws: `unreadable` when the system fails to read.
  public func bytes(at offset: Int, count: Int) throws(Failure) -> [UInt8] {
    let wanted = max(0, min(count, byteCount - offset))
    var failure: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      while filled < wanted {
        let got = pread(descriptor, start + filled, wanted - filled, offset + filled)
        if got > 0 {
          filled += got
        } else if got < 0, errno == EINTR {
          continue
        } else {
          if got < 0 { failure = errno }
          return
        }
      }
    }
    guard failure == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(failure)))
    }
    return bytes
  }
}
