/// Elements in one piece of memory that are read through a pointer: matching looks at a few of
/// them millions of times, where counting references would cost more than the look.
///
/// Written by one task; shared only when nothing is written any more.
final class Storage<Element: Sendable>: @unchecked Sendable {
  /// The first element; valid as long as the storage lives and nothing is added.
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private var capacity: Int

  /// Storage of some elements.
  init(_ elements: [Element] = []) {
    capacity = max(elements.count, 1)
    count = 0
    start = .allocate(capacity: capacity)
    append(elements)
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  /// Adds elements at the end.
  func append(_ elements: [Element]) {
    reserve(count + elements.count)
    for element in elements {
      (start + count).initialize(to: element)
      count += 1
    }
  }

  /// Adds an element at the end.
  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { reserve(count + 1) }
    (start + count).initialize(to: element)
    count += 1
  }

  /// All elements, to be read and put in order.
  var elements: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  /// Makes the storage hold so many elements, new ones of some value; keeps its memory.
  func resize(to newCount: Int, _ value: Element) {
    reserve(newCount)
    if newCount > count {
      (start + count).initialize(repeating: value, count: newCount - count)
      count = newCount
    } else {
      removeLast(count - newCount)
    }
  }

  /// Empties the storage and keeps its memory.
  func removeAll() { removeLast(count) }

  /// Takes elements off the end.
  func removeLast(_ number: Int) {
    count -= number
    (start + count).deinitialize(count: number)
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

  private func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = needed + needed / 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
