import Complaints
import Foundation
import GRDB
import Store

/// Reads what footers are learned from.
struct FooterQuery {
  private let database: Database
  private let mostMails: Int

  /// - Parameter mostMails: how many of a domain's mails are held at once, and looked at.
  init(_ database: Database, mostMails: Int) {
    self.database = database
    self.mostMails = mostMails
  }

  /// Hands over the mails of each domain whose authors are known, the last stored ones where there
  /// are too many, in the order of the rows; the organisation's own people first.
  func eachDomain(_ body: (_ domain: String?, _ mails: [FooterTally.Mail]) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT domain, blocks, verbatimID, person, received, thread FROM mailEnding
        JOIN verbatim ON verbatim.id = verbatimID JOIN contact USING (verbatimID)
        WHERE person IS NOT NULL ORDER BY domain, verbatimID
        """)
    var domain: String?
    var mails: [FooterTally.Mail] = []
    while let row = try rows.next() {
      let ending = try MailEnding(row)
      if ending.domain != domain {
        try body(domain, Array(mails.suffix(mostMails)))
        domain = ending.domain
        mails.removeAll(keepingCapacity: true)
      } else if mails.count == 2 * mostMails {
        mails.removeFirst(mostMails)
      }
      mails.append(
        FooterTally.Mail(
          row: row["verbatimID"], person: row["person"], thread: row["thread"],
          received: row["received"], blocks: ending.blocks))
    }
    try body(domain, Array(mails.suffix(mostMails)))
  }

  /// The words of the last paragraphs of a mail, and the paragraph above them.
  func words(
    of mail: FooterTally.Mail, _ depth: Int
  ) throws -> (above: String, words: String) {
    let text =
      try Data.fetchOne(
        database.cachedStatement(sql: "SELECT text FROM verbatim WHERE id = ?"),
        arguments: [mail.row]) ?? Data()
    let bytes = [UInt8](text)
    let paragraphs = mail.blocks.prefix(depth + 1).map { block in
      String(decoding: bytes[block.paragraph.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    return (paragraphs[depth], paragraphs[..<depth].reversed().joined(separator: "\n\n"))
  }
}
