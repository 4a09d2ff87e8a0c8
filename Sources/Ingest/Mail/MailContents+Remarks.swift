import Complaints
import Text

/// What is told of parts besides their words.
extension MailContents {
  mutating func note(encryption kind: String) {
    isEncrypted = true
    if encryption.isEmpty { encryption = kind }
  }

  mutating func list(_ index: Int, isRead: Bool) {
    let part = tree.parts[index]
    let start = tree.parts[root].header.start
    let body = part.body.lowerBound - start..<part.body.upperBound - start
    parts.append(
      PartReference(
        mediaType: part.type.mediaType, name: disposition(index).name, range: body, isRead: isRead))
  }

  mutating func warn(_ index: Int, name: String?) {
    let part = tree.parts[index]
    if !part.isSilent { warn("not read: \(name ?? part.type.mediaType)") }
  }

  mutating func warn(_ text: String) {
    if warnings.count < 50 { warnings.append(text) }
  }

  /// A part's file name and whether it is meant as an attachment.
  func disposition(_ index: Int) -> (name: String?, isAttachment: Bool) {
    let part = tree.parts[index]
    let value = part.header.value(.contentDisposition, in: bytes).map(ParameterisedValue.init)
    let name = value?.text("filename") ?? part.type.value?.text("name")
    return (name, value?.value == "attachment")
  }

  /// Whether words follow the header that a part holds.
  func holdsWords(_ part: MimePart) -> Bool {
    let content = part.transfer.decoded(Array(bytes[part.body])).bytes
    let header = HeaderBlock(parsing: content, in: 0..<content.count, isInside: nil)
    return header.isEnded && content[header.bodyStart...].contains(where: \.isASCIILetter)
  }
}
