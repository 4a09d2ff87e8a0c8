import Complaints
import Text

/// Reads who says what in a mail.
enum MailVoices {
  /// The mail's one verbatim; none when it has no words at all and nothing that was not read.
  ///
  /// Its text is all of the mail's words; its passages say which are the author's and which are
  /// quoted, signature, legal notice or furniture. A mail forwarded without a word of one's own
  /// speaks with the words that were forwarded.
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    let script = MailScript(document)
    var role = role(of: document.authors.first, organisation: organisation)
    guard script.bytes.contains(where: { !$0.isASCIIWhiteSpace }) else {
      return isUnread(document) ? [wordless(document, role)] : []
    }
    let builder = PassageBuilder(role: role, organisation: organisation)
    let passages: [Passage]
    if document.documentClass == .form, let form = FormFields(script.text) {
      passages = builder.passages(of: form, in: script)
    } else {
      let mail = zoned(script, document)
      passages = builder.passages(of: mail, in: document)
      // A complaint that staff passed on is the customer's all the same.
      if mail.forwardedFrom != nil { role = passages.first { $0.kind == .body }?.role ?? role }
    }
    let own = passages.filter { $0.kind == .body }.map(\.range)
    let language = LanguageGuess.language(
      of: script.bytes, in: own.isEmpty ? [script.bytes.indices] : own)
    return [
      Verbatim(
        id: VerbatimIdentity.mail(document), of: document, part: .mail, text: script.text,
        passages: passages, language: language, role: role)
    ]
  }

  /// Whether somebody wrote in a form that was not read: a scan, rich text.
  private static func isUnread(_ document: Document) -> Bool {
    document.documentClass == .human && document.warnings.contains { $0.hasPrefix("not read:") }
  }

  /// A verbatim without words, so that what was not read is not taken for silence.
  private static func wordless(_ document: Document, _ role: Role) -> Verbatim {
    Verbatim(
      id: VerbatimIdentity.mail(document), of: document, part: .mail, text: "", passages: [],
      language: "und", role: role)
  }

  /// The role of an author: staff by an address of the organisation, else customer.
  static func role(of author: Party?, organisation: Organisation) -> Role {
    guard let address = author?.address, organisation.owns(address: address) else {
      return .customer
    }
    return .staff
  }

  /// The lines labelled; for a bare forward, those of the mail inside. Words under nothing but an
  /// opener, and words that are all quoted by nobody, are the author's too: nobody sends a mail to
  /// say nothing.
  private static func zoned(_ script: MailScript, _ document: Document) -> ZonedMail {
    let zoner = MailZoner(script)
    if let inner = zoner.inner {
      guard inner.isOpener || isForward(inner, document),
        !hasOwnWords(zoner.script, before: inner.start)
      else { return ZonedMail(zoner: zoner, forwardedFrom: nil) }
      return reopened(zoner.script, at: inner)
    }
    guard !hasOwnWords(zoner.script, before: script.lines.count) else {
      return ZonedMail(zoner: zoner, forwardedFrom: nil)
    }
    if let inner = zoner.fixedForward() { return reopened(zoner.script, at: inner) }
    let isAllMarked = zoner.script.lines.allSatisfy {
      $0.isBlank || $0.depth > 0 || $0.zone == .signature || $0.zone == .boilerplate
    }
    guard isAllMarked, let first = zoner.firstWords(from: 0) else {
      return ZonedMail(zoner: zoner, forwardedFrom: nil)
    }
    let all = MailZoner.Inner(start: first, bodyStart: first, authorLine: nil, isForward: false)
    return ZonedMail(zoner: reopened(zoner.script, at: all).zoner, forwardedFrom: nil)
  }

  /// The lines of a mail inside labelled as if it had come alone.
  private static func reopened(_ script: MailScript, at inner: MailZoner.Inner) -> ZonedMail {
    var reset = script
    let marks = min(1, script.lines[inner.bodyStart].depth)
    let nesting = script.lines[inner.bodyStart].nesting
    for index in inner.bodyStart..<reset.lines.count {
      let line = reset.lines[index]
      if line.isFixed, line.zone != .quoted || line.nesting > nesting { continue }
      reset.lines[index].isFixed = false
      reset.lines[index].zone = .body
      reset.lines[index].depth = max(0, line.depth - marks)
    }
    return ZonedMail(zoner: MailZoner(reset, from: inner.bodyStart), forwardedFrom: inner)
  }

  private static func isForward(_ inner: MailZoner.Inner, _ document: Document) -> Bool {
    if inner.isForward { return true }
    let subject = foldedForIdentity(document.title ?? "")
    return MailWords.forwardSubjects.isStart(of: subject[...])
  }

  /// Whether the author wrote more than "FYI".
  private static func hasOwnWords(_ script: MailScript, before end: Int) -> Bool {
    var words: [UInt8] = []
    for line in script.lines[..<end] where line.zone == .body && !line.isBlank {
      if line.words.isEmpty {
        words += "long line".utf8
      } else {
        words += script.folded[line.words]
      }
      words.append(0x20)
      if words.count > 80 { return true }
    }
    let letters = words.span.text.split { !$0.isLetter && $0 != " " && $0 != "." }
    let plain = foldedForIdentity(String(letters.joined()))
    if plain.isEmpty || MailWords.forwardRemarks.contains(plain) { return false }
    return !MailWords.forwardRemarks.contains { plain == $0 + "." }
  }
}

/// How the ids of verbatims are made.
enum VerbatimIdentity {
  /// The id of a mail's words.
  static func mail(_ document: Document) -> Fingerprint {
    Fingerprint(fields: ["verbatim", document.identity.description, "mail"])
  }
}

/// A mail whose lines are labelled.
struct ZonedMail {
  /// The lines.
  var zoner: MailZoner
  /// The forwarded mail whose words are the body, if any.
  var forwardedFrom: MailZoner.Inner?
}
