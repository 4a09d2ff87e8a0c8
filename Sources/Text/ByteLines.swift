/// The lines of some bytes as ranges; a line ends with LF or CRLF, the last one also with the bytes.
public struct ByteLines: Sequence, IteratorProtocol, Sendable {
  /// One line.
  public struct Line: Sendable, Equatable {
    /// Half-open range of the line in the bytes, without its line end.
    public var range: Range<Int>
    /// Where the next line starts.
    public var next: Int
  }

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// The lines of `bytes`, or of a part of them; a final LF does not start another line.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = Swift.min(range?.upperBound ?? bytes.count, bytes.count)
  }

  /// The next line; nil after the last.
  public mutating func next() -> Line? {
    guard position < end else { return nil }
    let start = position
    let stop = bytes.firstIndex(of: 0x0A, in: start..<end) ?? end
    let next = Swift.min(stop + 1, end)
    position = next
    let hasReturn = stop > start && stop < end && bytes[stop - 1] == 0x0D
    return Line(range: start..<(hasReturn ? stop - 1 : stop), next: next)
  }
}
