import Text

/// One node of a mail's structure; a class, so that those who read it share it.
final class MimePart {
  /// What a node is made of.
  enum Kind: Equatable {
    /// Content of its own.
    case leaf
    /// Parts between boundaries.
    case multipart
    /// A mail inside the mail, unwrapped: its only child is that mail's root.
    case message
  }
  /// What it is made of.
  var kind: Kind
  /// Its header.
  var header: HeaderBlock
  /// Its type; for a multipart that is none after all, what its text is.
  var type: ContentType
  /// How its content is wrapped.
  var transfer: TransferEncoding
  /// Half-open range of the content, the line end before the closing boundary excluded.
  var body: Range<Int>
  /// Indices of the parts inside it.
  var children: [Int] = []
  /// How many multiparts and mails enclose it.
  var depth: Int
  /// What stands before the first boundary of a multipart, or between two sets of its parts.
  var stray: Range<Int>?
  /// What stands behind the closing boundary.
  var epilogue: Range<Int>?

  init(
    kind: Kind, header: HeaderBlock, type: ContentType, transfer: TransferEncoding,
    body: Range<Int>, depth: Int
  ) {
    self.kind = kind
    self.header = header
    self.type = type
    self.transfer = transfer
    self.body = body
    self.depth = depth
  }
}

/// The structure of a mail: a flat arena, parents before children.
struct MimeTree {
  /// The nodes; the first is the mail itself.
  var parts: [MimePart]
  /// The mail's bytes.
  let bytes: [UInt8]

  /// Reads the structure in one pass, and once more what a wrong boundary hid.
  ///
  /// - Parameters:
  ///   - bytes: one message, header first.
  ///   - start: where its header starts.
  ///   - depth: how deep the message itself is nested.
  ///   - budget: how many parts it may have.
  /// - Throws: `overLimit` as soon as there are more parts or they are nested deeper than allowed.
  init(bytes: [UInt8], from start: Int, depth: Int, budget: Int) throws(Rejection) {
    self.bytes = bytes
    var scanner = MimeScanner(bytes: bytes, budget: budget)
    try scanner.scan(from: start, depth: depth)
    parts = scanner.parts
  }
}
