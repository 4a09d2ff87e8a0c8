import Complaints
import Foundation
import Store

/// An erasure that was begun and has no receipt yet: what the receipt must name, without personal
/// data, in a file that goes when the receipt is written.
struct OpenErasure {
  private let path: String

  /// What is kept of a receipt.
  private struct Contents: Codable {
    var id: String
    /// Nil in files of builds before.
    var subject: String?
    var at: Int
    var by: String
    var attempts: Int
    var reasons: [String: Int]
    var texts: [String]
    var othersAnswers: [String]
    var sealed: [String]
    var decisions: Int
    var quotations: Int
    var quarantine: Int
    var itemEvents: Int
    var weeks: Int?
    var paths: Int
  }

  /// The place of a request's erasure in a state folder.
  init(of request: ErasureRequest, stateFolder: String) {
    path = "\(OpenErasure.folder(stateFolder))/\(OpenErasure.mark)\(request.key)"
  }

  private init(path: String) {
    self.path = path
  }

  /// All that were begun in a state folder and have no receipt yet.
  static func all(stateFolder: String) -> [OpenErasure] {
    let folder = folder(stateFolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(mark) }.sorted().map {
      OpenErasure(path: "\(folder)/\($0)")
    }
  }

  private static let mark = "open-"

  private static func folder(_ stateFolder: String) -> String { stateFolder + "/receipts" }

  /// Whether the request was begun before.
  var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  /// The receipt as far as it was known when the erasure was interrupted.
  ///
  /// - Throws: the system's error, or a decoding error when the file is damaged.
  func readIfPresent() throws -> ErasureReceipt? {
    guard isPresent else { return nil }
    let contents = try JSONDecoder().decode(
      Contents.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    var reasons: [ErasurePlan.Reason: Int] = [:]
    for (name, count) in contents.reasons {
      if let reason = ErasurePlan.Reason(rawValue: name) { reasons[reason] = count }
    }
    var receipt = ErasureReceipt(
      id: contents.id, subject: contents.subject ?? "", at: Timestamp(seconds: contents.at),
      by: contents.by, reasons: reasons)
    receipt.attemptCount = contents.attempts
    receipt.texts = contents.texts.compactMap { Fingerprint($0) }
    receipt.othersAnswers = contents.othersAnswers.compactMap { Fingerprint($0) }
    receipt.sealed = contents.sealed.compactMap { Fingerprint($0) }
    receipt.counts.decisionCount = contents.decisions
    receipt.counts.quotationCount = contents.quotations
    receipt.counts.quarantineCount = contents.quarantine
    receipt.counts.itemEventCount = contents.itemEvents
    receipt.counts.weekCount = contents.weeks ?? 0
    receipt.counts.pathCount = contents.paths
    return receipt
  }

  /// Keeps what is known of a receipt, whole or not at all.
  func write(_ receipt: ErasureReceipt) throws {
    let counts = receipt.counts
    let contents = Contents(
      id: receipt.id, subject: receipt.subject, at: receipt.at.seconds, by: receipt.by,
      attempts: receipt.attemptCount,
      reasons: Dictionary(uniqueKeysWithValues: receipt.reasons.map { ($0.rawValue, $1) }),
      texts: receipt.texts.map(\.description),
      othersAnswers: receipt.othersAnswers.map(\.description),
      sealed: receipt.sealed.map(\.description), decisions: counts.decisionCount,
      quotations: counts.quotationCount, quarantine: counts.quarantineCount,
      itemEvents: counts.itemEventCount, weeks: counts.weekCount, paths: counts.pathCount)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try encoder.encode(contents).write(to: URL(fileURLWithPath: path), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// Forgets the erasure, which has its receipt.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
