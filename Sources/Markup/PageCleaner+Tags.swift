/// What a start tag says, as places in the source.
private struct StartTag {
  var name: Range<Int>
  var key = NameTable.seed
  var tag = Tag.other
  var attributes: [(name: Range<Int>, attribute: Attribute, value: Range<Int>)] = []
  /// The index after `>`.
  var end = 0
}

extension PageCleaner {
  /// Reads the start tag at `open`; gives the index after it and after raw text that belongs to it.
  mutating func appendStartTag(at open: Int) -> Int {
    var tag = StartTag(name: open + 1..<open + 1)
    guard readName(&tag, from: open + 1) else {
      appendLiteral(source[open])
      return open + 1
    }
    guard let end = tagEnd(from: open) else {
      let isRemains = tag.tag != .other && source.count - open < 2_048
      if isRemains { return source.count }
      appendLiteral(source[open])
      return open + 1
    }
    if !readAttributes(&tag, bound: isQuotingBroken ? end + 1 : source.count) {
      isQuotingBroken = true
      tag.attributes = []
      _ = readAttributes(&tag, bound: end)
      tag.end = end + 1
    }
    noteCommentService(of: tag)
    if tag.tag.isRawText { return skipRawText(of: tag, at: open) }
    if tag.tag.isIdle { return tag.end }
    if tag.tag == .html || tag.tag == .body || tag.tag == .head {
      if hasSeenBody { return tag.end }
      if tag.tag == .body { hasSeenBody = true }
    }
    let close =
      tag.tag.isUnseen || tag.tag == .textarea ? closingTag(of: tag, from: tag.end) : nil
    // What never ends must not hide the rest of the page.
    if tag.tag.isUnseen, close == nil { return tag.end }
    emit(tag)
    guard let close, tag.tag == .textarea || tag.tag == .title else { return tag.end }
    appendEscaped(tag.end..<close)
    return close
  }

  /// Reads the end tag at `open`; gives the index after it.
  mutating func appendEndTag(at open: Int) -> Int {
    guard open + 2 < source.count else {
      appendLiteral(source[open])
      return open + 1
    }
    guard let end = tagEnd(from: open + 2) else {
      if source[open + 2].isLetter, source.count - open < 64 { return source.count }
      appendLiteral(source[open])
      return open + 1
    }
    guard source[open + 2].isLetter else { return end + 1 }
    var tag = StartTag(name: open + 2..<open + 2)
    guard readName(&tag, from: open + 2) else { return end + 1 }
    switch tag.tag {
    case .body, .html: return end + 1
    case .br:
      output.append(contentsOf: "<br>".utf8)
      return end + 1
    case .p: break
    default:
      let slot = Int(truncatingIfNeeded: tag.key >> 40) & 4_095
      guard openCounts[slot] > 0 else { return end + 1 }
      openCounts[slot] -= 1
    }
    output.append(contentsOf: "</".utf8)
    appendName(tag.name)
    output.append(UInt8(ascii: ">"))
    return end + 1
  }

  /// The tag's name up to space, `/` or `>`; false for `<name@example.com>` and `<https://…>`,
  /// which people write and which are words.
  private func readName(_ tag: inout StartTag, from start: Int) -> Bool {
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "@") { return false }
      if isNameByte(byte) { tag.key = NameTable.mixed(tag.key, byte.lowered) }
      index += 1
      if index - start > 256 { return false }
    }
    if index < source.count, source[index] == UInt8(ascii: "/"), index > start,
      source[index - 1] == UInt8(ascii: ":")
    {
      return false
    }
    tag.name = start..<index
    tag.tag = Tag.named(tag.key, in: tagNames)
    return true
  }

  /// Reads attributes up to `>`; false when the tag does not end before `bound`.
  private mutating func readAttributes(_ tag: inout StartTag, bound: Int) -> Bool {
    var index = tag.name.upperBound
    var count = 0
    while true {
      while index < bound, source[index].isSpace || source[index] == UInt8(ascii: "/") {
        index += 1
      }
      guard index < bound else { return false }
      if source[index] == UInt8(ascii: ">") { break }
      let nameStart = index
      var key = NameTable.mixed(NameTable.seed, source[index].lowered)
      index += 1
      while index < bound, source[index] != UInt8(ascii: "="), source[index] != UInt8(ascii: ">"),
        source[index] != UInt8(ascii: "/"), !source[index].isSpace
      {
        key = NameTable.mixed(key, source[index].lowered)
        index += 1
      }
      let name = nameStart..<index
      while index < bound, source[index].isSpace { index += 1 }
      var value = index..<index
      if index < bound, source[index] == UInt8(ascii: "=") {
        guard let range = readValue(after: index, bound: bound) else { return false }
        value = range
        index = range.upperBound
      }
      count += 1
      if count <= MarkupLimits.attributeCount,
        let attribute = Attribute.named(key, in: attributeNames), attribute.matters(on: tag.tag),
        !tag.attributes.contains(where: { $0.attribute == attribute })
      {
        tag.attributes.append((name, attribute, value))
      }
    }
    if count > MarkupLimits.attributeCount { cutTagCount += 1 }
    tag.end = index + 1
    return true
  }

  /// The value after the `=` at `sign`, its quotes included; nil when its quote never closes.
  private func readValue(after sign: Int, bound: Int) -> Range<Int>? {
    var index = sign + 1
    while index < bound, source[index].isSpace { index += 1 }
    guard index < bound else { return nil }
    let start = index
    let quote = source[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = position(of: quote, from: index + 1, to: bound) else { return nil }
      return start..<end + 1
    }
    while index < bound, !source[index].isSpace, source[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  private mutating func emit(_ tag: StartTag) {
    output.append(UInt8(ascii: "<"))
    appendName(tag.name)
    var isCut = false
    let start = output.count
    for (name, _, value) in tag.attributes {
      if output.count - start + value.count > MarkupLimits.tagByteCount {
        isCut = true
        continue
      }
      output.append(0x20)
      append(name)
      output.append(UInt8(ascii: "="))
      if value.isEmpty { output.append(contentsOf: "\"\"".utf8) } else { append(value) }
    }
    output.append(UInt8(ascii: ">"))
    if isCut { cutTagCount += 1 }
    if !tag.tag.isVoid { openCounts[Int(truncatingIfNeeded: tag.key >> 40) & 4_095] += 1 }
  }

  private mutating func appendName(_ name: Range<Int>) {
    for index in name where isNameByte(source[index]) { output.append(source[index]) }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// Text in which `<` is no mark-up.
  private mutating func appendEscaped(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range where source[index] == UInt8(ascii: "<") {
      appendText(start..<index)
      appendLiteral(source[index])
      start = index + 1
    }
    appendText(start..<range.upperBound)
  }

  /// Leaves out the content of a script, style sheet and the like, up to its end tag.
  private mutating func skipRawText(of tag: StartTag, at open: Int) -> Int {
    if tag.tag == .svg, source[tag.end - 2] == UInt8(ascii: "/") { return tag.end }
    guard let close = closingTag(of: tag, from: tag.end), let end = tagEnd(from: close) else {
      guard tag.tag == .script || tag.tag == .style else { return tag.end }
      notes.append("unclosed HTML \(tag.tag.name)")
      return source.count
    }
    if tag.tag == .script {
      let type = tag.attributes.first { $0.attribute == .type }?.value
      if let type, contains("ld+json", in: type) {
        structuredData.append(tag.end..<close)
      } else {
        noteCommentService(in: open..<close)
      }
    } else if tag.tag == .noscript || tag.tag == .iframe {
      noteCommentService(in: open..<close)
    }
    return end + 1
  }

  /// Where `</name` stands next; linear over all calls, since no stretch is searched twice.
  private mutating func closingTag(of tag: StartTag, from start: Int) -> Int? {
    if let known = closingTags[tag.tag], known >= start {
      return known < source.count ? known : nil
    }
    let count = tag.name.count
    var index = start
    while let open = position(of: UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard open + 2 + count < source.count else { break }
      guard source[open + 1] == UInt8(ascii: "/") else { continue }
      let after = source[open + 2 + count]
      guard after.isSpace || after == UInt8(ascii: "/") || after == UInt8(ascii: ">") else {
        continue
      }
      let isSame = (0..<count).allSatisfy {
        source[open + 2 + $0].lowered == source[tag.name.lowerBound + $0].lowered
      }
      if isSame {
        closingTags[tag.tag] = open
        return open
      }
    }
    closingTags[tag.tag] = source.count
    return nil
  }

  /// An element into which a script will put comments.
  private mutating func noteCommentService(of tag: StartTag) {
    for (_, attribute, value) in tag.attributes
    where (attribute == .id || attribute == .class) && value.count < 512 {
      noteCommentService(in: value)
    }
  }

  private func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard range.count >= word.utf8CodeUnitCount else { return false }
    return (range.lowerBound...range.upperBound - word.utf8CodeUnitCount).contains {
      matches(word, at: $0)
    }
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= source.count else { return false }
    return (0..<count).allSatisfy { source[start + $0].lowered == word.utf8Start[$0] }
  }

  /// Looks for the marks of services that load comments by script; one pass over the range.
  private mutating func noteCommentService(in range: Range<Int>) {
    for index in range {
      switch source[index] {
      case UInt8(ascii: "q")
      where matches("disqus_thread", at: index - 3)
        || matches("disqus.com/embed", at: index - 3)
        || matches("disqus_identifier", at: index - 3):
        note("disqus")
      case UInt8(ascii: "f") where matches("fb-comments", at: index): note("facebook")
      case UInt8(ascii: "f") where matches("livefyre", at: index - 4): note("livefyre")
      case UInt8(ascii: "b") where matches("intensedebate", at: index - 9): note("intensedebate")
      case UInt8(ascii: "v") where matches("hyvor-talk", at: index - 2): note("hyvor")
      case UInt8(ascii: "g") where matches("giscus.app", at: index): note("giscus")
      case UInt8(ascii: "p") where matches("spot.im/", at: index - 1): note("openweb")
      default: break
      }
    }
  }

  private mutating func note(_ service: String) {
    if !commentServices.contains(service) { commentServices.append(service) }
  }
}
