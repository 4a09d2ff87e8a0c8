import Complaints
import Text

/// Tells who or what wrote a mail.
///
/// A human's words must not be lost, so that a machine is believed in only by its own marks: a
/// report type, a daemon's address, fields that programs set. Classes are labels; nothing is
/// dropped.
struct MailClassifier {
  let header: HeaderBlock
  let bytes: [UInt8]
  let type: ContentType
  let mediaTypes: Set<String>
  let charset: String?

  init(tree: MimeTree, root: Int, contents: MailContents) {
    header = tree.parts[root].header
    bytes = tree.bytes
    type = tree.parts[root].type
    mediaTypes = contents.mediaTypes
    charset = contents.charset
  }

  /// Sets the class; for a form also the author, who is not its sender.
  func classify(_ document: inout Document) {
    let text = MailClassifier.words(of: document, limit: 8 << 10)
    let subject = foldedForIdentity(document.title ?? "")
    if isBounce(document, subject: subject, text: text) {
      document.documentClass = .bounce
    } else if isAutoReply(subject: subject) {
      document.documentClass = .autoReply
    } else if let form = form(in: document, text: text) {
      document.documentClass = .form
      document.authors = authors(of: form, in: text, sender: document.authors)
    } else if isBulk(document) {
      document.documentClass = .bulk
    }
  }

  // MARK: - Bounces

  private func isBounce(_ document: Document, subject: String, text: String) -> Bool {
    let report = type.value?.text("report-type")?.lowercasedASCII
    if let report, ["delivery-status", "feedback-report"].contains(report) { return true }
    if !mediaTypes.isDisjoint(with: MailMarks.reportTypes) { return true }
    if header.contains(.failedRecipients) || header.contains(.exchangeRecipient) {
      return true
    }
    let sender = document.authors.first
    let local = MailClassifier.localPart(sender)
    let name = (sender?.name ?? "").lowercased()
    let isDaemon =
      MailMarks.daemons.contains(String(local))
      || MailMarks.daemonNames.isStart(of: name[...])
    let hasSubject = MailMarks.bounceSubjects.occurs(in: subject)
    if isDaemon { return true }
    let isNullSender = isNullSender
    if local == "postmaster" || isNullSender && sender?.address == nil {
      return hasSubject || isNullSender || hasTranscript(text)
    }
    if isNullSender, hasSubject || hasTranscript(text) || returnsMail { return true }
    if MailMarks.feedbackSubjects.isStart(of: subject[...]) { return true }
    return isNotification(text) || hasSubject && hasTranscript(text)
  }

  /// Whether a mail is part of it: with a null sender, one that comes back (RFC 5321 §4.5.5).
  private var returnsMail: Bool {
    mediaTypes.contains("message/rfc822") || mediaTypes.contains("text/rfc822-headers")
  }

  /// Whether the text is what a mailing service tells programs about a delivery, as JSON.
  private func isNotification(_ text: String) -> Bool {
    let start = text.utf8.drop(while: \.isASCIIWhiteSpace)
    guard start.first == UInt8(ascii: "{") else { return false }
    return MailMarks.notifications.occurs(in: text.lowercasedASCII)
  }

  private var isNullSender: Bool {
    guard let value = header.keyword(.returnPath, in: bytes) else { return false }
    return value == "<>" || value.contains("mailer-daemon")
  }

  /// Whether the text holds the words of a mail server rather than a person.
  private func hasTranscript(_ text: String) -> Bool {
    MailMarks.transcripts.occurs(in: text.lowercasedASCII)
  }

  // MARK: - Automatic replies

  private func isAutoReply(subject: String) -> Bool {
    if let value = header.keyword(.autoSubmitted, in: bytes),
      value.hasPrefix("auto-replied")
        || value.hasPrefix("auto-notified")
    {
      return true
    }
    if type.value?.text("report-type")?.lowercasedASCII == "disposition-notification" {
      return true
    }
    if header.keyword(.appleAction, in: bytes) == "vacation" { return true }
    for name in [HeaderName.autoReply, .autoRespond, .autoResponder, .autoReplyFrom] {
      if let value = header.keyword(name, in: bytes), value != "no" { return true }
    }
    if let value = header.keyword(.precedence, in: bytes), value.hasPrefix("auto") { return true }
    if let value = header.keyword(.oldPrecedence, in: bytes), value.hasPrefix("auto") {
      return true
    }
    var words = subject[...]
    while let prefix = ["re: ", "aw: ", "sv: ", "antw: "].first(where: words.hasPrefix) {
      words = words.dropFirst(prefix.count)
    }
    if MailMarks.autoReplySubjects.isStart(of: words) { return true }
    return isNullSender && MailMarks.absenceSubjects.occurs(in: String(words))
  }

  // MARK: - Newsletters

  private func isBulk(_ document: Document) -> Bool {
    let precedence = header.keyword(.precedence, in: bytes) ?? ""
    let isList = precedence == "list" || header.contains(.listPost)
    let isAnswer = header.contains(.inReplyTo) || header.contains(.references)
    if isList || isAnswer { return false }
    let canLeave = header.contains(.listUnsubscribe)
    let isMass = precedence == "bulk" || precedence == "junk"
    let hasCampaign = MailMarks.campaignFields.contains(where: header.contains)
    let local = MailClassifier.localPart(document.authors.first)
    let isUnanswerable = MailMarks.isUnanswerable(local)
    if canLeave { return isMass || hasCampaign || isUnanswerable || header.contains(.listID) }
    return (isMass && (isUnanswerable || header.contains(.listID)))
      || (isUnanswerable && header.keyword(.autoSubmitted, in: bytes) == "auto-generated")
  }

  /// The first words of a document as text.
  private static func words(of document: Document, limit: Int) -> String {
    var words = ""
    for content in document.contents {
      switch content {
      case .text(let text): words += text
      case .layout(let layout):
        var count = 0
        words +=
          LayoutText(layout) { index in
            count += layout.blocks[index].text.utf8.count
            return count < limit && !layout.blocks[index].isHidden
          }.text
      case .turns: continue
      }
      if words.utf8.count >= limit { break }
      words += "\n"
    }
    guard words.utf8.count > limit else { return words }
    return String(decoding: words.utf8.prefix(limit), as: UTF8.self)
  }
}
