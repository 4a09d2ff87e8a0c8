package import Complaints

extension Sequence where Element == PreventionItem {
  /// The item that each problem belongs to: one that is not accepted, else the newest accepted one;
  /// the items are in the order of their numbers.
  package var owners: [Problem: PreventionItem] {
    reduce(into: [:]) { owners, item in
      for problem in item.problems where owners[problem]?.state ?? .accepted == .accepted {
        owners[problem] = item
      }
    }
  }
}
