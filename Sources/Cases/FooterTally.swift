import Complaints

/// Finds the blocks that many mails of one domain end with.
///
/// What is taken for a footer no longer counts as a customer's words, so that a mistake loses
/// evidence, while a footer that is missed is only read along. Each limit stands against one way
/// in which words that customers mean come to be the same:
/// - *Standing replies and forms of one person*: four persons.
/// - *A joint protest*, which each of them sends once, or copies to all: each of the four uses it
///   in two threads, and there are eight threads in all.
/// - *A letter that is passed round*: eight different paragraphs stand above it.
/// - *A campaign or an incident*, which is over soon: four weeks from the first to the last.
/// - *A phrase that some in a company like*: from the first to the last, every second mail of the
///   domain has it, as a footer that machines add does.
///
/// The organisation's own people are not customers and often share one address: for them the
/// persons are not counted.
struct FooterTally {
  static let leastThreadCount = 8
  static let leastPersonCount = 4
  static let leastThreadCountOfPerson = 2
  static let leastSeconds = 28 * 86_400
  /// No more mails than this are read to see what a block says.
  static let sampleCount = 8

  /// What is known of a mail.
  struct Mail: Equatable {
    let row: Int64
    let person: String
    let thread: Int64
    /// Seconds since 1970; nil without a date.
    let received: Int?
    let blocks: [MailEnding.Block]
  }

  /// A block that is a footer if it says nothing.
  struct Candidate: Equatable {
    let fingerprint: Fingerprint
    let mailCount: Int
    let personCount: Int
    /// How many paragraphs it has.
    let depth: Int
    /// Positions of mails that end with it, each of another thread, in order.
    let samples: [Int]
  }

  private let mails: [Mail]
  private let isOwn: Bool

  /// A tally of all the mails of one domain.
  init(_ mails: [Mail], isOwn: Bool) {
    self.mails = mails
    self.isOwn = isOwn
  }

  /// The blocks within the limits, in the order of their fingerprints.
  func candidates() -> [Candidate] {
    guard mails.count >= FooterTally.leastThreadCount else { return [] }
    var places: [Fingerprint: [(mail: Int, depth: Int)]] = [:]
    for (index, mail) in mails.enumerated() {
      for (depth, block) in mail.blocks.dropLast().enumerated() {
        places[block.fingerprint, default: []].append((index, depth + 1))
      }
    }
    let dates = mails.compactMap(\.received).sorted()
    return places.keys.sorted().compactMap { fingerprint in
      guard let found = places[fingerprint], found.count >= FooterTally.leastThreadCount else {
        return nil
      }
      return candidate(fingerprint, found[0].depth, found.map(\.mail), dates)
    }
  }

  private func candidate(
    _ fingerprint: Fingerprint, _ depth: Int, _ found: [Int], _ dates: [Int]
  ) -> Candidate? {
    var samples: [Int] = []
    var threads: Set<Int64> = []
    var above: Set<Fingerprint> = []
    var threadsOfPerson: [String: Set<Int64>] = [:]
    for index in found {
      let mail = mails[index]
      if threads.insert(mail.thread).inserted { samples.append(index) }
      above.insert(mail.blocks[depth].fingerprint)
      threadsOfPerson[mail.person, default: []].insert(mail.thread)
    }
    let users = threadsOfPerson.count { $1.count >= FooterTally.leastThreadCountOfPerson }
    guard threads.count >= FooterTally.leastThreadCount,
      above.count >= FooterTally.leastThreadCount,
      isOwn || users >= FooterTally.leastPersonCount, isUsual(found, dates)
    else { return nil }
    return Candidate(
      fingerprint: fingerprint, mailCount: found.count, personCount: threadsOfPerson.count,
      depth: depth, samples: Array(samples.prefix(FooterTally.sampleCount)))
  }

  /// Whether at least every second dated mail has it while it is in use, and that is long enough.
  private func isUsual(_ found: [Int], _ dates: [Int]) -> Bool {
    let uses = found.compactMap { mails[$0].received }
    guard let first = uses.min(), let last = uses.max(), last - first >= FooterTally.leastSeconds
    else { return false }
    return uses.count * 2 >= dates.count { (first...last).contains($0) }
  }
}
