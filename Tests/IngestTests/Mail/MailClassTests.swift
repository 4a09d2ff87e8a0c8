import Complaints
import Testing
import Text

@testable import Ingest

struct MailClassTests {
  @Test(arguments: [
    (
      "From: Ana <ana@b.example>\nSubject: Delivery failure", "My parcel failed.",
      DocumentClass.human
    ),
    ("From: ana@b.example\nX-Auto-Response-Suppress: All", "Hello", .human),
    ("From: ana@b.example\nList-Id: <l.example>\nPrecedence: list", "Hello", .human),
    ("From: ana@b.example\nAuto-Submitted: no", "Hello", .human),
    ("From: MAILER-DAEMON@b.example\nSubject: failure notice", "x", .bounce),
    ("From: postmaster@b.example\nReturn-Path: <>\nSubject: Undeliverable: Hi", "x", .bounce),
    (
      "From: x@b.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
      "--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--", .bounce
    ),
    (
      "From: ana@b.example\nAuto-Submitted: auto-replied\nSubject: Away", "Back on Monday",
      .autoReply
    ),
    ("From: ana@b.example\nSubject: Automatic reply: Your order", "Back on Monday", .autoReply),
    ("From: ana@b.example\nSubject: Abwesenheitsnotiz: Bestellung", "x", .autoReply),
    ("From: ana@b.example\nX-Autoreply: yes", "x", .autoReply),
    ("From: ana@b.example\nPrecedence: auto_reply", "x", .autoReply),
    ("From: ana@b.example\nX-Autorespond: on holiday", "x", .autoReply),
    ("From: ana@b.example\nX-Apple-Action: VACATION", "x", .autoReply),
    ("From: ana@b.example\nReturn-Path: <>\nSubject: Vacation", "x", .autoReply),
    ("From: ana@b.example\nReturn-Path: <>\nSubject: Late", "My parcel is late.", .human),
    (
      "From: no-reply@b.example\nReturn-Path: <>\nContent-Type: multipart/mixed; boundary=b",
      "--b\n\nBox full\n--b\nContent-Type: message/rfc822\n\nFrom: c@d.example\n\nx\n--b--", .bounce
    ),
    ("From: a@b.example", "{\"Message\": \"{\\\"notificationType\\\":\\\"Bounce\\\"}\"}", .bounce),
    (
      "From: list-admin@b.example\nSubject: You are not member",
      "You are not a member of this mailing list.",
      .bounce
    ),
    (
      "From: news@b.example\nList-Unsubscribe: <mailto:x@b.example>\nPrecedence: bulk", "Sale!",
      .bulk
    ),
    ("From: no-reply@b.example\nList-Unsubscribe: <mailto:x@b.example>", "Sale!", .bulk),
    ("From: no-reply@shop.example", "Name: Ana\nEmail: ana@b.example\nMessage:\nNo bread.", .form),
    ("From: ana@b.example", "Name: Ana\nEmail: ana@b.example\nMessage:\nNo bread.", .human),
  ])
  func classesFollowTheSendersMarks(header: String, body: String, expected: DocumentClass) throws {
    let document = try SampleMail.document("\(header)\n\n\(body)")
    #expect(document.documentClass == expected, "\(header)")
  }

  @Test func aBouncedComplaintIsAChild() throws {
    let documents = try SampleMail.documents(
      """
      From: MAILER-DAEMON@b.example
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b

      could not be delivered
      --b
      Content-Type: message/delivery-status

      Action: failed
      --b
      Content-Type: message/rfc822

      From: ana@b.example
      Subject: Complaint

      No bread for a week.
      --b--
      """)
    #expect(documents.map(\.documentClass) == [.bounce, .human])
    #expect(documents[0].warnings.isEmpty)
  }

  @Test func theAuthorOfAFormIsTheCustomer() throws {
    let form = try SampleMail.document(
      """
      From: Shop <no-reply@shop.example>
      Reply-To: ana@b.example
      Subject: Contact form

      A new message from the website

      First name: Ana
      Last name: Ruiz
      Order no.: 123
      Message:
      The bread was hard.

      Note: I want a refund.
      """)
    #expect(form.documentClass == .form)
    #expect(form.authors == [Party(name: "Ana Ruiz", address: "ana@b.example")])
    let table = try SampleMail.document(
      """
      From: wordpress@shop.example
      Content-Type: text/html

      <table><tr><td>Name</td><td>Ana</td></tr><tr><td>E-Mail</td><td>ana@b.example</td></tr>
      <tr><td>Message</td><td>The bread was hard.</td></tr></table>
      """)
    #expect(table.documentClass == .form)
    #expect(table.authors == [Party(name: "Ana", address: "ana@b.example")])
  }
}
