private import Foundation

#if canImport(Glibc)
  private import Glibc
#endif

/// The file that holds the secret of the pseudonyms: 32 random bytes as 64 hexadecimal digits and
/// a line feed, for its owner's eyes only.
///
/// Who loses it cannot link new complaints to old ones; who leaks it lets others test guesses.
public enum KeyFile {
  /// Bytes in a key.
  public static let byteCount = 32

  /// The key in a file; a missing line feed and capital digits are not errors.
  ///
  /// - Throws: `missing`, `unreadable`, `exposed` when the group or others have any permission,
  ///   `malformed`.
  public static func read(path: String) throws(KeyFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .missing(path: path) }
      throw .unreadable(path: path, reason: lastReason())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: lastReason())
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "not a regular file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .exposed(path: path, mode: UInt32(status.st_mode & 0o7777))
    }
    // One byte more than a key file has tells that a file is longer.
    var bytes = [UInt8](repeating: 0, count: byteCount * 2 + 2)
    var filled = 0
    while filled < bytes.count {
      let offset = filled
      let got = bytes.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
      if got == 0 { break }
      filled += got
    }
    var digits = bytes[..<filled]
    if digits.last == 0x0A { digits.removeLast() }
    guard digits.count == byteCount * 2, let key = Hexadecimal.bytes(of: digits) else {
      throw .malformed(path: path)
    }
    return key
  }

  /// The key in a file, which is created with mode 0600 where it is missing.
  ///
  /// The key comes from the system's random source. The file appears complete or not at all; of
  /// two processes that create it at once, both get the key of the first.
  /// - Throws: as `read`, and `unwritable`.
  public static func readOrCreate(path: String) throws(KeyFileError) -> [UInt8] {
    do {
      return try read(path: path)
    } catch .missing {
      try create(path: path)
      return try read(path: path)
    }
  }

  /// Writes a new key beside the path and links it there; a file that is there meanwhile stays.
  private static func create(path: String) throws(KeyFileError) {
    var random = SystemRandomNumberGenerator()
    let draft = path + ".new-" + String(random.next(), radix: 16)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: lastReason()) }
    defer { unlink(draft) }
    var failure: String?
    // The process's umask may have taken more away than it should.
    if fchmod(descriptor, 0o600) != 0 || !write(newKey(&random), to: descriptor)
      || fsync(descriptor) != 0
    {
      failure = lastReason()
    }
    close(descriptor)
    if failure == nil, link(draft, path) != 0, errno != EEXIST { failure = lastReason() }
    if let failure { throw .unwritable(path: path, reason: failure) }
  }

  private static func newKey(_ random: inout SystemRandomNumberGenerator) -> [UInt8] {
    var digits: [UInt8] = []
    for _ in 0..<byteCount {
      Hexadecimal.append(UInt8(truncatingIfNeeded: random.next()), to: &digits)
    }
    digits.append(0x0A)
    return digits
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private static func lastReason() -> String { String(cString: strerror(errno)) }
}
