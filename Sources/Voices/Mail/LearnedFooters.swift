import Complaints
import Text

/// Labels what companies are known to put under their mails as furniture.
///
/// A footer is looked for only under mails of the domain it was learned from; the organisation's
/// own are looked for under every mail, since answers come back with them. A mail that would have
/// no words left keeps all.
struct LearnedFooters: Sendable {
  private let organisation: Organisation
  private let footersOfDomain: [String: Set<Fingerprint>]
  private let ownFooters: Set<Fingerprint>

  /// The footers in force for complaints to an organisation.
  init(_ footers: [Footer], organisation: Organisation) {
    self.organisation = organisation
    var footersOfDomain: [String: Set<Fingerprint>] = [:]
    var ownFooters: Set<Fingerprint> = []
    for footer in footers {
      if let domain = footer.domain {
        footersOfDomain[domain, default: []].insert(footer.fingerprint)
      } else {
        ownFooters.insert(footer.fingerprint)
      }
    }
    self.footersOfDomain = footersOfDomain
    self.ownFooters = ownFooters
  }

  /// A mail with its footer labelled `boilerplate`, and with its ending as it was before that, so
  /// that a footer in force stays one that can be learned.
  func labelled(_ mail: Verbatim) -> Verbatim {
    guard mail.documentClass == .human, let address = mail.author?.address?.lowercased(),
      let at = address.lastIndex(of: "@")
    else { return mail }
    let isOwn = organisation.owns(address: address)
    let domain = String(address[address.index(after: at)...])
    let isCompany = isOwn || !domain.isEmpty && !MailProviders.includes(domain)
    guard isCompany || !ownFooters.isEmpty else { return mail }
    let blocks = EndingReader.blocks(of: mail)
    guard !blocks.isEmpty else { return mail }
    var mail = mail
    if isCompany { mail.ending = MailEnding(domain: isOwn ? nil : domain, blocks: blocks) }
    let known = isOwn ? [] : footersOfDomain[domain] ?? []
    let index = blocks.dropLast().lastIndex {
      ownFooters.contains($0.fingerprint) || known.contains($0.fingerprint)
    }
    if let index { label(blocks[...index], below: blocks[index + 1], in: &mail) }
    return mail
  }

  /// Labels paragraphs at the end of the own words; the paragraph above them stays.
  private func label(
    _ blocks: ArraySlice<MailEnding.Block>, below last: MailEnding.Block, in mail: inout Verbatim
  ) {
    guard let start = blocks.last?.paragraph.lowerBound else { return }
    var passages: [Passage] = []
    for passage in mail.passages {
      guard passage.kind == .body, passage.range.upperBound > start else {
        passages.append(passage)
        continue
      }
      var footer = passage
      footer.kind = .boilerplate
      if passage.range.lowerBound < start {
        var own = passage
        own.range = passage.range.lowerBound..<last.paragraph.upperBound
        passages.append(own)
        footer.range = start..<passage.range.upperBound
      }
      passages.append(footer)
    }
    mail.passages = passages
    let bytes = Array(mail.text.utf8)
    let own = passages.filter { $0.kind == .body }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    mail.language = LanguageGuess.language(of: own.joined(separator: "\n"))
  }
}
