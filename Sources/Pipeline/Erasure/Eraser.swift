import Cases
public import Complaints
import Foundation
import Privacy
public import Store

/// Erases people, texts and what is too old from a state folder.
///
/// Needs the folder's lock. An erasure that was interrupted is completed by the same request.
public struct Eraser {
  let store: ComplaintStore
  let quarantine: Quarantine
  let days: LocalDays
  let now: Timestamp

  /// An eraser of a store, whose cases are counted in the weeks of a time zone.
  public init(store: ComplaintStore, days: LocalDays, now: Timestamp) {
    self.store = store
    self.days = days
    self.now = now
    quarantine = Quarantine(store: store)
  }

  /// Erases what a plan holds, counts the cases anew, writes the database anew, searches every byte
  /// of the state folder for what was erased, and leaves a receipt and an audit entry.
  ///
  /// - Throws: `ComplaintStore.Failure`, or what the system says about files.
  public func apply(_ plan: ErasurePlan, by actor: String) throws -> ErasureReceipt {
    var receipt = ErasureReceipt(
      subject: plan.request.subject, at: now, by: actor, reasons: plan.reasons)
    let words = try telling(plan)
    var address: String?
    if case .person(let trace) = plan.request { address = trace.telling }
    receipt.texts = plan.texts.map(\.id)
    receipt.counts = try erase(
      plan.texts.map(\.rowID), kept: plan.kept.map(\.entry), address: address)
    _ = try CaseBook(store: store, days: days).refresh()
    try store.purge()
    receipt.othersAnswers = plan.othersAnswers.map(\.id)
    receipt.sealed = plan.sealed.map(\.fingerprint)
    receipt.proof = ErasureProof(of: words, in: store.folder)
    let counts = receipt.counts
    receipt.chain = try store.enter(
      .erase, by: actor,
      "\(receipt.subject): \(counts.verbatimCount) texts, \(counts.quarantineCount) kept pieces; "
        + "receipt \(receipt.id)", at: now
    ).chain
    try receipt.write(stateFolder: store.folder)
    return receipt
  }

  /// Completes an erasure that was interrupted after its last text was gone.
  ///
  /// - Returns: whether there was one.
  public func completeInterrupted() throws -> Bool {
    guard try store.isPurgeDue() else { return false }
    _ = try CaseBook(store: store, days: days).refresh()
    try removeUnnamedBytes()
    try store.purge()
    return true
  }

  /// Erases rows, kept bytes, and an address wherever else it stands; no case is counted anew and
  /// nothing is taken out of free pages yet.
  func erase(
    _ rowIDs: [Int64], kept: [QuarantineEntry], address: String?
  ) throws -> ErasureCounts {
    try store.overwriteWhatIsDeleted()
    try store.eraseKept(
      kept.map { ($0.fingerprint, try quarantine.contents(of: $0)) }, address: address, at: now)
    try removeUnnamedBytes()
    var counts = try store.erase(rowIDs, at: now)
    counts.quotationCount = try store.blankQuotations()
    counts.quarantineCount = kept.count
    if let address {
      (counts.itemEventCount, counts.pathCount) = try store.blacken(address)
    }
    return counts
  }

  private func removeUnnamedBytes() throws {
    quarantine.removeUnfinished()
    quarantine.removeAll(
      besides: Set(try store.quarantined().filter(\.isKept).map(\.fingerprint)))
  }
}
