import Testing

@testable import Classify

struct SignatureWindowsTests {
  @Test(arguments: [
    (0...0, 0, 1), (0...1, 0, 2), (0...2, 0, 4), (0...7, 0, 8), (2...2, 2, 1), (2...3, 2, 2),
    (5...6, 5, 2), (6...7, 6, 2), (7...7, 7, 1), (5...7, 4, 4), (3...7, 0, 8),
  ])
  func windowsAreNarrow(_ places: ClosedRange<Int>, _ first: Int, _ count: Int) {
    let window = SignatureWindows.Window(holding: places)
    #expect(window.map { [Int($0.first), $0.count] } == [first, count])
  }

  @Test(arguments: [0...8, 7...8, 8...8, 40...41])
  func whatIsFarHasNoWindow(_ places: ClosedRange<Int>) {
    #expect(SignatureWindows.Window(holding: places) == nil)
  }

  /// Every window beside every word against the words themselves.
  @Test func windowsHoldTheirWords() throws {
    let words = (0..<20).map { "w\($0)" }
    let symbols = Symbols(words: Set(words), prefixes: [])
    let tokens = Sample.tokens(words.joined(separator: " "), symbols)
    let classes = SymbolClasses(symbols: symbols)
    let windows = SignatureWindows()
    windows.fill(tokens.tokens, classes.signatures)
    for at in words.indices {
      for first in 0..<8 {
        for last in first..<8 {
          guard let window = SignatureWindows.Window(holding: first...last) else { continue }
          for isBefore in [true, false] {
            let place = SignatureWindows.place(at) + Int(window.offset(isBefore: isBefore))
            for distance in first...last {
              let word = isBefore ? at - 1 - distance : at + 1 + distance
              guard words.indices.contains(word) else { continue }
              let signature = classes.signatures[Int(tokens.tokens[word].symbol)]
              #expect(windows.windows[place].mayMeet(signature))
            }
          }
        }
      }
    }
  }
}
