import Dispatch
import Synchronization

/// Several workers that share a batch and give results in the order of the batch.
public final class Workforce {
  var workers: [Worker]

  /// As many workers as `jobs`; at least one.
  public init(_ stages: Worker.Stages, jobs: Int) {
    workers = (0..<max(1, jobs)).map { _ in Worker(stages) }
  }

  /// Lets one worker do something on the calling thread.
  func one<Result>(_ work: (inout Worker) -> Result) -> Result {
    work(&workers[0])
  }

  /// Applies `work` to every element, on all workers at once; results are in input order.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (inout Worker, Element) -> Result
  ) -> [Result] {
    guard workers.count > 1, elements.count > 1 else {
      return elements.map { work(&workers[0], $0) }
    }
    let next = Atomic<Int>(0)
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: elements.count))
    workers.withUnsafeMutableBufferPointer { buffer in
      // Each iteration has the worker of its own index, so no worker is shared.
      nonisolated(unsafe) let workers = buffer
      DispatchQueue.concurrentPerform(iterations: workers.count) { number in
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < elements.count else { return }
          let result = work(&workers[number], elements[index])
          results.withLock { $0[index] = result }
        }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
