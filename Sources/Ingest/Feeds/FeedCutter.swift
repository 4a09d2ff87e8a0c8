import Text

/// Finds the entries of a feed in a file, one window of it in memory.
///
/// CDATA sections and comments are skipped. An entry that does not end before the next one starts,
/// or before the file ends, ends there.
struct FeedCutter {
  private let file: ByteFile
  private let startMark: [UInt8]
  private let endMark: [UInt8]
  /// Where the search goes on.
  private var position: Int
  private var window: [UInt8] = []
  private var windowStart = 0
  /// Marks that do not come again.
  private var endless: Set<String> = []
  private static let windowByteCount = 256 << 10

  /// A search from a byte offset for elements of that name.
  init(_ file: ByteFile, entryName: [UInt8], from offset: Int) {
    self.file = file
    startMark = [UInt8(ascii: "<")] + entryName
    endMark = Array("</".utf8) + entryName
    position = offset
  }

  /// The next entry; nil when there is none.
  mutating func next() throws -> Range<Int>? {
    var start: Int?
    while let open = try find([UInt8(ascii: "<")], from: position) {
      let mark = try bytes(at: open, count: max(9, endMark.count + 1))
      if mark.starts(with: "<![CDATA[".utf8) {
        position = try end(of: "]]>", from: open + 9)
      } else if mark.starts(with: "<!--".utf8) {
        position = try end(of: "-->", from: open + 4)
      } else if isTag(mark, startMark) {
        if let start {
          position = open
          return start..<open
        }
        let close = try find([UInt8(ascii: ">")], from: open) ?? file.byteCount - 1
        position = close + 1
        if try bytes(at: close - 1, count: 1).first == UInt8(ascii: "/") { return open..<close + 1 }
        start = open
      } else if let start, isTag(mark, endMark) {
        let close = try find([UInt8(ascii: ">")], from: open) ?? file.byteCount - 1
        position = close + 1
        return start..<close + 1
      } else {
        position = open + 1
      }
    }
    position = file.byteCount
    return start.map { $0..<file.byteCount }
  }

  private func isTag(_ bytes: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    guard bytes.count > mark.count, bytes.starts(with: mark) else { return false }
    let next = bytes[bytes.startIndex + mark.count]
    return next.isASCIIWhiteSpace || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// The place behind a mark; where none follows, only what opened it is skipped, then and later.
  private mutating func end(of mark: String, from start: Int) throws -> Int {
    guard !endless.contains(mark) else { return start }
    if let found = try find(Array(mark.utf8), from: start) { return found + mark.utf8.count }
    endless.insert(mark)
    return start
  }

  /// The first place of a mark at or behind a place of the file.
  private mutating func find(_ mark: [UInt8], from start: Int) throws -> Int? {
    var place = start
    while place + mark.count <= file.byteCount {
      try load(place, count: mark.count)
      var index = place - windowStart
      guard index < window.count else { return nil }
      while let found = window.firstIndex(of: mark[0], in: index..<window.count) {
        if found + mark.count > window.count { break }
        if window[found..<found + mark.count].elementsEqual(mark) { return windowStart + found }
        index = found + 1
      }
      let next = windowStart + window.count - mark.count + 1
      guard next > place else { return nil }
      place = next
    }
    return nil
  }

  /// Up to `count` bytes of the file at a place.
  private mutating func bytes(at place: Int, count: Int) throws -> ArraySlice<UInt8> {
    try load(place, count: count)
    let index = place - windowStart
    guard index >= 0, index < window.count else { return [] }
    return window[index...].prefix(count)
  }

  /// Lets the window hold the bytes at a place.
  private mutating func load(_ place: Int, count: Int) throws {
    let end = min(place + count, file.byteCount)
    if place >= windowStart, end <= windowStart + window.count { return }
    windowStart = place
    window = try file.bytes(at: place, count: FeedCutter.windowByteCount)
  }
}
