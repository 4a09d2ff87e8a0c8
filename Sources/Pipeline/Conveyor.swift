import Foundation

/// Elements on their way from one thread that puts them on, over several that work on them, to one
/// that takes the results off in the order of the elements. It holds a bounded number and weight.
///
/// `@unchecked Sendable`: every stored property is touched only while `condition` is locked.
final class Conveyor<Element: Sendable, Result: Sendable>: @unchecked Sendable {
  /// The one that takes has gone away; what is put on is of no use any more.
  struct Stopped: Error {}

  private let condition = NSCondition()
  private let limit: (count: Int, weight: Int)
  private var waiting: [(number: Int, element: Element)] = []
  private var done: [Int: Result] = [:]
  private var weights: [Int: Int] = [:]
  private var weight = 0
  private var putCount = 0
  private var takenCount = 0
  private var end: Swift.Result<Void, any Error>?
  private var isStopped = false

  init(count: Int, weight: Int) {
    limit = (count, weight)
  }

  /// Puts an element on, once there is room for it; one alone has room whatever its weight.
  func put(_ element: Element, weight: Int) throws(Stopped) {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, putCount > takenCount,
      putCount - takenCount >= limit.count || self.weight + weight > limit.weight
    {
      condition.wait()
    }
    guard !isStopped else { throw Stopped() }
    waiting.append((putCount, element))
    weights[putCount] = weight
    self.weight += weight
    putCount += 1
    condition.broadcast()
  }

  /// Says that nothing more will be put on, and why where that is an error.
  func close(_ end: Swift.Result<Void, any Error>) {
    condition.lock()
    defer { condition.unlock() }
    self.end = end
    condition.broadcast()
  }

  /// Lets everybody go who waits.
  func stop() {
    condition.lock()
    defer { condition.unlock() }
    isStopped = true
    waiting = []
    condition.broadcast()
  }

  /// Works on elements until there are no more.
  func work(_ body: (Element) -> Result) {
    while let (number, element) = next() {
      let result = body(element)
      condition.lock()
      done[number] = result
      if number == takenCount { condition.broadcast() }
      condition.unlock()
    }
  }

  private func next() -> (number: Int, element: Element)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, end == nil, !isStopped { condition.wait() }
    return waiting.isEmpty || isStopped ? nil : waiting.removeFirst()
  }

  /// The next result in the order of the elements; nil behind the last one.
  ///
  /// - Throws: what ended the putting on, behind the last one.
  func take() throws -> Result? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result = done.removeValue(forKey: takenCount) {
        weight -= weights.removeValue(forKey: takenCount) ?? 0
        takenCount += 1
        condition.broadcast()
        return result
      }
      if takenCount == putCount, let end {
        try end.get()
        return nil
      }
      condition.wait()
    }
  }
}
