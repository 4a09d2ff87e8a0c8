import Foundation

/// How far the work has come: a bar on a terminal, a plain timed line now and then in a log.
struct ProgressLine {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant
  private var isShown = false

  init() {
    start = clock.now
    lastShown = start
  }

  /// Seconds since the start.
  var elapsed: Double {
    let duration = (clock.now - start).components
    return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
  }

  /// Shows a share of the work; at most ten times a second, in a log every ten seconds.
  mutating func show(_ label: String, done: Int, total: Int) {
    let pause: Duration = Console.errorIsTerminal ? .milliseconds(100) : .seconds(10)
    guard clock.now - lastShown >= pause else { return }
    lastShown = clock.now
    let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 1
    if Console.errorIsTerminal {
      let width = 24
      let full = Int(share * Double(width))
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
      let line = "\(bar) \(Int(share * 100)) %  \(label)"
      Console.draw(
        "\r\u{1B}[K" + beginning(of: displayedLine(line), columns: Console.errorWidth - 1))
      isShown = true
    } else {
      log("\(label) \(Int(share * 100)) %")
    }
  }

  /// Prints a whole line above the bar; in a log with the time since the start.
  mutating func log(_ line: String) {
    clear()
    if Console.errorIsTerminal {
      Console.note(line)
    } else {
      Console.note(String(format: "%7.1f s  ", elapsed) + line)
    }
  }

  /// Takes the bar off the terminal.
  mutating func clear() {
    guard isShown else { return }
    Console.draw("\r\u{1B}[K")
    isShown = false
  }
}

/// "12.3 MB".
func megabytes(_ byteCount: Int) -> String {
  String(format: "%.1f MB", Double(byteCount) / 1e6)
}
