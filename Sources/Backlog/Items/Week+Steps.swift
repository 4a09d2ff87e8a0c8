import Complaints

extension Week {
  /// The week so many weeks later, or earlier.
  func moved(by count: Int) -> Week { Day(number: start.number + 7 * count).week }

  /// Weeks from another one to this, negative where this is earlier.
  func distance(from other: Week) -> Int { (start.number - other.start.number) / 7 }
}
