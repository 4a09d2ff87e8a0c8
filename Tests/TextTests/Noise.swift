import Glibc
import Support

/// Random bytes, biased towards those that charsets treat specially.
struct Noise {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func bytes(count: Int) -> [UInt8] {
    let special: [UInt8] = [
      0, 0x1B, 0x24, 0x42, 0x28, 0x7E, 0x7B, 0x2B, 0x2D, 0xC3, 0xA9, 0xFF, 0xFE,
    ]
    return (0..<count).map { _ in
      UInt64.random(in: 0..<4, using: &generator) == 0
        ? UInt8.random(in: 0...255, using: &generator)
        : special[Int.random(in: 0..<special.count, using: &generator)]
    }
  }
}

/// Text to bytes by the C library, to make samples.
enum Encoder {
  static func bytes(of text: String, in charset: String) -> [UInt8]? {
    let converter = iconv_open(charset, "UTF-8")
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    var made = 0
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (left, room) = (source.count, target.count)
        _ = iconv(converter, &from, &left, &to, &room)
        made = target.count - room
      }
    }
    return output[..<made].map { UInt8(bitPattern: $0) }
  }
}
