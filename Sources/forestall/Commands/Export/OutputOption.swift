import ArgumentParser
import Export

/// Where an export or a letter goes.
struct OutputOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write this file, whole or not at all; without it, or with '-', standard output.",
      valueName: "file"))
  var output: String?

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output takes a file's name") }
  }

  /// Runs an export into the file, or onto standard output.
  func write(_ body: (ByteSink) throws -> Void) throws {
    guard let output, output != "-" else { return try body(Console.write) }
    try OutputFile.write(to: output, body)
  }
}
