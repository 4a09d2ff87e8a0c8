internal import CLibXML2

/// Owns a libxml2 XML parser over bytes in memory: no document type, entity or network.
struct FeedParserContext: ~Copyable {
  private let context: xmlParserCtxtPtr

  /// A parser over well-formed UTF-8; nil for no bytes or when libxml2 refuses.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty, bytes.count < Int(Int32.max) else {
      return nil
    }
    FeedParserContext.prepared
    let characters = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    guard let context = xmlCreateMemoryParserCtxt(characters, Int32(bytes.count)) else {
      return nil
    }
    self.context = context
  }

  deinit {
    if let document = context.pointee.myDoc {
      xmlFreeDoc(document)
      context.pointee.myDoc = nil
    }
    xmlFreeParserCtxt(context)
  }

  private static let prepared: Void = xmlInitParser()

  /// Sends every event of the document to `builder`.
  func parse(into builder: inout FeedBuilder) {
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    _ = xmlCtxtUseOptions(context, Int32(options))
    guard let block = context.pointee.sax else { return }
    block.pointee = FeedParserContext.events
    withUnsafeMutablePointer(to: &builder) { builder in
      context.pointee.userData = UnsafeMutableRawPointer(builder)
      _ = xmlParseDocument(context)
      context.pointee.userData = nil
    }
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
        local: name, attributes: FeedParserContext.attributes(attributes, count: Int(count)))
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

/// The vocabularies of feeds, by the addresses that name them.
enum FeedVocabulary {
  /// The usual prefix and the local name of an element.
  static func name(_ local: String, prefix: String?, address: String?) -> String {
    guard let usual = address.flatMap(usualPrefix) ?? prefix, !usual.isEmpty else { return local }
    return usual + ":" + local
  }

  /// The usual prefix for an address; empty for the vocabularies of RSS, nil for unknown ones.
  private static func usualPrefix(_ address: String) -> String? {
    if address.contains("wordpress.org/export/") {
      return address.contains("/excerpt") ? "excerpt" : "wp"
    }
    return known.first { address.hasPrefix($0.address) }?.prefix
  }

  private static let known: [(address: String, prefix: String)] = [
    ("http://www.w3.org/2005/Atom", "atom"), ("http://purl.org/atom/ns#", "atom"),
    ("http://purl.org/rss/1.0/modules/content", "content"), ("http://purl.org/dc/", "dc"),
    ("http://purl.org/rss/1.0/modules/slash", "slash"), ("http://purl.org/rss/1.0/", ""),
    ("http://my.netscape.com/", ""), ("http://channel.netscape.com/", ""),
    ("http://backend.userland.com/", ""), ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://purl.org/syndication/thread", "thr"), ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://wellformedweb.org/CommentAPI", "wfw"),
  ]
}
