public import Complaints

/// Strips HTML to blocks of text with the elements around them.
public enum LayoutBuilder {
  /// The layout of a page or of an HTML mail; broken and hostile HTML gives what can be read, with
  /// a remark in `notes`.
  ///
  /// Text is read as a browser shows it: white space folded, `<br>` as LF, preformatted text kept,
  /// scripts and styles left out, character references decoded once. Inline elements that may name
  /// an author or a date (`<time>`, `<cite>`, `class="fn"`, `rel="nofollow"` …) are among the
  /// elements, with their own words as the attribute `#text`. Linear in the text.
  public static func layout(of html: String) -> Layout {
    var html = html
    return html.withUTF8 { Self.layout(ofUTF8: $0) }
  }

  private static func layout(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Layout {
    guard !bytes.isEmpty else { return Layout() }
    if bytes.contains(0) {
      // A browser drops NUL between words; libxml2 would stop at it.
      return Array(bytes.filter { $0 != 0 }).withUnsafeBufferPointer { Self.layout(ofUTF8: $0) }
    }
    let page = UnsafeBufferPointer(rebasing: bytes.prefix(MarkupLimits.pageByteCount))
    var cleaner = PageCleaner(page)
    cleaner.clean()
    var sink = LayoutSink()
    for range in cleaner.structuredData.prefix(64) {
      sink.facts.structured.read(UnsafeBufferPointer(rebasing: page[range]))
    }
    cleaner.output.withUnsafeBufferPointer { clean in
      if let parser = PageParser(clean) { parser.parse(into: &sink) }
    }
    sink.finish()
    var layout = sink.layout()
    layout.notes = cleaner.notes
    if page.count < bytes.count { layout.notes.append("cut: HTML of \(bytes.count) bytes") }
    if sink.flattenedCount > 0 {
      layout.notes.append("flattened: elements deeper than \(MarkupLimits.elementDepth)")
    }
    if sink.isOverLimit {
      layout.notes.append("joined: blocks beyond \(MarkupLimits.blockCount)")
    }
    for service in cleaner.commentServices.prefix(8) {
      layout.notes.append("comments elsewhere: \(service)")
    }
    return layout
  }
}
