import ArgumentParser
import Classify
import Complaints
import Foundation
import Lines
import Pipeline
import Store
import Text

/// Lines to the store.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Store verbatim and verdict lines made elsewhere.",
    discussion: """
      Reads what 'extract' and 'classify - --through' print, from files or with - from standard
      input, and stores the same as 'run' would. A verdict without its verbatim is refused.

      Example:
        forestall extract Corpora | forestall classify - --through \\
          | forestall load - --settings forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Files of lines, or - for standard input.")
  var paths: [String]

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.openStore(settings)
    var loading = Loading(store: store, now: options.moment)
    do {
      for path in paths { try loading.load(path) }
      try loading.finish()
    } catch let code as ExitCode {
      throw code
    } catch {
      Console.complain("\(error)")
      throw ExitCode.failure
    }
    let changes = loading.changes
    Console.print(
      "Stored \(counted(changes.newVerbatimCount, "new verbatim")), "
        + "\(counted(changes.complaintCount, "complaint")) among them"
        + (changes.knownVerbatimCount > 0
          ? "; \(grouped(changes.knownVerbatimCount)) known already." : "."))
    if loading.newRejectionCount > 0 {
      Console.complain("\(counted(loading.newRejectionCount, "line")) rejected")
      throw ExitCode(2)
    }
  }
}

/// One load: lines are paired, batched and stored.
private struct Loading {
  let store: ComplaintStore
  let now: Timestamp
  private(set) var changes = StoreChanges()
  private(set) var newRejectionCount = 0
  private var batch = StoreBatch()
  private var generations: [Fingerprint: Int64] = [:]
  private var generation: Int64?
  private static let batchCount = 512

  init(store: ComplaintStore, now: Timestamp) {
    self.store = store
    self.now = now
  }

  mutating func load(_ path: String) throws {
    let name = path == "-" ? "standard input" : path
    var lines = try InputLines(path: path)
    var number = 0
    while case let read = try lines.next(Loading.batchCount), !read.isEmpty {
      for bytes in read {
        number += 1
        guard !bytes.isEmpty else { continue }
        do {
          try take(try LineReader.line(bytes))
        } catch let error as LineError {
          try reject(bytes, "\(name) line \(number)", error.description)
        }
      }
    }
    try flush()
  }

  private mutating func take(_ line: Line) throws {
    switch line {
    case .verbatim(let verbatim):
      if batch.entries.count >= Loading.batchCount { try flush() }
      batch.entries.append(StoreBatch.Entry(verbatim: verbatim, verdict: nil))
    case .verdict(let verdict):
      let own = batch.entries.lastIndex { $0.verbatim.id == verdict.id }
      guard let own else { throw LineError.key("the verbatim line before this verdict") }
      let text = Array(batch.entries[own].verbatim.text.utf8)
      guard verdict.evidenceFits(text) else { throw LineError.range("evidence") }
      let judged = try number(of: verdict)
      if let generation, generation != judged { try flush(keeping: own) }
      generation = judged
      let last = batch.entries.lastIndex { $0.verbatim.id == verdict.id } ?? own
      batch.entries[last].verdict = verdict
    }
  }

  /// The number of the generation that a verdict belongs to.
  private mutating func number(of verdict: Verdict) throws -> Int64 {
    if let known = generations[verdict.ruleSet] { return known }
    let made = try store.generation(ofRuleSet: verdict.ruleSet, engine: verdict.engine)
    generations[verdict.ruleSet] = made
    return made
  }

  private mutating func flush(keeping index: Int? = nil) throws {
    let kept = index.map { Array(batch.entries[$0...]) } ?? []
    if let index { batch.entries.removeSubrange(index...) }
    if !batch.entries.isEmpty {
      changes += try store.insert(batch, generation: generation ?? 0)
    }
    batch = StoreBatch()
    batch.entries = kept
  }

  private mutating func reject(_ bytes: [UInt8], _ place: String, _ reason: String) throws {
    let quarantine = Quarantine(stateFolder: store.folder)
    let entry = quarantine.entry(
      line: bytes, place: place, reason: reason, now: now)
    let isNew = try !store.isQuarantined(entry.fingerprint)
    newRejectionCount += isNew ? 1 : 0
    Console.complain("rejected \(place): \(reason)\(isNew ? "" : " (known)")")
    var rejected = StoreBatch()
    rejected.quarantined = [entry]
    changes += try store.insert(rejected, generation: generation ?? 0)
  }

  /// Shows the loaded verdicts to readers once every stored verbatim has one of that rule set.
  func finish() throws {
    guard let generation, try store.currentGeneration() != generation else { return }
    let missing = try store.unjudgedCount(in: generation)
    if missing == 0 {
      try store.makeCurrent(generation)
    } else {
      Console.complain(
        "\(counted(missing, "stored verbatim")) have no verdict of the loaded rule set, so readers "
          + "still see the old one; 'forestall run' with those rules completes it")
    }
  }
}

extension Verdict {
  /// Whether every piece of evidence is that range of the text, letter by letter.
  fileprivate func evidenceFits(_ text: [UInt8]) -> Bool {
    let all =
      failures.flatMap(\.evidence) + causes.flatMap(\.evidence) + effects.flatMap(\.evidence)
      + praise.flatMap(\.evidence) + promises.flatMap(\.evidence)
    return all.allSatisfy { item in
      item.range.upperBound <= text.count && text[item.range].elementsEqual(item.text.utf8)
    }
  }
}
