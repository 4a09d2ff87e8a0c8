import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output and standard error.
enum Console {
  /// Whether standard output is a terminal.
  static let isTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1
  /// Whether colour is wanted on standard output: a terminal, and `NO_COLOR` is not set.
  static let usesColour = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  /// The width of the terminal in columns; 100 elsewhere.
  static var width: Int {
    var size = winsize()
    guard ioctl(isTerminal ? STDOUT_FILENO : STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 20
    else { return 100 }
    return Int(size.ws_col)
  }

  /// Writes bytes to standard output; ends the program when nobody reads any more.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : 1)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Prints a line.
  static func print(_ line: String = "") {
    write(Array((line + "\n").utf8))
  }

  /// Prints a line on standard error, with the program's name in front.
  static func complain(_ line: String) {
    note("forestall: \(line)")
  }

  /// Prints a line on standard error as it is.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

/// Marks for people, left out where there is no terminal.
enum Style: String {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
  case evidence = "1;33"

  /// The text with this style, or as it is.
  func callAsFunction(_ text: String) -> String {
    Console.usesColour ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// Text that a terminal can be trusted with: control and direction-changing characters made visible.
func displayed(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: result.append("\n")
    case 0x09: result.append(" ")
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      result.append("�")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The text on one line, cut to a width with "…".
func oneLine(_ text: some StringProtocol, width: Int) -> String {
  let folded = displayed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return folded.count <= width ? folded : folded.prefix(max(1, width - 1)) + "…"
}
