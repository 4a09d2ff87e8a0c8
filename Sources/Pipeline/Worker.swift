public import Classify
public import Complaints
public import Ingest
public import Privacy
import Voices

/// Takes an item through the stages: bytes, documents, verbatims, verdicts. The scratch of one task.
public struct Worker {
  /// The stages' settings, shared by all workers.
  public struct Stages: Sendable {
    /// Whose complaints these are.
    public var organisation: Organisation
    /// Pseudonyms for authors; nil leaves `person` empty.
    public var pseudonyms: Pseudonyms?
    /// The rules; nil leaves verdicts out.
    public var ruleSet: RuleSet?
    /// What companies are known to put under their mails; nil leaves the ends of mails alone.
    public var footers: [Footer]?
    /// Tells which of some documents are stored already, read as they would be read now; nil where
    /// all are to be read. Called by several workers at once.
    var storedDocuments: (@Sendable ([Fingerprint]) -> Set<Fingerprint>)?

    /// Stages.
    public init(
      organisation: Organisation, pseudonyms: Pseudonyms?, ruleSet: RuleSet?,
      footers: [Footer]? = nil
    ) {
      self.organisation = organisation
      self.pseudonyms = pseudonyms
      self.ruleSet = ruleSet
      self.footers = footers
    }
  }

  /// What became of a piece of a source.
  public struct Outcome: Sendable {
    /// Where the bytes stand, their number and, for rejections, the bytes' file range.
    public var piece: Piece
    /// Documents read from it.
    public var documentCount = 0
    /// In reading order.
    public var verbatims: [Verbatim] = []
    /// One for each verbatim; empty without rules.
    public var verdicts: [Verdict] = []
    /// Why the piece could not be read.
    public var rejection: Rejection?
    /// Whether the store has the mail already, so that it was not read again.
    public var isKnown = false

    /// A piece before it is read.
    init(piece: Piece) {
      self.piece = piece
    }

    /// A mail that the store has already.
    init(known piece: Piece) {
      self.init(piece: piece)
      self.piece.dropBytes()
      documentCount = 1
      isKnown = true
    }

    /// Where a limit cut or flattened what was read, or left it unscored; told in the run.
    public var limitWarnings: [(place: String, warning: String)] {
      var found: [(place: String, warning: String)] = []
      for verbatim in verbatims {
        for warning in verbatim.warnings
        where Worker.limitMarks.contains(where: warning.hasPrefix) {
          let entry = (verbatim.source.description, warning)
          if !found.contains(where: { $0 == entry }) { found.append(entry) }
        }
      }
      return found
    }
  }

  let stages: Stages
  private let voices: VoiceReader
  private var classifier: Classifier?

  /// A worker.
  public init(_ stages: Stages) {
    self.stages = stages
    voices = VoiceReader(organisation: stages.organisation, footers: stages.footers)
    classifier = stages.ruleSet.map(Classifier.init)
  }

  /// How warnings begin that tell of a limit.
  static let limitMarks = ["cut: ", "flattened: ", "joined: ", "over limit: "]

  /// Reads one piece. The outcome's piece no longer holds the item's bytes.
  public mutating func outcome(of piece: Piece, columns: ColumnMap) -> Outcome {
    var outcome = Outcome(piece: piece)
    switch piece.content {
    case .item(let item):
      do {
        let documents = try ItemReader(columns: columns).documents(of: item)
        outcome.documentCount = documents.count
        for document in documents { outcome.verbatims += voices.verbatims(of: document) }
      } catch {
        outcome.rejection = error
      }
      outcome.piece.dropBytes()
    case .rejected(let rejection): outcome.rejection = rejection
    case .structure, .archive, .skipped: break
    }
    for index in outcome.verbatims.indices {
      let byteCount = Classifier.ownByteCount(of: outcome.verbatims[index])
      if byteCount > Classifier.longestText {
        outcome.verbatims[index].warnings.append(
          "over limit: \(byteCount) bytes of words; more than \(Classifier.longestText) are not scored"
        )
      }
    }
    if let pseudonyms = stages.pseudonyms {
      for index in outcome.verbatims.indices {
        outcome.verbatims[index].person = outcome.verbatims[index].author?.address.map {
          pseudonyms.pseudonym(of: $0)
        }
      }
    }
    outcome.verdicts = outcome.verbatims.compactMap { classifier?.verdict(for: $0) }
    return outcome
  }

  /// The verdict on one verbatim; nil without rules.
  public mutating func verdict(on verbatim: Verbatim) -> Verdict? {
    classifier?.verdict(for: verbatim)
  }
}

extension Piece {
  /// Keeps the place of an item and lets its bytes go.
  fileprivate mutating func dropBytes() {
    guard case .item(var item) = content else { return }
    item.bytes = []
    content = .item(item)
  }
}
