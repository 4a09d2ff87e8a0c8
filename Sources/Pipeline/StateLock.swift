public import Complaints
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Keeps a second run or load away from a state folder; let go when the program ends, however.
public final class StateLock: Sendable {
  /// Why the lock was not got.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    /// Another process holds it; since when, where that is known.
    case held(process: Int?, since: Timestamp?)
    /// The system refused, with its own words.
    case unusable(path: String, reason: String)

    /// One line with a fix.
    public var description: String {
      switch self {
      case .held(let process, let since):
        "another run is at work on this state folder"
          + (process.map { " (process \($0)" + (since.map { ", since \($0)" } ?? "") + ")" } ?? "")
          + "; wait for it to end"
      case .unusable(let path, let reason):
        "\(path): cannot be written: \(reason); run as the owner of the state folder"
      }
    }
  }

  private let descriptor: CInt

  /// Takes the lock of a state folder. What a killed process left behind is no lock.
  ///
  /// - Throws: `held` when another process has it, `unusable` when the file cannot be written.
  public init(stateFolder: String) throws(Failure) {
    let path = stateFolder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .unusable(path: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let (reason, failure) = (errno, StateLock.holder(path))
      close(descriptor)
      throw reason == EWOULDBLOCK
        ? failure : .unusable(path: path, reason: String(cString: strerror(reason)))
    }
    let line = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  /// The holder wrote its number when it took the lock, and that dates the file.
  private static func holder(_ path: String) -> Failure {
    var status = stat()
    let isDated = stat(path, &status) == 0
    let digits = FileManager.default.contents(atPath: path).map {
      String(decoding: $0.prefix(20), as: UTF8.self).filter(\.isNumber)
    }
    return .held(
      process: digits.flatMap { Int($0) },
      since: isDated ? Timestamp(seconds: status.st_mtim.tv_sec) : nil)
  }
}
