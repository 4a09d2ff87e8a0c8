import Foundation
import Text

#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of standard input, or of a file, read once from beginning to end.
struct ByteStream: ~Copyable {
  private let name: String
  private let descriptor: CInt
  private static let pieceByteCount = 1 << 20

  /// Opens a file; "-" is standard input.
  init(path: String) throws(ByteFile.Failure) {
    name = path == "-" ? "standard input" : path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ByteStream.failure(name) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes, at most 1 MiB; empty at the end.
  func next() throws(ByteFile.Failure) -> [UInt8] {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: ByteStream.pieceByteCount) { buffer, filled in
      repeat {
        got = read(descriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR
      filled = max(0, got)
    }
    guard got >= 0 else { throw ByteStream.failure(name) }
    return bytes
  }

  /// The system's words for what went wrong last.
  private static func failure(_ name: String, _ during: String = "") -> ByteFile.Failure {
    .unreadable(path: name, reason: during + String(cString: strerror(errno)))
  }

  /// The rest of the stream as a file without a name and without a date, since formats are found
  /// by content and files are read by position. Its bytes are gone when it is closed, or when the
  /// program ends, however.
  consuming func spooled() throws(ByteFile.Failure) -> ByteFile {
    var spool = try ByteSpool(name: name)
    while case let bytes = try next(), !bytes.isEmpty {
      var failure: ByteFile.Failure?
      bytes.withUnsafeBytes { piece in
        do throws(ByteFile.Failure) { try spool.append(piece) } catch { failure = error }
      }
      if let failure { throw failure }
    }
    return try spool.file()
  }
}
