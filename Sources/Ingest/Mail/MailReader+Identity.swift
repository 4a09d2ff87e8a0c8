public import Complaints

extension MailReader {
  /// What the first document of `read(_:)` will be known by, found without parsing the mail's
  /// parts; nil where it takes the parts to tell, or where the item is no mail.
  public func identity(of item: Item) -> Fingerprint? {
    guard item.form == .mail, item.bytes.count <= Limits.itemByteCount else { return nil }
    let (bytes, start) = MailReader.prepared(item.bytes)
    guard MailReader.hasHeader(bytes, from: start) else { return nil }
    let header = HeaderBlock(parsing: bytes, in: start..<bytes.count, isInside: nil)
    // A signature may be wrapped around the mail.
    guard !ContentType(fields: header.values(.contentType, in: bytes)).isCryptographic else {
      return nil
    }
    return MailFacts.identity(
      MailFacts.identifiers(.messageID, header, in: bytes).first, header, in: bytes,
      to: bytes.count)
  }
}
