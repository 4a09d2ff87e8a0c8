import Complaints
import Text

/// A conversation as one verbatim, each turn a passage with the role of its speaker.
enum DialogueVoices {
  /// The one verbatim of a conversation: "Speaker: words" lines joined by LF.
  ///
  /// What stands before the first turn is a heading. A passage covers the words of a turn without
  /// the label.
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    var words = PassageText()
    var said = ""
    for content in document.contents {
      switch content {
      case .text(let text):
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
        guard !bytes.isEmpty else { continue }
        if !words.bytes.isEmpty { words.append("\n".utf8) }
        words.append(bytes, as: .heading, role: .unknown)
      case .turns(let turns):
        let roles = RoleInference(
          turns: turns, channel: document.channel, organisation: organisation)
        for turn in turns {
          if !words.bytes.isEmpty { words.append("\n".utf8) }
          if let speaker = turn.speaker { words.append("\(speaker): ".utf8) }
          let guess = roles.guess(for: turn)
          words.append(
            turn.text.utf8, as: .turn, role: guess.role, confidence: guess.confidence,
            speaker: turn.speaker, from: turn.from, to: turn.to)
          if said.utf8.count < LanguageGuess.sampleByteCount { said += turn.text + "\n" }
        }
      case .layout: continue
      }
    }
    let part: Part = document.channel == .chat ? .chat : .call
    return [
      Verbatim(
        id: Fingerprint(fields: ["verbatim", document.identity.description, part.rawValue]),
        of: document, part: part, text: words.text, passages: words.passages,
        language: LanguageGuess.language(of: said), role: .unknown)
    ]
  }
}
