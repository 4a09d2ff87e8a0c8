private import Foundation

#if canImport(Glibc)
  private import Glibc
#endif

/// Bytes on their way into a file without a name, so that they can be read by position. They are
/// gone when the file is closed, or when the program ends, however.
public struct ByteSpool: ~Copyable {
  private let name: String
  private let descriptor: CInt
  /// Bytes taken in so far.
  public private(set) var byteCount = 0

  /// An empty spool in the folder for temporary files; `name` is for messages.
  ///
  /// - Throws: `unreadable` when the system refuses.
  public init(name: String) throws(ByteFile.Failure) {
    self.name = name
    var template = Array((NSTemporaryDirectory() + "/forestall-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw ByteSpool.failure(name) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Takes in more bytes.
  ///
  /// - Throws: `unreadable` when the disk is full or fails.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) throws(ByteFile.Failure) {
    var sent = 0
    while sent < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
      let count = write(descriptor, rest.baseAddress, rest.count)
      guard count >= 0 || errno == EINTR else { throw ByteSpool.failure(name) }
      sent += max(0, count)
    }
    byteCount += bytes.count
  }

  /// What was taken in, as a file that was last changed at a moment (seconds since 1970; 0: no
  /// date).
  public consuming func file(modifiedSeconds: Int = 0) throws(ByteFile.Failure) -> ByteFile {
    let moment = timespec(tv_sec: modifiedSeconds, tv_nsec: 0)
    guard futimens(descriptor, [moment, moment]) == 0 else { throw ByteSpool.failure(name) }
    return try ByteFile(path: "/dev/fd/\(descriptor)")
  }

  private static func failure(_ name: String) -> ByteFile.Failure {
    .unreadable(
      path: name,
      reason: "cannot be kept in \(NSTemporaryDirectory()): " + String(cString: strerror(errno)))
  }
}
