public import Complaints
public import Store
import Text

/// What was erased, when and by whom, without personal data.
public struct ErasureReceipt: Sendable {
  /// Eight digits that name the receipt, the same after an interruption.
  public private(set) var id: String
  /// What was asked, as a fingerprint: who knows the person and the key can tell that it is this one.
  public var subject: String
  /// When.
  public var at: Timestamp
  /// Who did it.
  public var by: String
  /// How often it was begun: more than once where it was interrupted. What an interrupted step did
  /// is not among the counts of decisions, quotations, kept bytes, notes, weeks and paths.
  public var attemptCount = 1
  /// How many texts went for each reason.
  public var reasons: [ErasurePlan.Reason: Int]
  /// Fingerprints of the erased texts.
  public var texts: [Fingerprint] = []
  /// What went.
  public var counts = ErasureCounts()
  /// Fingerprints of answers by other customers, which stay.
  public var othersAnswers: [Fingerprint] = []
  /// Ids of kept bytes that no search can look into.
  public var sealed: [Fingerprint] = []
  /// The search afterwards.
  public var proof: ErasureProof?
  /// The audit chain behind the entry of this erasure.
  public var chain: Fingerprint?

  /// The receipt of what a plan takes away, before it is carried out.
  init(of plan: ErasurePlan, by actor: String, at moment: Timestamp) {
    let subject = plan.request.subject
    let texts = plan.texts.map(\.id)
    let name = Fingerprint(
      fields: ["receipt", subject, moment.description, actor] + texts.map(\.description))
    self.init(
      id: String(name.description.prefix(8)), subject: subject, at: moment, by: actor,
      reasons: plan.reasons)
    self.texts = texts
    othersAnswers = plan.othersAnswers.map(\.id)
    sealed = plan.sealed.map(\.fingerprint)
  }

  /// A receipt that names nothing yet.
  init(
    id: String, subject: String, at: Timestamp, by: String, reasons: [ErasurePlan.Reason: Int]
  ) {
    self.id = id
    self.subject = subject
    self.at = at
    self.by = by
    self.reasons = reasons
  }

  /// Takes up an erasure that was interrupted: what was asked, its moment, its actor, and what went
  /// then.
  mutating func goOn(from begun: ErasureReceipt, plan: ErasurePlan) {
    let known = Set(begun.texts)
    let more = plan.texts.filter { !known.contains($0.id) }
    if !begun.subject.isEmpty { subject = begun.subject }
    (id, at, by) = (begun.id, begun.at, begun.by)
    attemptCount = begun.attemptCount + 1
    reasons = more.reduce(into: begun.reasons) { $0[$1.reason, default: 0] += 1 }
    texts = begun.texts + more.map(\.id)
    othersAnswers = begun.othersAnswers + othersAnswers.filter { !begun.othersAnswers.contains($0) }
    sealed = begun.sealed + sealed.filter { !begun.sealed.contains($0) }
    counts = begun.counts
  }

  /// What an erasure cannot reach, for the people who answer the request.
  public static let outOfReach = [
    "backups and snapshots of the state folder, and blocks that the disk has not written again",
    "the exports that were read: delete the mails there too, or they stay where they are, and give "
      + "files that bear the address another name",
    "files that 'export', 'list', 'digest' and 'extract' wrote, and letters and mails sent",
    "tickets and items in other systems",
    "texts of others in which only a name stands: search with 'forestall list --search NAME' and "
      + "erase them with --id",
  ]
}
