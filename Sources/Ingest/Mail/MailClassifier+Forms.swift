import Complaints
import Text

/// Mails that a web form sent for somebody.
extension MailClassifier {
  /// The fields, if the mail is a form: fields of a customer in a mail that somebody else sent.
  func form(in document: Document, text: String) -> FormFields? {
    guard let form = FormFields(text) else { return nil }
    let sender = document.authors.first?.address ?? ""
    let local = MailClassifier.localPart(document.authors.first)
    if MailMarks.isUnanswerable(local) || MailMarks.formSenders.contains(String(local)) {
      return form
    }
    if let field = form.value(.address, in: text), let given = address(in: field), given != sender {
      return form
    }
    let replies = addresses(.replyTo)
    if let first = replies.first?.address, first != sender { return form }
    return nil
  }

  func authors(of form: FormFields, in text: String, sender: [Party]) -> [Party] {
    let names = form.fields.filter { $0.meaning == .name && !$0.value.isEmpty }.prefix(2)
    let utf8 = Array(text.utf8)
    let name = names.map { String(decoding: utf8[$0.value], as: UTF8.self) }
      .joined(separator: " ")
    let reply = addresses(.replyTo).first
    let given = form.value(.address, in: text).flatMap(address)
    let address = given ?? reply?.address
    guard address != nil || !name.isEmpty else { return sender }
    return [Party(name: name.isEmpty ? reply?.name : name, address: address)]
  }

  private func addresses(_ field: HeaderName) -> [Party] {
    header.values(field, in: bytes).flatMap { AddressList($0, charset: charset).parties }
  }

  private func address(in words: String) -> String? {
    AddressList(Array(words.utf8.prefix(512)), charset: nil).parties.first { $0.address != nil }?
      .address
  }

  /// What stands before the "@" of an address.
  static func localPart(_ party: Party?) -> Substring {
    guard let address = party?.address else { return "" }
    return Substring(address.utf8.prefix { $0 != UInt8(ascii: "@") })
  }
}
