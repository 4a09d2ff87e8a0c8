public import Complaints
public import Store

/// The footers of companies, learned from how their stored mails end.
public struct FooterBook: Sendable {
  private let store: ComplaintStore

  private let mostMails: Int

  /// The footers of a store.
  ///
  /// - Parameter mostMails: how many mails of a domain are looked at, the last ones stored: memory
  ///   stays within bounds whatever a company sends.
  public init(store: ComplaintStore, mostMails: Int = 50_000) {
    self.store = store
    self.mostMails = mostMails
  }

  /// What the stored mails teach, in the order of footers; depends on them and their order alone.
  ///
  /// Threads must be found already (`CaseBook.refresh`). Mails that came as lines teach nothing:
  /// lines do not say where a mail was sent from.
  ///
  /// - Parameter isTelling: whether words say something that a complaint is judged by; gets what
  ///   stands above a block in one of its mails, and the words of the block. A block is refused
  ///   when any of the mails looked at is telling.
  public func footers(
    isTelling: (_ above: String, _ words: String) -> Bool
  ) throws(ComplaintStore.Failure) -> [Footer] {
    try store.read { database in
      let query = FooterQuery(database, mostMails: mostMails)
      var footers: [Footer] = []
      try query.eachDomain { domain, mails in
        for candidate in FooterTally(mails, isOwn: domain == nil).candidates() {
          let samples = try candidate.samples.map {
            try query.words(of: mails[$0], candidate.depth)
          }
          guard samples.allSatisfy({ FoldedWords($0.words).count >= FoldedWords.leastCount }),
            !samples.contains(where: { isTelling($0.above, $0.words) })
          else { continue }
          footers.append(
            Footer(
              domain: domain, fingerprint: candidate.fingerprint,
              mailCount: candidate.mailCount, personCount: candidate.personCount))
        }
      }
      return footers.sorted()
    }
  }
}
