import Complaints
import Text

/// A table's bytes as UTF-8 in a window that moves forward, with their places in the file.
///
/// A file in UTF-16 (Excel's "Unicode text") is converted as a whole; its places are counted back.
struct TableBytes {
  /// The bytes that are in reach.
  private(set) var window: [UInt8]
  /// Whether nothing follows the window.
  private(set) var isLast: Bool
  /// Whether the file turned out to be shorter than it was when it was opened.
  private(set) var isTruncated = false

  /// The file offset of the first byte behind the window.
  private var fileEnd: Int
  private let file: ByteFile
  private let isWide: Bool
  private static let chunkByteCount = 512 << 10

  /// The byte order of a UTF-16 file.
  enum WideOrder { case little, big }

  /// The byte order of UTF-16 at the start of a file: by its mark, else by NULs at every other byte,
  /// as programs write it that leave the mark out.
  static func wideOrder(of head: [UInt8]) -> WideOrder? {
    if head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFF, 0xFE, 0, 0]) { return .little }
    if head.starts(with: [0xFE, 0xFF]) { return .big }
    guard head.count >= 16, head[0] == 0 || head[1] == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in head.indices where head[index] == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = head.count / 2
    if zeros.odd * 10 >= half * 7, zeros.even * 50 < half { return .little }
    return zeros.even * 10 >= half * 7 && zeros.odd * 50 < half ? .big : nil
  }

  /// The bytes of a file from an offset; UTF-16 is converted when `order` says so.
  init(_ file: ByteFile, from offset: Int, order: WideOrder?) throws {
    self.file = file
    fileEnd = offset
    guard let order else {
      isWide = false
      window = []
      isLast = offset >= file.byteCount
      return
    }
    isWide = true
    isLast = true
    let bytes = try file.bytes(at: offset, count: file.byteCount - offset)
    isTruncated = bytes.count < file.byteCount - offset
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .little ? second << 8 | first : first << 8 | second)
      index += 2
    }
    window = Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// How many bytes of the file a range of the window is.
  func fileByteCount(of range: Range<Int>) -> Int {
    guard isWide else { return range.count }
    var units = 0
    for byte in window[range] where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    return units * 2
  }

  /// Lets go of the bytes before `position`, which becomes the window's first, and takes more of
  /// the file into the window, at least as much again as it then holds.
  mutating func grow(keepingFrom position: Int) throws {
    guard !isLast else { return }
    if position > 0 { window.removeFirst(position) }
    let wanted = min(max(TableBytes.chunkByteCount, window.count), file.byteCount - fileEnd)
    let more = try file.bytes(at: fileEnd, count: wanted)
    window.append(contentsOf: more)
    fileEnd += more.count
    isTruncated = more.count < wanted
    isLast = isTruncated || fileEnd >= file.byteCount
  }
}
