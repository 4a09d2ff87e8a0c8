import Text

/// The header fields that are looked for by name, and others that mail programs write.
enum HeaderName: String, CaseIterable {
  case from, to, cc, bcc, subject, date, received, sender, references, precedence, status
  case organization, organisation, importance, priority, lines, newsgroups, path, xref, approved
  case comments, keywords, sensitivity, autocrypt, distribution
  case messageID = "message-id"
  case returnPath = "return-path"
  case mimeVersion = "mime-version"
  case replyTo = "reply-to"
  case deliveredTo = "delivered-to"
  case inReplyTo = "in-reply-to"
  case userAgent = "user-agent"
  case signature = "dkim-signature"
  case oldSignature = "domainkey-signature"
  case authenticationResults = "authentication-results"
  case receivedSPF = "received-spf"
  case envelopeTo = "envelope-to"
  case deliveryDate = "delivery-date"
  case autoSubmitted = "auto-submitted"
  case errorsTo = "errors-to"
  case threadTopic = "thread-topic"
  case threadIndex = "thread-index"
  case postingHost = "nntp-posting-host"
  case mailingList = "mailing-list"
  case apparentlyTo = "apparently-to"
  case notificationTo = "disposition-notification-to"
  case feedbackID = "feedback-id"
  case originalRecipient = "original-recipient"
  case postedDate = "posted-date"
  case returnReceiptTo = "return-receipt-to"
  case oldReturnPath = "old-return-path"
  case mailFollowupTo = "mail-followup-to"
  case envelopeFrom = "envelope-from"
  case acceptLanguage = "accept-language"
  case bouncesTo = "bounces-to"
  case followupTo = "followup-to"
  case messageContext = "message-context"
  case contentType = "content-type"
  case contentTransferEncoding = "content-transfer-encoding"
  case contentDisposition = "content-disposition"
  case contentID = "content-id"
  case contentLength = "content-length"
  case resentDate = "resent-date"
  case listID = "list-id"
  case listPost = "list-post"
  case listUnsubscribe = "list-unsubscribe"
  case listUnsubscribePost = "list-unsubscribe-post"
  case envelopeSender = "x-envelope-from"
  case failedRecipients = "x-failed-recipients"
  case exchangeRecipient = "x-hmxmroriginalrecipient"
  case appleAction = "x-apple-action"
  case autoReply = "x-autoreply"
  case autoRespond = "x-autorespond"
  case autoResponder = "x-autoresponder"
  case autoReplyFrom = "x-auto-reply-from"
  case oldPrecedence = "x-precedence"
  case campaign = "x-campaign"
  case campaignDashID = "x-campaign-id"
  case campaignID = "x-campaignid"
  case mailgun = "x-mailgun-sid"
  case sendGrid = "x-sg-eid"
  case mandrill = "x-mc-user"
  case mailchimp = "x-mailchimp-campaign"
  case complaintsTo = "x-csa-complaints"
  case shortCampaign = "x-cmpgn"
  case newsletter = "x-newsletter"
  case salesforce = "x-sfmc-stack"

  /// The field that some bytes name in whatever case; nil for any other.
  init?(_ bytes: Span<UInt8>) {
    let key = HeaderName.key(bytes)
    let table = HeaderName.table
    var slot = Int(key & UInt64(table.count - 1))
    while let entry = table[slot] {
      if entry.key == key {
        self = entry.name
        return
      }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  /// Fields by key, in open addressing: a quarter of the places is used at most.
  private static let table: [(key: UInt64, name: HeaderName)?] = {
    var table = [(key: UInt64, name: HeaderName)?](repeating: nil, count: 512)
    for name in allCases {
      let key = key(Array(name.rawValue.utf8).span)
      var slot = Int(key & UInt64(table.count - 1))
      while table[slot] != nil { slot = (slot + 1) & (table.count - 1) }
      table[slot] = (key, name)
    }
    return table
  }()

  /// A hash of a name in lower case that no two names share (FNV-1a, 64 bits).
  private static func key(_ bytes: Span<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices {
      key = (key ^ UInt64(bytes[index].lowercasedASCII)) &* 0x0000_0100_0000_01B3
    }
    return key
  }
}
