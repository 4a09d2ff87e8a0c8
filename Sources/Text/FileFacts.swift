#if canImport(Glibc)
  package import Glibc
#endif

/// What tells an unchanged file from another one without reading it.
public struct FileFacts: Sendable, Equatable {
  /// The number of the device.
  public var device: Int
  /// The file's number on its device.
  public var number: Int
  /// Size in bytes.
  public var byteCount: Int
  /// When the file was last changed, in seconds since 1970.
  public var modifiedSeconds: Int
  /// The rest of that moment in nanoseconds.
  public var modifiedNanoseconds: Int

  /// Facts, as they were noted.
  public init(
    device: Int, number: Int, byteCount: Int, modifiedSeconds: Int, modifiedNanoseconds: Int
  ) {
    self.device = device
    self.number = number
    self.byteCount = byteCount
    self.modifiedSeconds = modifiedSeconds
    self.modifiedNanoseconds = modifiedNanoseconds
  }

  /// The system's facts.
  package init(_ status: stat) {
    self.init(
      device: Int(truncatingIfNeeded: status.st_dev),
      number: Int(truncatingIfNeeded: status.st_ino), byteCount: Int(status.st_size),
      modifiedSeconds: status.st_mtim.tv_sec, modifiedNanoseconds: status.st_mtim.tv_nsec)
  }
}
