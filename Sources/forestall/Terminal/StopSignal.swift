import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The first SIGTERM or SIGINT asks the program to finish what it is at; a second one ends it.
enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// Takes the signals from now on.
  static func catchAll() {
    _ = received.load(ordering: .relaxed)
    for number in [SIGTERM, SIGINT] {
      signal(number) { number in
        StopSignal.received.store(number, ordering: .relaxed)
        // The system's own answer to the next one: the program ends, as a kill does.
        signal(number, SIG_DFL)
      }
    }
  }

  /// The signal that came; nil before.
  static var number: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
