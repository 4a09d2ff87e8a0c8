public import Backlog
public import Cases
public import Classify
public import Ingest
public import Store

/// What a run did.
public struct RunReport: Sendable {
  /// What a run did with one source file.
  public struct SourceLine: Sendable {
    /// The file's name.
    public var name: String
    /// Bytes read in this run.
    public var byteCount = 0
    /// Whether the file was unchanged and left alone.
    public var isUnchanged = false
    /// Documents read.
    public var documentCount = 0
    /// What changed in the store.
    public var changes = StoreChanges()
    /// Rejections by reason.
    public var rejections: [Rejection.Reason: Int] = [:]
    /// Where the bytes of this run went.
    public var ledger = Ledger()

    /// A line of a file that was not read yet.
    public init(name: String) {
      self.name = name
    }
  }

  /// What became of entries that another version of the reader had rejected.
  public struct Retried: Sendable {
    /// Entries that are read now.
    public var readCount = 0
    /// Entries of which something still cannot be read.
    public var rejectedCount = 0
    /// What changed in the store.
    public var changes = StoreChanges()
  }

  /// What is known of companies' footers after a run.
  public struct Footers: Sendable {
    /// Footers in force in the next run.
    public var count = 0
    /// Those of them that were not in force in this run.
    public var newCount = 0
  }

  /// In the order they were read.
  public var sources: [SourceLine] = []
  /// Places left out on purpose, with the reason.
  public var leftOut: [(name: String, reason: String)] = []
  /// Stored verbatims judged anew because the rules changed.
  public var rejudgedCount = 0
  /// What was in quarantine and has been tried again.
  public var retried = Retried()
  /// The cases that there are now; nil where nothing was stored that changes them.
  public var cases: CaseTotals?
  /// What the counts have decided of prevention items since the last run, in order.
  public var transitions: [ItemEvent] = []
  /// Signals of the last week that was over, of problems without one in the week before.
  public var newSignals: [Signal] = []

  /// What companies put under their mails, as far as it was learned.
  public var footers = Footers()

  /// Sources that bring less than they used to, or more that cannot be read.
  public var warnings: [SourceWarning] = []

  /// What was erased because of its age; nil where nothing was.
  public var retention: Retention.Outcome?

  /// Why the rules of the settings did not judge, but the ones that passed last; nil when they did.
  public var rulesRefusal: RuleRefusal?

  /// A report of nothing.
  public init() {}

  /// Documents read.
  public var documentCount: Int { sources.reduce(0) { $0 + $1.documentCount } }
  /// Where the bytes of this run went, by kind.
  public var ledgers: [Ledger] { sources.map(\.ledger) }
  /// Bytes read.
  public var byteCount: Int { sources.reduce(0) { $0 + $1.byteCount } }
  /// What changed in the store.
  public var changes: StoreChanges {
    sources.reduce(into: retried.changes) { $0 += $1.changes }
  }
  /// Mailboxes whose last message waits for the next run.
  public var waiting: [String] {
    sources.filter { $0.ledger.skippedByteCounts[Piece.stillBeingWritten] != nil }.map(\.name)
  }
  /// All rejections by reason.
  public var rejections: [Rejection.Reason: Int] {
    sources.reduce(into: [:]) { total, source in
      total.merge(source.rejections, uniquingKeysWith: +)
    }
  }
}
