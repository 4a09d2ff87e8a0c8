/// A range of values that the data are compatible with.
public struct Interval: Sendable, Equatable {
  /// The lower end.
  public var low: Double
  /// The upper end, not below the lower one.
  public var high: Double

  /// An interval by its ends.
  public init(low: Double, high: Double) {
    precondition(low <= high, "an interval's ends are numbers in order")
    self.low = low
    self.high = high
  }

  /// Whether a value lies inside; both ends belong to the interval.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
