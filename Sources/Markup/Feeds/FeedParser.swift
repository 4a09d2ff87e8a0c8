internal import CLibXML2

/// Reads XML in memory with libxml2: no document type, entity or network.
struct FeedParser: ~Copyable {
  private let context: ParserContext

  /// A parser over well-formed UTF-8; nil for no bytes or when libxml2 refuses.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let context = ParserContext(bytes, madeBy: xmlCreateMemoryParserCtxt) else { return nil }
    self.context = context
  }

  /// Sends every event of the document to `builder`.
  func parse(into builder: inout FeedBuilder) {
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    _ = xmlCtxtUseOptions(context.pointer, Int32(options))
    context.parse(FeedParser.events, into: &builder, by: xmlParseDocument)
  }

  /// The second SAX interface, by the number that says so (`XML_SAX2_MAGIC`).
  private static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = 0xDEED_BEAF
    events.startElementNs = { data, local, prefix, address, _, _, count, _, attributes in
      guard let builder = data?.assumingMemoryBound(to: FeedBuilder.self), let local else { return }
      let name = string(local)
      builder.pointee.start(
        FeedVocabulary.name(name, prefix: prefix.map(string), address: address.map(string)),
        local: name, attributes: FeedParser.attributes(attributes, count: Int(count)))
    }
    events.endElementNs = { data, local, _, _ in
      guard let builder = data?.assumingMemoryBound(to: FeedBuilder.self) else { return }
      builder.pointee.end(local: local.map(string) ?? "")
    }
    events.characters = { data, text, count in
      guard let builder = data?.assumingMemoryBound(to: FeedBuilder.self), let text else { return }
      builder.pointee.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    return events
  }

  /// Attributes by local name; each is five pointers: name, prefix, address, value, end of value.
  private static func attributes(
    _ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) -> [String: String] {
    guard let pointers, count > 0 else { return [:] }
    var attributes: [String: String] = [:]
    for index in 0..<count {
      guard let name = pointers[index * 5], let start = pointers[index * 5 + 3],
        let end = pointers[index * 5 + 4], end >= start
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      let key = string(name)
      guard attributes[key] == nil else { continue }
      // Without entities, libxml2 leaves an ampersand in a value as its number.
      attributes[key] = String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
    }
    return attributes
  }
}

/// A string of libxml2's, valid UTF-8 because what it parses is.
private func string(_ pointer: UnsafePointer<UInt8>) -> String { String(cString: pointer) }
