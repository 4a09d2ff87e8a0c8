import Classify
import Complaints
import Lines
import Pipeline
import Store
import Text

/// The texts that rules are tried on: files, folders, lines of 'extract', or what is stored.
struct TextSource {
  let settings: Settings
  let options: SharedOptions
  /// Verbatims taken from the store at once.
  private static let batchCount = 256

  /// Hands over the verbatims of some inputs in their order; of the store, newest first, where
  /// there are none.
  func each(_ inputs: [String], _ body: (Verbatim) throws -> Void) throws {
    guard !inputs.isEmpty else { return try stored(body) }
    try Inputs.check(inputs)
    var problems = Inputs()
    let lineFiles = inputs.filter { $0 == "-" || InputLines.areVerbatims(path: $0) }
    for path in lineFiles { try lines(path, &problems, body) }
    let others = inputs.filter { !lineFiles.contains($0) }
    if !others.isEmpty {
      let stages = Worker.Stages(
        organisation: settings.organisation, pseudonyms: nil, ruleSet: nil)
      try problems.read(
        others, settings: settings, workforce: Workforce(stages, jobs: options.jobs)
      ) { for verbatim in $0.verbatims { try body(verbatim) } }
    }
    problems.tell()
  }

  private func stored(_ body: (Verbatim) throws -> Void) throws {
    let store = try options.existingStore(settings)
    var filter = StoredFilter()
    filter.limit = 0
    let rowIDs = try store.rowIDs(matching: filter)
    for start in stride(from: 0, to: rowIDs.count, by: TextSource.batchCount) {
      let batch = rowIDs[start..<min(start + TextSource.batchCount, rowIDs.count)]
      for stored in try store.verdicts(of: Array(batch)) { try body(stored.verbatim) }
    }
  }

  private func lines(
    _ path: String, _ problems: inout Inputs, _ body: (Verbatim) throws -> Void
  ) throws {
    let name = path == "-" ? "standard input" : path
    var lines = try InputLines(path: path)
    var number = 0
    while case let batch = try lines.next(512), !batch.isEmpty {
      for bytes in batch {
        number += 1
        guard !bytes.isEmpty else { continue }
        let verbatim: Verbatim
        do throws(LineError) {
          guard case .verbatim(let found) = try LineReader.line(bytes) else { continue }
          verbatim = found
        } catch {
          problems.reject(error.description, at: "\(name) line \(number)", in: name)
          continue
        }
        try body(verbatim)
      }
    }
  }
}
