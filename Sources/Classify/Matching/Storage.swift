/// Elements in one piece of memory that keeps its size from text to text; the scratch of one task.
///
/// Indexes are checked in debug builds alone: matching looks at a few elements millions of times.
final class Storage<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity = 16

  /// Empty storage.
  init() { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }

  /// An element.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return start[index]
    }
    set {
      assert(index >= 0 && index < count)
      start[index] = newValue
    }
  }

  /// All elements; valid until one is added.
  @inline(__always)
  var elements: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  /// Adds an element at the end.
  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { reserve(count + 1) }
    start[count] = element
    count += 1
  }

  /// Adds elements at the end.
  func append(_ elements: [Element]) {
    reserve(count + elements.count)
    for element in elements { append(element) }
  }

  /// Adds elements at the end.
  ///
  /// - Parameters:
  ///   - most: how many may be written.
  ///   - write: writes elements from a place on; returns where the last one kept ends.
  @inline(__always)
  func append(
    atMost most: Int, _ write: (UnsafeMutablePointer<Element>) -> UnsafeMutablePointer<Element>
  ) {
    if count + most > capacity { reserve(count + most) }
    count = write(start + count) - start
  }

  /// Makes the storage hold so many elements, new ones of some value.
  func resize(to newCount: Int, _ value: Element) {
    reserve(newCount)
    for index in count..<max(count, newCount) { start[index] = value }
    count = newCount
  }

  /// Empties the storage and keeps its memory.
  func removeAll() { count = 0 }

  /// Takes elements off the end.
  func removeLast(_ number: Int) { count -= number }

  private func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = needed + needed / 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
