internal import CLibXML2

/// Reads HTML in memory with libxml2: no network, no charset but UTF-8.
struct PageParser: ~Copyable {
  private let context: ParserContext

  /// A parser over valid UTF-8; nil for no bytes or when libxml2 refuses.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let context = ParserContext(bytes, madeBy: htmlCreateMemoryParserCtxt) else { return nil }
    self.context = context
  }

  /// Sends every event of the page to `sink`.
  func parse(into sink: inout LayoutSink) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    _ = htmlCtxtUseOptions(context.pointer, Int32(options))
    _ = xmlSwitchEncoding(context.pointer, XML_CHAR_ENCODING_UTF8)
    withUnsafeMutablePointer(to: &sink) { sink in
      // The depth guard needs the context with every event.
      var state = EventState(sink: sink, context: context.pointer)
      context.parse(PageParser.events, into: &state, by: htmlParseDocument)
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
