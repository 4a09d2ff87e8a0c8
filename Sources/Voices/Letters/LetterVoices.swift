import Complaints
import Text

/// A letter as one verbatim: address block, salutation and signature told from the words.
enum LetterVoices {
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    let text = document.plainText
    let lines = TextLines(text)
    let role = document.authorRole(organisation)
    var words = PassageText()
    let kinds = LetterZones(lines).kinds
    var position = 0
    for index in 0..<lines.count where !lines.isBlank(index) {
      let range = lines.trimmedRange(index)
      words.append(lines.bytes[position..<range.lowerBound])
      words.append(lines.bytes[range], as: kinds[index], role: role)
      position = range.upperBound
    }
    words.append(lines.bytes[position...])
    return [
      Verbatim(
        id: Fingerprint(fields: ["verbatim", document.identity.description, "letter"]),
        of: document, part: .letter, text: words.text, passages: words.passages,
        language: LanguageGuess.language(of: text), role: role)
    ]
  }
}

/// What each line of a letter is.
struct LetterZones {
  /// One kind for each line; blank lines are `body`.
  private(set) var kinds: [PassageKind]

  /// Judges the lines of a letter.
  ///
  /// Before a salutation among the first 30 lines stand addresses, dates and the subject; after the
  /// last closing the name, up to eight short lines; a postscript is body again.
  init(_ lines: TextLines) {
    kinds = Array(repeating: .body, count: lines.count)
    let filled = (0..<lines.count).filter { !lines.isBlank($0) }
    let salutation = filled.prefix(30).first { LetterMarks.isSalutation(lines.trimmed($0)) }
    if let salutation,
      filled.prefix(while: { $0 < salutation }).allSatisfy({ lines[$0].count < 120 })
    {
      for index in filled where index < salutation {
        kinds[index] = LetterZones.isSubject(lines.trimmed(index)) ? .heading : .boilerplate
      }
      kinds[salutation] = .boilerplate
      if let next = filled.first(where: { $0 > salutation }),
        LetterZones.isSubject(lines.trimmed(next))
      {
        kinds[next] = .heading
      }
    } else if let first = filled.first {
      let isAlone = first + 1 < lines.count && lines.isBlank(first + 1)
      let line = lines.trimmed(first)
      let isSentence = line.hasSuffix(".") && line.split(separator: " ").count > 8
      if isAlone, line.utf8.count <= 120, !isSentence, filled.count > 2 { kinds[first] = .heading }
      for index in filled.prefix(6) where LetterMarks.isDateLine(lines.trimmed(index)) {
        kinds[index] = .boilerplate
      }
    }
    guard let closing = filled.last(where: { LetterMarks.isClosing(lines.trimmed($0)) }),
      closing > (salutation ?? -1)
    else { return }
    var isSignature = true
    var count = 0
    for index in filled where index >= closing {
      let line = lines.trimmed(index)
      let lower = line.lowercased()
      if lower.hasPrefix("ps") || lower.hasPrefix("p.s") || line.utf8.count > 100 || count > 8 {
        isSignature = false
      }
      if lower.hasPrefix("enc") || lower.hasPrefix("cc:") { isSignature = true }
      if isSignature { kinds[index] = .signature }
      count += 1
    }
  }

  private static func isSubject(_ line: String) -> Bool {
    let lower = line.lowercased()
    return [
      "re:", "re ", "subject:", "ref:", "betreff:", "objet", "asunto", "oggetto", "complaint",
    ]
    .contains { lower.hasPrefix($0) } && line.utf8.count <= 120
  }
}
