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
  /// Whether colour is wanted on standard error.
  static let errorUsesColour =
    errorIsTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  /// The width of standard output's terminal in columns, at least 20; 100 elsewhere.
  static var width: Int { width(of: STDOUT_FILENO) }
  /// The width of standard error's terminal in columns, at least 20; 100 elsewhere.
  static var errorWidth: Int { width(of: STDERR_FILENO) }

  /// What must hold before anything is read or written: a reader that goes away is an error like
  /// any other, what is written is only for its owner, and no file gets a standard descriptor.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    let modes = [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    for (descriptor, mode) in modes where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }

  /// Writes bytes to standard output; ends the program when that is impossible, quietly when
  /// nobody reads any more.
  static func write(_ bytes: [UInt8]) {
    let failure = send(bytes, to: STDOUT_FILENO)
    guard failure != 0 else { return }
    guard failure != EPIPE else { exit(0) }
    complain("cannot write: \(String(cString: strerror(failure)))")
    exit(1)
  }

  /// Prints a line.
  static func print(_ line: String = "") {
    write(Array((line + "\n").utf8))
  }

  /// Prints a line on standard error, with the program's name in front.
  static func complain(_ line: String) {
    note("forestall: \(line)")
  }

  /// Prints a line on standard error; what could steer a terminal is made visible.
  static func note(_ line: String, _ style: Style? = nil) {
    let text = displayedLine(line)
    draw((errorUsesColour ? style?.marked(text) ?? text : text) + "\n")
  }

  /// Puts text on standard error as it is; that nobody can see it is no failure.
  static func draw(_ text: String) {
    _ = send(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes everything; 0, or the system's error number.
  private static func send(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        let rest = UnsafeRawBufferPointer(rebasing: $0[sent...])
        return Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private static func width(of descriptor: CInt) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return max(20, Int(size.ws_col))
  }
}
