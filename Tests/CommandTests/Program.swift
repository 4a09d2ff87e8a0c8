import Foundation
import Support
import Testing

/// Runs the built program as a user does.
enum Program {
  /// The built program.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("forestall").path

  /// The program with arguments, in the project's folder; what it printed.
  static func run(_ arguments: [String], input: String? = nil) throws -> Answer {
    try start(path, arguments, input: input, in: Folders.project)
  }

  /// A line of shell with the program's path in `$forestall`, in the project's folder.
  static func shell(_ line: String) throws -> Answer {
    try start(
      "/bin/bash", ["-c", "forestall=$0; \(line)", path], input: nil, in: Folders.project)
  }

  private static func start(
    _ executable: String, _ arguments: [String], input: String?, in place: URL
  ) throws -> Answer {
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

  /// What the program answers to arguments.
  typealias Answer = (status: Int32, output: String, errors: String)

  /// A store of lines in a folder of its own, for the time of `body`, which runs commands over it.
  static func withStore(
    of lines: String, settings: String = "",
    _ body: (_ folder: String, _ run: @escaping ([String]) throws -> Answer) throws -> Void
  ) throws {
    try withFolder { folder in
      let path = folder + "/forestall.yml"
      try Data("state: state\n\(settings)".utf8).write(to: URL(fileURLWithPath: path))
      let loaded = try run(["load", "-", "--settings", path], input: lines)
      try #require(loaded.status == 0, "\(loaded.errors)")
      try body(folder) { try run($0 + ["--settings", path]) }
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
