import Synchronization

/// What each reviewer's last action did, until the next page has told it.
final class Notices: Sendable {
  private let waiting = Mutex<[String: Notice]>([:])

  /// Leaves a notice for a reviewer's next page.
  func leave(_ notice: Notice, for reviewer: String) {
    waiting.withLock { $0[reviewer] = notice }
  }

  /// The notice that waits for a reviewer, which then waits no more.
  func take(of reviewer: String) -> Notice? {
    waiting.withLock { $0.removeValue(forKey: reviewer) }
  }
}
