import Foundation
import Support

/// Runs the built program as a user does.
enum Program {
  /// The built program.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("forestall").path

  /// The program with arguments, in the project's folder; what it printed.
  static func run(
    _ arguments: [String], input: String? = nil
  ) throws -> (status: Int32, output: String, errors: String) {
    try start(path, arguments, input: input, in: Folders.project)
  }

  /// A line of shell with the program's path in `$forestall`, in the project's folder.
  static func shell(_ line: String) throws -> (status: Int32, output: String, errors: String) {
    try start(
      "/bin/bash", ["-c", "forestall=$0; \(line)", path], input: nil, in: Folders.project)
  }

  private static func start(
    _ executable: String, _ arguments: [String], input: String?, in place: URL
  ) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = place
    return try withFolder { folder in
      let files = try ["in", "out", "err"].map { name in
        _ = FileManager.default.createFile(
          atPath: folder + "/" + name, contents: name == "in" ? Data((input ?? "").utf8) : nil)
        return try FileHandle(forUpdating: URL(fileURLWithPath: folder + "/" + name))
      }
      process.standardInput = files[0]
      process.standardOutput = files[1]
      process.standardError = files[2]
      try process.run()
      process.waitUntilExit()
      let text = { (name: String) in
        String(
          decoding: FileManager.default.contents(atPath: folder + "/" + name) ?? Data(),
          as: UTF8.self)
      }
      return (process.terminationStatus, text("out"), text("err"))
    }
  }

  /// A folder of its own for the time of `body`.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = NSTemporaryDirectory() + "command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
