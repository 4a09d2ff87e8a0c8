/// Why an export could not be written; told without any of its contents.
public enum ExportError: Error, Equatable, CustomStringConvertible {
  /// The system refused, with its own words.
  case unwritable(path: String, reason: String)
  /// Something else than a file stands there.
  case notAFile(path: String)

  /// One line with a fix.
  public var description: String {
    switch self {
    case .unwritable(let path, let reason):
      "\(path): cannot be written: \(reason); name another file with --output"
    case .notAFile(let path):
      "\(path): not a regular file; without --output the export goes to standard output"
    }
  }
}
