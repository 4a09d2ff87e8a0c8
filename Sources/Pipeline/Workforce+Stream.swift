import Foundation

extension Workforce {
  /// How much is on its way at once, which bounds the memory that a stream takes.
  private static let weightLimit = 16 << 20

  /// Three stages at once: a thread that produces elements, the workers, and the calling thread,
  /// which takes the results in the order of the elements. Order and results are the same whatever
  /// the number of workers; a single one does all three on the calling thread.
  ///
  /// - Parameters:
  ///   - produce: puts elements on with their weight in bytes, on a thread of its own.
  ///   - work: is done by all workers at once.
  ///   - take: is called on the calling thread. What it throws ends the stream.
  /// - Throws: what `take` throws, or what `produce` threw, once everything before it was taken.
  public func stream<Element: Sendable, Result: Sendable>(
    produce: @escaping @Sendable ((Element, Int) throws -> Void) throws -> Void,
    work: @escaping @Sendable (inout Worker, Element) -> Result,
    take: (Result) throws -> Void
  ) throws {
    guard workers.count > 1 else {
      return try produce { element, _ in try take(work(&workers[0], element)) }
    }
    let conveyor = Conveyor<Element, Result>(
      count: 4 * workers.count + 4, weight: Workforce.weightLimit)
    let threads = DispatchGroup()
    Workforce.thread("reader", in: threads) {
      conveyor.close(Swift.Result { try produce { try conveyor.put($0, weight: $1) } })
    }
    try workers.withUnsafeMutableBufferPointer { buffer in
      // Each thread has the worker of its own index, so no worker is shared; all threads have
      // ended when the buffer goes away.
      nonisolated(unsafe) let workers = buffer
      for index in workers.indices {
        Workforce.thread("worker", in: threads) {
          conveyor.work { work(&workers[index], $0) }
        }
      }
      defer {
        conveyor.stop()
        threads.wait()
      }
      while let result = try conveyor.take() { try take(result) }
    }
  }

  private static func thread(
    _ name: String, in group: DispatchGroup, _ body: @escaping @Sendable () -> Void
  ) {
    group.enter()
    let thread = Thread {
      body()
      group.leave()
    }
    thread.name = name
    thread.stackSize = 8 << 20
    thread.start()
  }
}
