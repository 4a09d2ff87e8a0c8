public import Complaints

/// What operators are told of a run besides its report: when, how long, how much memory.
public struct RunFacts: Sendable {
  /// When the run began.
  public var startedAt: Timestamp
  /// Wall-clock seconds.
  public var seconds: Double
  /// The most memory that was resident, in bytes.
  public var peakByteCount: Int
  /// What the store holds now.
  public var verbatimCount = 0
  /// Complaints among them.
  public var complaintCount = 0
  /// What is in quarantine now.
  public var quarantinedCount = 0

  /// Facts of a run; the store's counts are filled in when it has come to its end.
  public init(startedAt: Timestamp, seconds: Double, peakByteCount: Int) {
    self.startedAt = startedAt
    self.seconds = seconds
    self.peakByteCount = peakByteCount
  }
}
