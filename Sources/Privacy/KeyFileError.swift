/// Why a key file cannot be used; told without any of its contents.
public enum KeyFileError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The system refused to read it, with its own words.
  case unreadable(path: String, reason: String)
  /// The group or others may read or change it; `mode` holds the permission bits.
  case exposed(path: String, mode: UInt32)
  /// It does not hold 64 hexadecimal digits and a line feed.
  case malformed(path: String)
  /// The system refused to write it, with its own words.
  case unwritable(path: String, reason: String)

  /// One line: the path, what is wrong, the fix.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such key file; check the path"
    case .unreadable(let path, let reason):
      "\(path): key file cannot be read: \(reason)"
    case .exposed(let path, let mode):
      "\(path): key file is open to group or others (mode \(KeyFileError.octal(mode)));"
        + " run chmod 600 '\(path)'"
    case .malformed(let path):
      "\(path): not a key file, which is 64 hexadecimal digits and a line feed;"
        + " restore the file, or remove it to start with new pseudonyms"
    case .unwritable(let path, let reason):
      "\(path): key file cannot be created: \(reason)"
    }
  }

  private static func octal(_ mode: UInt32) -> String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
