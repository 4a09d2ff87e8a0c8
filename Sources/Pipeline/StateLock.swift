import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Keeps a second run or load away from a state folder; let go when the program ends, however.
public final class StateLock: Sendable {
  /// Another process holds the lock.
  public struct Held: Error, CustomStringConvertible {
    /// Who holds it, as it wrote itself.
    public var holder: String

    /// One line with a fix.
    public var description: String {
      "another run is at work on this state folder\(holder.isEmpty ? "" : " (process \(holder))"); "
        + "wait for it to end"
    }
  }

  private let descriptor: CInt

  /// Takes the lock of a state folder.
  ///
  /// - Throws: `Held` when another process has it.
  public init(stateFolder: String) throws(Held) {
    let path = stateFolder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Held(holder: "") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = FileManager.default.contents(atPath: path).map {
        String(decoding: $0.prefix(20), as: UTF8.self).filter(\.isNumber)
      }
      close(descriptor)
      throw Held(holder: holder ?? "")
    }
    let line = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }
}
