private import Glibc

extension String {
  /// Whether a byte occurs in the text's UTF-8; O(n), at the speed of memory.
  public func contains(byte: UInt8) -> Bool {
    let found: Bool? = utf8.withContiguousStorageIfAvailable { buffer in
      guard let base = buffer.baseAddress else { return false }
      return memchr(base, CInt(byte), buffer.count) != nil
    }
    return found ?? utf8.contains(byte)
  }
}
