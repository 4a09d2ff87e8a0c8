internal import CLibXML2

/// Owns a libxml2 HTML parser over bytes in memory.
struct ParserContext: ~Copyable {
  private let context: htmlParserCtxtPtr

  /// A parser over valid UTF-8; nil for no bytes or when libxml2 refuses.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty, bytes.count < Int(Int32.max) else {
      return nil
    }
    ParserContext.prepared
    let characters = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    guard let context = htmlCreateMemoryParserCtxt(characters, Int32(bytes.count)) else {
      return nil
    }
    self.context = context
  }

  deinit {
    if let document = context.pointee.myDoc {
      xmlFreeDoc(document)
      context.pointee.myDoc = nil
    }
    htmlFreeParserCtxt(context)
  }

  private static let prepared: Void = xmlInitParser()

  /// Sends every event of the page to `sink`.
  func parse(into sink: inout LayoutSink) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    _ = htmlCtxtUseOptions(context, Int32(options))
    _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    guard let block = context.pointee.sax else { return }
    block.pointee = ParserContext.events
    withUnsafeMutablePointer(to: &sink) { sink in
      // The parser hands `userData` to every event; the state holds the context for the depth guard.
      var state = EventState(sink: sink, context: context)
      withUnsafeMutablePointer(to: &state) { state in
        context.pointee.userData = UnsafeMutableRawPointer(state)
        _ = htmlParseDocument(context)
        context.pointee.userData = nil
      }
    }
  }

  private struct EventState {
    let sink: UnsafeMutablePointer<LayoutSink>
    let context: htmlParserCtxtPtr
  }

  private static var events: htmlSAXHandler {
    var events = htmlSAXHandler()
    events.startElement = { data, name, attributes in
      guard let state = data?.assumingMemoryBound(to: EventState.self), let name else { return }
      let context = state.pointee.context
      // Beyond the limit an element is taken off libxml2's own stack at once, so that looking for
      // the partner of an end tag stays cheap; its text counts for the element around it.
      let sink = state.pointee.sink
      let isHostile = sink.pointee.flattenedCount > MarkupLimits.flattenedCount
      let limit = isHostile ? MarkupLimits.hostileDepth : MarkupLimits.elementDepth
      let isFlat = sink.pointee.start(
        name, attributes, isTooDeep: Int(context.pointee.nameNr) > limit)
      guard isFlat, let names = context.pointee.nameTab else { return }
      var depth = Int(context.pointee.nameNr) - 1
      while isHostile, depth > limit {
        sink.pointee.end()
        depth -= 1
      }
      guard depth > 0 else { return }
      context.pointee.nameNr = Int32(depth)
      context.pointee.name = names[depth - 1]
    }
    events.endElement = { data, _ in
      guard let state = data?.assumingMemoryBound(to: EventState.self) else { return }
      state.pointee.sink.pointee.end()
    }
    events.characters = { data, text, count in
      guard let state = data?.assumingMemoryBound(to: EventState.self), let text else { return }
      state.pointee.sink.pointee.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    return events
  }
}
