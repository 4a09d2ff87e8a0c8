/// An XML element of a feed with its words.
public struct FeedElement: Sendable, Equatable {
  /// The usual prefix of its vocabulary and its local name: "title", "wp:comment", "atom:entry".
  public var name: String
  /// Attributes by local name.
  public var attributes: [String: String]
  /// The characters in it; in an element that holds HTML the tags inside it as well.
  public var text: String
  /// The elements directly inside it; in an element that holds HTML none.
  public var children: [FeedElement]

  /// An element without content.
  public init(name: String, attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
    text = ""
    children = []
  }

  /// The first element of that name directly inside.
  public func child(_ name: String) -> FeedElement? { children.first { $0.name == name } }

  /// The words of the first element of that name directly inside; nil where they are blank.
  public func words(_ name: String) -> String? {
    for child in children where child.name == name {
      let text = child.text.drop { $0.isWhitespace }
      guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { continue }
      return String(text[...end])
    }
    return nil
  }
}

extension FeedElement {
  /// Reads XML, whole or a piece cut out of a document whose root start tag is `root`.
  ///
  /// Whatever is broken is mended before libxml2 reads it; document types and entities never reach
  /// it. The result is the document around what was read. Linear in the bytes.
  ///
  /// - Parameter xml: valid UTF-8.
  public static func reading(_ xml: [UInt8], root: [UInt8] = []) -> FeedElement {
    var scrubber = FeedScrubber(xml)
    let clean = scrubber.scrubbed(root: root)
    var builder = FeedBuilder()
    clean.withUnsafeBufferPointer { bytes in
      if let parser = FeedParser(bytes) { parser.parse(into: &builder) }
    }
    return builder.document()
  }
}
