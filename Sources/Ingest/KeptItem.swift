public import Complaints

extension Item {
  /// A mail whose bytes were kept as they stood in their file.
  ///
  /// - Parameter isInMailbox: whether mailbox quoting is to be taken out.
  public static func mail(
    kept bytes: [UInt8], source: SourceReference, isInMailbox: Bool, outerDate: Timestamp?
  ) -> Item {
    Item(
      source: source, form: .mail, bytes: isInMailbox ? MboxQuoting.unquoted(bytes) : bytes,
      outerDate: outerDate)
  }
}
