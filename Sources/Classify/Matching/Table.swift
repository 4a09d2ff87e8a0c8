/// Elements that never change, in one piece of memory: shared by all tasks without counting
/// references, which would cost more than a look at one of them.
final class Table<Element: BitwiseCopyable & Sendable>: Sendable {
  /// All elements; valid as long as the table lives. Written before anybody sees the table.
  nonisolated(unsafe) let elements: UnsafeBufferPointer<Element>

  /// A table of some elements.
  init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    self.elements = UnsafeBufferPointer(memory)
  }

  deinit { elements.deallocate() }
}

/// A half-open range of indexes in half as many bytes, which tables and storage can hold.
struct IndexRange: Sendable {
  var start: Int32
  var end: Int32

  init(_ range: Range<Int>) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  @inline(__always)
  var range: Range<Int> { Int(start)..<Int(end) }
}
