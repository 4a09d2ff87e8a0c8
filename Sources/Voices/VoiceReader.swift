public import Complaints

/// Finds the voices in a document: one verbatim for each author's words.
public struct VoiceReader: Sendable {
  private let organisation: Organisation
  private let footers: LearnedFooters?

  /// A reader for complaints to an organisation, whose own people are staff.
  ///
  /// - Parameter footers: what companies are known to put under their mails; nil where the ends of
  ///   mails are not to be looked at, so that verbatims have no `ending` either.
  public init(organisation: Organisation, footers: [Footer]? = nil) {
    self.organisation = organisation
    self.footers = footers.map { LearnedFooters($0, organisation: organisation) }
  }

  /// The verbatims of a document, in reading order; their ids differ.
  ///
  /// A pure function of the document, the organisation and the footers, linear in the text.
  public func verbatims(of document: Document) -> [Verbatim] {
    if !document.entries.isEmpty {
      return EntryVoices.verbatims(of: document, organisation: organisation)
    }
    let hasTurns = document.contents.contains { if case .turns = $0 { true } else { false } }
    if hasTurns {
      return DialogueVoices.verbatims(of: document, organisation: organisation)
    }
    let hasLayout = document.contents.contains { if case .layout = $0 { true } else { false } }
    switch document.channel {
    case .mail:
      let mails = MailVoices.verbatims(of: document, organisation: organisation)
      return footers.map { mails.map($0.labelled) } ?? mails
    case .web where hasLayout: return PageVoices.verbatims(of: document, organisation: organisation)
    case .web: return SavedPageVoices.verbatims(of: document, organisation: organisation)
    case .table: return RowVoices.verbatims(of: document, organisation: organisation)
    case .letter, .call, .chat:
      return LetterVoices.verbatims(of: document, organisation: organisation)
    }
  }
}

extension Document {
  /// The plain texts among the contents, joined by LF.
  var plainText: String {
    let texts = contents.compactMap { content -> String? in
      if case .text(let text) = content { text } else { nil }
    }
    return texts.joined(separator: "\n")
  }

  /// Staff when the first author is the organisation's, else customer.
  func authorRole(_ organisation: Organisation) -> Role {
    guard let author = authors.first else { return .customer }
    if let address = author.address, organisation.owns(address: address) { return .staff }
    return organisation.isNamed(author.name) ? .staff : .customer
  }
}

extension Organisation {
  /// Whether a display name is one of the organisation's names, alone or with what companies add:
  /// "Acme Support", "@AcmeCares", "Ask Acme".
  func isNamed(_ name: String?) -> Bool {
    guard var rest = name?.lowercased()[...], !rest.isEmpty else { return false }
    if rest.first == "@" { rest = rest.dropFirst() }
    return names.contains { own in
      let own = own.lowercased()
      guard !own.isEmpty else { return false }
      if rest.hasPrefix("ask"), rest.dropFirst(3).drop(while: { $0 == " " }) == own { return true }
      guard rest.hasPrefix(own) else { return false }
      let added = rest.dropFirst(own.count)
      return added.isEmpty || added.first == " " || Organisation.additions.contains(String(added))
    }
  }

  private static let additions: Set<String> = [
    "support", "care", "cares", "help", "helps", "service", "services", "uk", "us", "usa", "de",
    "official", "team", "hq", "customercare", "customerservice",
  ]
}
