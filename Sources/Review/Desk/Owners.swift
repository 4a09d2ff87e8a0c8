import Backlog
import Complaints
import Store
import Synchronization

/// Which item owns which problem, kept until something happens to an item, a week ends or more is
/// read: deriving it takes all counts.
final class Owners: Sendable {
  /// What the answer depends on.
  struct Key: Equatable {
    let event: Int64
    let week: Week
    let readUntil: Timestamp?
  }

  private let kept = Mutex<(key: Key, items: [Problem: PreventionItem])?>(nil)

  /// The answer for a key, derived only where another one was kept.
  func items(
    _ key: Key, derive: () throws -> [Problem: PreventionItem]
  ) throws -> [Problem: PreventionItem] {
    if let kept = kept.withLock({ $0 }), kept.key == key { return kept.items }
    let items = try derive()
    kept.withLock { $0 = (key, items) }
    return items
  }
}

extension Desk {
  /// The item that owns each problem.
  func owners(at moment: Timestamp) throws -> [Problem: PreventionItem] {
    guard let event = try store.lastItemEvent() else { return [:] }
    let key = Owners.Key(
      event: event, week: days.lastWeek(before: moment), readUntil: try store.readUntil())
    return try owners.items(key) { try backlog.standing(at: moment).items.owners }
  }
}
