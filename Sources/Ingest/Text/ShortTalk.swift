import Text

/// Tells a short labelled talk from the lists, forms and letters that have colons too.
///
/// Two lines are enough where the labels themselves are known to name speakers; any other label
/// needs a repetition, which `LabelledLines` asks for.
enum ShortTalk {
  /// Whether a text is a talk by its labels alone.
  ///
  /// All its lines, bar a head about the call, carry labels of one family or go on from one that
  /// does; there are two speakers; something that reads like speech is said by each, or a question
  /// is asked; and the text is no form.
  static func holds(_ lines: TextLines, _ labels: [Int: SpeakerLabel]) -> Bool {
    guard labels.count >= 2, labels.count <= 200 else { return false }
    let speakers = Set(labels.values.map { $0.speaker.lowercased() })
    guard speakers.count >= 2, SpeakerNames.areOneFamily(Set(labels.values.map(\.speaker))),
      isCovered(lines, labels)
    else { return false }
    var speaking: Set<String> = []
    var asks = false
    var wordCount = 0
    for (index, label) in labels {
      let words = lines.bytes[label.wordsStart..<lines.ranges[index].upperBound]
      let said = Speech(words)
      asks = asks || said.isQuestion
      wordCount += said.wordCount
      if said.isSpeech { speaking.insert(label.speaker.lowercased()) }
    }
    guard wordCount >= 4, !speaking.isEmpty, asks || speaking == speakers else { return false }
    return FormFields(String(decoding: lines.bytes, as: UTF8.self)) == nil
  }

  /// Whether every line that is not blank has a label, goes on from one that does, or stands in
  /// the head; one line in ten may be something else.
  private static func isCovered(_ lines: TextLines, _ labels: [Int: SpeakerLabel]) -> Bool {
    var (filledCount, otherCount) = (0, 0)
    var isHead = true
    var goesOn = false
    for index in 0..<lines.count {
      if lines.isBlank(index) {
        goesOn = false
      } else if labels[index] != nil {
        filledCount += 1
        (isHead, goesOn) = (false, true)
      } else if isHead {
        guard isAboutTheCall(lines.trimmed(index)) else { return false }
      } else {
        filledCount += 1
        let isWrapped =
          goesOn && !isField(lines.trimmed(index))
          && (lines.indentation(index) > 0 || lines[index - 1].count >= 60)
        if !isWrapped {
          otherCount += 1
          goesOn = false
        }
      }
    }
    return otherCount * 10 <= filledCount
  }

  /// Whether a line above the talk tells of the call: "Call ID: 5", "Date: 3 May", "Transcript".
  private static func isAboutTheCall(_ line: String) -> Bool {
    let word = line.prefix { $0.isLetter }.lowercased()
    return line.utf8.count <= 80 && headWords.contains(word)
  }

  private static let headWords: Set<String> = [
    "call", "case", "ticket", "chat", "transcript", "recording", "date", "time", "duration",
    "channel", "queue", "started", "ended", "start", "end", "participants", "conversation",
    "dialogue", "session", "datum", "zeit", "uhrzeit", "dauer", "anruf", "gespräch", "appel",
    "durée", "heure", "fecha", "hora", "llamada", "duración", "data", "ora", "durata", "chiamata",
    "tijd", "duur", "gesprek", "chamada", "duração", "tid", "samtal", "längd",
  ]

  /// Whether a line starts with one to three words and a colon: "PS: …", "Order no: …".
  private static func isField(_ line: String) -> Bool {
    guard let colon = line.utf8.prefix(32).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let after = line.utf8.index(after: colon)
    guard after == line.endIndex || line.utf8[after] == 0x20 else { return false }
    return line[..<colon].split(separator: " ").count <= 3
  }

  /// What tells words that are said from the value of a field.
  private struct Speech {
    var wordCount = 0
    var isQuestion = false
    var isSpeech = false

    /// What a talk answers with, in eight languages.
    private static let replies: Set<String> = [
      "yes", "yeah", "yep", "no", "nope", "ok", "okay", "thanks", "thank", "sure", "right",
      "correct", "hello", "hi", "hey", "bye", "goodbye", "sorry", "please", "hmm", "ja", "nein",
      "danke", "bitte", "hallo", "genau", "oui", "non", "merci", "bonjour", "daccord", "sí", "si",
      "gracias", "hola", "vale", "claro", "sì", "grazie", "ciao", "certo", "nee", "bedankt",
      "goed", "sim", "não", "obrigado", "obrigada", "olá", "nej", "tack", "hej",
    ]

    init(_ bytes: ArraySlice<UInt8>) {
      let text = String(decoding: bytes.prefix(2_000), as: UTF8.self)
      let words = text.split(maxSplits: 60, whereSeparator: \.isWhitespace)
      wordCount = words.count
      isQuestion = words.contains { word in
        word.contains("?") && word.drop { $0 != "?" }.allSatisfy { "?!\"'”’»)".contains($0) }
      }
      guard let first = text.first(where: { !"\"'“‘«(¿¡*_".contains($0) && !$0.isWhitespace }),
        first.isLetter || first == "@"
      else { return }
      // Talk is written small, or all of it in capitals; values of fields are names and numbers.
      let isTalk =
        words.contains { $0.first?.isLowercase == true }
        || words.count >= 4 && !text.contains { $0.isLowercase || $0.isNumber }
      let isReply =
        words.count <= 3 && Speech.replies.contains(words[0].filter(\.isLetter).lowercased())
      isSpeech =
        words.count >= 2 && isTalk || isReply || first == "@" || text.contains("!") || isQuestion
    }
  }
}
