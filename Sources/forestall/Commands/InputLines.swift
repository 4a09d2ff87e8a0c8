import Text

/// Lines of standard input, or of a file, in bounded memory.
struct InputLines: ~Copyable {
  private let stream: ByteStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// A longer line is given in pieces of this size, each of which is then refused.
  private static let longestLine = 256 << 20

  /// Opens a file; "-" is standard input.
  init(path: String) throws(ByteFile.Failure) {
    stream = try ByteStream(path: path)
  }

  /// Whether a file begins with a verbatim line, as `extract` prints it.
  static func areVerbatims(path: String) -> Bool {
    let start = #"{"schema":1,"line":"verbatim","#
    guard let file = try? ByteFile(path: path) else { return false }
    return (try? file.bytes(at: 0, count: start.utf8.count)) == Array(start.utf8)
  }

  /// Up to `limit` lines, or fewer once they hold 8 MiB; empty at the end.
  mutating func next(_ limit: Int) throws(ByteFile.Failure) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var byteCount = 0
    while lines.count < limit, byteCount < 8 << 20, let line = try nextLine() {
      byteCount += line.count
      lines.append(line)
    }
    return lines
  }

  private mutating func nextLine() throws(ByteFile.Failure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd || buffer.count - start > InputLines.longestLine {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      if start > 0 {
        buffer.removeFirst(start)
        searched -= start
        start = 0
      }
      let bytes = try stream.next()
      isAtEnd = bytes.isEmpty
      buffer += bytes
    }
  }
}
