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

    /// Stages.
    public init(organisation: Organisation, pseudonyms: Pseudonyms?, ruleSet: RuleSet?) {
      self.organisation = organisation
      self.pseudonyms = pseudonyms
      self.ruleSet = ruleSet
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
  }

  private let stages: Stages
  private let voices: VoiceReader
  private var classifier: Classifier?

  /// A worker.
  public init(_ stages: Stages) {
    self.stages = stages
    voices = VoiceReader(organisation: stages.organisation)
    classifier = stages.ruleSet.map(Classifier.init)
  }

  /// Reads one piece. The outcome's piece no longer holds the item's bytes.
  public mutating func outcome(of piece: Piece, columns: ColumnMap) -> Outcome {
    var outcome = Outcome(piece: piece)
    switch piece.content {
    case .item(var item):
      do {
        let documents = try ItemReader(columns: columns).documents(of: item)
        outcome.documentCount = documents.count
        for document in documents { outcome.verbatims += voices.verbatims(of: document) }
      } catch {
        outcome.rejection = error
      }
      item.bytes = []
      outcome.piece.content = .item(item)
    case .rejected(let rejection): outcome.rejection = rejection
    case .structure, .skipped: break
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
