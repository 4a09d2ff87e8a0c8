public import Complaints
private import Crypto

extension Fingerprint {
  /// The first 128 bits of the SHA-256 of some bytes.
  public init(hashing bytes: some Collection<UInt8>) {
    var hasher = Hasher128()
    hasher.add(bytes)
    self = hasher.fingerprint()
  }

  /// The fingerprint of several fields; each is preceded by its length, so that fields cannot run
  /// into each other.
  public init(fields: [String]) {
    var bytes: [UInt8] = []
    for field in fields {
      bytes += String(field.utf8.count).utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += field.utf8
    }
    self.init(hashing: bytes)
  }
}

/// Computes a fingerprint from bytes that arrive piece by piece.
public struct Hasher128 {
  private var sha = SHA256()

  /// A hasher that has seen nothing.
  public init() {}

  /// Takes in more bytes.
  public mutating func add(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      sha.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if done == nil { sha.update(data: Array(bytes)) }
  }

  /// The fingerprint of everything taken in so far.
  public func fingerprint() -> Fingerprint {
    var halves: (UInt64, UInt64) = (0, 0)
    for (index, byte) in sha.finalize().prefix(16).enumerated() {
      if index < 8 {
        halves.0 = halves.0 << 8 | UInt64(byte)
      } else {
        halves.1 = halves.1 << 8 | UInt64(byte)
      }
    }
    return Fingerprint(high: halves.0, low: halves.1)
  }
}
