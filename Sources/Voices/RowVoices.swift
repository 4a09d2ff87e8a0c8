import Complaints
import Text

/// The one voice of a table row: its text as it stands.
enum RowVoices {
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    let text = document.plainText
    let role = document.authorRole(organisation)
    var words = PassageText()
    words.append(text.utf8, as: .body, role: role)
    let own = document.row ?? document.identity.description
    return [
      Verbatim(
        id: Fingerprint(fields: ["verbatim", "row", own, text]), of: document,
        part: .row, text: text, passages: words.passages,
        language: LanguageGuess.language(of: text), role: role)
    ]
  }
}
