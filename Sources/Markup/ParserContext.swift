internal import CLibXML2

/// Owns a libxml2 parser over bytes in memory and the document it may have begun.
struct ParserContext: ~Copyable {
  let pointer: xmlParserCtxtPtr

  /// A parser over valid UTF-8, made by libxml2's function for its language; nil for no bytes or
  /// when libxml2 refuses.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>,
    madeBy make: (UnsafePointer<CChar>?, CInt) -> xmlParserCtxtPtr?
  ) {
    guard let base = bytes.baseAddress, !bytes.isEmpty, bytes.count < Int(Int32.max) else {
      return nil
    }
    ParserContext.prepared
    let characters = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    guard let pointer = make(characters, CInt(bytes.count)) else { return nil }
    self.pointer = pointer
  }

  deinit {
    if let document = pointer.pointee.myDoc {
      xmlFreeDoc(document)
      pointer.pointee.myDoc = nil
    }
    xmlFreeParserCtxt(pointer)
  }

  private static let prepared: Void = xmlInitParser()

  /// Parses to the end; every event's handler is given the address of `state`.
  func parse<State>(
    _ events: xmlSAXHandler, into state: inout State, by parse: (xmlParserCtxtPtr?) -> CInt
  ) {
    guard let handlers = pointer.pointee.sax else { return }
    handlers.pointee = events
    withUnsafeMutablePointer(to: &state) { state in
      pointer.pointee.userData = UnsafeMutableRawPointer(state)
      _ = parse(pointer)
      pointer.pointee.userData = nil
    }
  }
}
