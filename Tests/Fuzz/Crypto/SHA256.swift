/// Stands in for swift-crypto's SHA-256, so that fuzzers need no download and build in seconds: two
/// 64-bit hashes side by side. Good for telling texts apart, for nothing else.
public struct SHA256 {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A hash of nothing.
  public init() {}

  /// Takes in bytes.
  public mutating func update(data: [UInt8]) {
    data.withUnsafeBytes { update(bufferPointer: $0) }
  }

  /// Takes in bytes.
  public mutating func update(bufferPointer: UnsafeRawBufferPointer) {
    for byte in bufferPointer {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = ((second << 5 | second >> 59) ^ UInt64(byte)) &* 0xBF58_476D_1CE4_E5B9
    }
  }

  /// The hash.
  public func finalize() -> [UInt8] {
    [first, second].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } }
  }
}
