import Complaints
import Markup
import Text

/// The words of single parts.
extension MailContents {
  /// Adds the text of a part to the words, or as a document of its own.
  mutating func addText(_ index: Int, name: String?, isFile: Bool) {
    let part = tree.parts[index]
    var text = decodedText(index)
    list(index, isRead: true)
    guard !MailText.isBlank(text) else { return }
    if PGPArmour.isPresent(in: text) {
      let cut = PGPArmour.withoutEncrypted(text)
      if MailText.isBlank(cut) { return note(encryption: "PGP message") }
      if cut != text { warn("not read: PGP message") }
      text = PGPArmour.withoutSignature(cut)
    }
    let isPage =
      part.type.mediaType == "text/html" ? MailText.hasMarkup(text) : MailText.isPage(text)
    let content: Content = isPage ? .layout(LayoutBuilder.layout(of: text)) : .text(text)
    if isFile {
      if case .layout(let layout) = content, layout.blocks.isEmpty { return }
      attachments.append(.text(content, name: name))
    } else {
      contents.append(content)
    }
  }

  /// Reads a body of an unknown type as text, if that is what it is.
  mutating func addUnknown(_ index: Int) {
    let raw = tree.parts[index].transfer.decoded(Array(bytes[tree.parts[index].body])).bytes
    guard raw.contains(where: \.isASCIILetter), !raw.containsZeroByte,
      !Sniffer.isBinary(Array(raw.prefix(Sniffer.headByteCount)))
    else { return }
    let label = tree.parts[index].type.value?.text("charset")
    contents.append(.text(MailText.normalised(DecodedText(decoding: raw, label: label).text)))
  }

  /// The text of a part; files inside it are taken out.
  mutating func decodedText(_ index: Int) -> String {
    if let text = texts[index] { return text }
    let part = tree.parts[index]
    let output = part.transfer.decoded(Array(bytes[part.body]))
    var raw = output.bytes
    if part.type.mediaType != "text/html" { takeFiles(from: &raw) }
    if raw.isEmpty, !output.trailer.isEmpty { raw = output.trailer }
    var label = part.type.value?.text("charset")
    var isWeak = MailText.isWeak(label)
    if isWeak, part.type.mediaType == "text/html" {
      label = CharsetPrescan.label(in: raw) ?? label
      isWeak = MailText.isWeak(label)
    }
    let decoded = DecodedText(decoding: raw, label: label)
    if charset == nil, !isWeak || !raw.isPlainASCII {
      charset = isWeak ? decoded.charset : label
    }
    var text = MailText.normalised(decoded.text)
    if part.type.value?.text("format")?.lowercasedASCII == "flowed",
      part.type.mediaType == "text/plain"
    {
      let deletes = part.type.value?.text("delsp")?.lowercasedASCII == "yes"
      text = FlowedText.joined(text, deletesSpace: deletes)
    }
    if ["text/enriched", "text/richtext"].contains(part.type.mediaType) {
      text = MailText.fromEnriched(text)
    }
    if !output.trailer.isEmpty, raw != output.trailer {
      text += "\n" + MailText.normalised(DecodedText(decoding: output.trailer, label: label).text)
    }
    texts[index] = text
    return text
  }

  /// Takes uuencoded and yEnc blocks out of a text; texts among them are attachments.
  private mutating func takeFiles(from raw: inout [UInt8]) {
    let files = Uuencoded.files(in: raw)
    guard !files.isEmpty else { return }
    var output: [UInt8] = []
    var position = 0
    for file in files {
      output.append(contentsOf: raw[position..<file.range.lowerBound])
      position = file.range.upperBound
      if MimePart.isText(named: file.name), !file.bytes.isEmpty,
        !Sniffer.isBinary(Array(file.bytes.prefix(4_096)))
      {
        let text = MailText.normalised(DecodedText(decoding: file.bytes, label: nil).text)
        attachments.append(.text(.text(text), name: file.name))
      } else {
        warn("not read: \(file.name)")
      }
    }
    output.append(contentsOf: raw[position...])
    raw = output
  }
}

extension Array where Element == UInt8 {
  /// Whether a NUL occurs.
  fileprivate var containsZeroByte: Bool { contains(0) }
}
