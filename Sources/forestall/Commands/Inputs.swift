import ArgumentParser
import Complaints
import Foundation
import Ingest
import Pipeline
import Text

/// How `extract` and `classify` print.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case tree, text, jsonl

  /// A person's form on a terminal, lines elsewhere.
  static var usual: OutputFormat { Console.isTerminal ? .tree : .jsonl }
}

/// Files and folders given on the command line, or the settings' sources.
struct Inputs {
  /// How many inputs were rejected so far.
  private(set) var rejectionCount = 0

  /// Reads everything and hands over outcomes in order; rejections are told on standard error.
  mutating func read(
    _ paths: [String], settings: Settings, workforce: Workforce,
    each: (Worker.Outcome) throws -> Void
  ) throws {
    let sources = paths.isEmpty ? settings.sources : paths.map { Settings.Source(path: $0) }
    guard !sources.isEmpty else {
      throw ValidationError("name files or folders, or sources in the settings")
    }
    var progress = ProgressLine()
    let reader = SourceReader(workforce)
    for entry in SourceWalk.entries(of: sources) {
      do {
        let file = try entry.open()
        var done = 0
        _ = try reader.read(file, name: entry.name, columns: entry.columns) { outcomes in
          for outcome in outcomes {
            if let rejection = outcome.rejection {
              reject("\(Inputs.place(of: outcome, entry)): \(rejection)", &progress)
            }
            try each(outcome)
          }
          done = outcomes.last?.piece.range.upperBound ?? done
          if !Console.isTerminal {
            progress.show(entry.name, done: done, total: file.byteCount)
          }
        }
      } catch let rejection as Rejection {
        reject("\(entry.name): \(rejection)", &progress)
      } catch let failure as ByteFile.Failure {
        reject("\(entry.name): unreadable: \(failure.reason)", &progress)
      }
    }
    progress.clear()
  }

  /// Counts something that was rejected and tells it.
  mutating func reject(_ message: String, _ progress: inout ProgressLine) {
    rejectionCount += 1
    progress.clear()
    Console.complain("rejected \(message)")
  }

  /// Ends with status 2 when anything was rejected.
  func finish() throws {
    guard rejectionCount > 0 else { return }
    Console.complain("\(counted(rejectionCount, "input")) rejected")
    throw ExitCode(2)
  }

  private static func place(of outcome: Worker.Outcome, _ entry: SourceWalk.Entry) -> String {
    if case .item(let item) = outcome.piece.content { return item.source.description }
    return "\(entry.name) bytes \(outcome.piece.range.lowerBound)–\(outcome.piece.range.upperBound)"
  }
}

/// Lines of standard input, or of a file, in bounded memory.
struct InputLines {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// A longer line is given in pieces of this size, each of which is then refused.
  private static let longestLine = 256 << 20

  init(path: String) throws {
    if path == "-" {
      handle = .standardInput
    } else {
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw ByteFile.Failure.unreadable(path: path, reason: "no such file, or no right to read")
      }
      self.handle = handle
    }
  }

  /// Up to `limit` lines, or fewer once they hold 8 MiB; empty at the end.
  mutating func next(_ limit: Int) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var byteCount = 0
    while lines.count < limit, byteCount < 8 << 20, let line = try nextLine() {
      byteCount += line.count
      lines.append(line)
    }
    return lines
  }

  private mutating func nextLine() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd || buffer.count - start > InputLines.longestLine {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      if start > 0 {
        buffer.removeFirst(start)
        searched -= start
        start = 0
      }
      let data = try handle.read(upToCount: 1 << 20) ?? Data()
      isAtEnd = data.isEmpty
      buffer += data
    }
  }
}
