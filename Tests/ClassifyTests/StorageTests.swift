import Support
import Testing

@testable import Classify

struct StorageTests {
  /// Against an array, through every way to grow and to shrink.
  @Test func storageHoldsWhatAnArrayHolds() {
    var generator = SeededGenerator(seed: 5)
    let storage = Storage<Int32>()
    var expected: [Int32] = []
    for number in Int32(0)..<5_000 {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0:
        storage.removeAll()
        expected = []
      case 1:
        let count = Int.random(in: 0...expected.count, using: &generator)
        storage.removeLast(count)
        expected.removeLast(count)
      case 2:
        let count = Int.random(in: 0...200, using: &generator)
        storage.resize(to: count, -1)
        expected = (expected + [Int32](repeating: -1, count: 200)).prefix(
          max(expected.count, count)
        ).map { $0 }
        expected = Array(expected.prefix(count))
      case 3:
        let more = (0..<Int32.random(in: 0...60, using: &generator)).map { number + $0 }
        storage.append(more)
        expected += more
      case 4:
        // Of ten written every other one is kept.
        storage.append(atMost: 10) { next in
          var next = next
          for index in Int32(0)..<10 {
            next.pointee = number + index
            next += index % 2 == 0 ? 1 : 0
          }
          return next
        }
        expected += (0..<10).filter { $0 % 2 == 0 }.map { number + $0 }
      case 5 where !expected.isEmpty:
        storage[expected.count / 2] = number
        expected[expected.count / 2] = number
      default:
        storage.append(number)
        expected.append(number)
      }
      #expect(Array(storage.elements) == expected)
    }
  }

  @Test func tablesHoldTheirElements() {
    for count in [Int32(0), 1, 1_000] {
      let squares = (0..<count).map { $0 * $0 }
      let table = Table(squares)
      withExtendedLifetime(table) { #expect(Array(table.elements) == squares) }
    }
  }
}
