/// A block of lines that a company puts under its mails: furniture, nobody's words.
///
/// Known by a fingerprint, not by its words, and only for the mails of its company.
public struct Footer: Hashable, Sendable, Comparable {
  /// The domain that sends it, in lower case; nil for the organisation's own people.
  public var domain: String?
  /// Names the folded words of the block; see `MailEnding.Block`.
  public var fingerprint: Fingerprint
  /// Under how many mails it was seen.
  public var mailCount: Int
  /// Under the mails of how many persons it was seen.
  public var personCount: Int

  /// A footer.
  public init(domain: String?, fingerprint: Fingerprint, mailCount: Int, personCount: Int) {
    self.domain = domain
    self.fingerprint = fingerprint
    self.mailCount = mailCount
    self.personCount = personCount
  }

  /// Orders by domain, the organisation's own first, then by fingerprint.
  public static func < (left: Footer, right: Footer) -> Bool {
    (left.domain ?? "", left.fingerprint) < (right.domain ?? "", right.fingerprint)
  }
}

/// How the author's own words end in a mail of a company: what footers are learned from.
public struct MailEnding: Sendable, Equatable {
  /// The last paragraphs from one on, down to the end of the author's own words.
  public struct Block: Sendable, Equatable {
    /// The first of the paragraphs: a half-open UTF-8 byte range into the mail's text.
    public var paragraph: Range<Int>
    /// Names the folded words of all the paragraphs.
    public var fingerprint: Fingerprint

    /// A block.
    public init(paragraph: Range<Int>, fingerprint: Fingerprint) {
      self.paragraph = paragraph
      self.fingerprint = fingerprint
    }
  }

  /// The sender's domain in lower case; nil for the organisation's own people.
  public var domain: String?
  /// From the last paragraph up, each block a paragraph longer. What the last one adds is never a
  /// footer: it is what stands above one.
  public var blocks: [Block]

  /// An ending.
  public init(domain: String?, blocks: [Block]) {
    self.domain = domain
    self.blocks = blocks
  }
}
