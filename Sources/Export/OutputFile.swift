private import Foundation

#if canImport(Glibc)
  private import Glibc
#endif

/// A file that appears whole or not at all, for its owner's eyes only (mode 0600).
public enum OutputFile {
  /// Writes a draft beside the path and renames it when `body` is done; a file that was there
  /// stays as it was until then, and stays when `body` throws. A link is followed.
  ///
  /// - Throws: `ExportError`, or what `body` throws.
  public static func write(to path: String, _ body: (ByteSink) throws -> Void) throws {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw ExportError.notAFile(path: path)
    }
    var random = SystemRandomNumberGenerator()
    let draft = path + ".new-" + String(random.next(), radix: 16)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    var isOpen = true
    defer {
      if isOpen { close(descriptor) }
      unlink(draft)
    }
    // The process's umask may have taken more away than it should.
    guard fchmod(descriptor, 0o600) == 0 else { throw failure(path) }
    try body { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 || errno == EINTR else { throw failure(path) }
        rest = rest.dropFirst(max(0, count))
      }
    }
    guard fsync(descriptor) == 0 else { throw failure(path) }
    isOpen = false
    guard close(descriptor) == 0, rename(draft, path) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> ExportError {
    .unwritable(path: path, reason: String(cString: strerror(errno)))
  }
}
