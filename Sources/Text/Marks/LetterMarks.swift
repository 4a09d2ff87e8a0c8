/// Lines that letters have, in the languages that letters come in.
package enum LetterMarks {
  private static let salutations = [
    "dear ", "to whom it may concern", "sehr geehrte", "liebe ", "lieber ", "hallo",
    "madame, monsieur", "monsieur,", "madame,", "chère ", "cher ", "estimad", "egregio",
    "gentile ", "geachte ", "beste ", "hello", "hi ", "hi,", "good morning", "good afternoon",
    "sir,", "sirs,", "madam,", "prezado", "prezada", "hej ", "bonjour", "buongiorno",
  ]
  private static let closings = [
    "yours sincerely", "yours faithfully", "yours truly", "sincerely", "kind regards",
    "best regards", "regards", "warm regards", "best wishes", "many thanks", "thanks", "thank you",
    "mit freundlichen grüßen", "mit freundlichem gruß", "freundliche grüße", "viele grüße",
    "cordialement", "bien à vous", "saludos", "un saludo", "atentamente", "cordiali saluti",
    "distinti saluti", "met vriendelijke groet", "hoogachtend", "atenciosamente",
    "med vänliga hälsningar", "cheers", "respectfully", "yours", "sincerely yours",
    "with kind regards", "with best wishes", "kindest regards", "all the best",
  ]

  /// Whether a line is a salutation: "Dear Sir or Madam,".
  package static func isSalutation(_ line: String) -> Bool {
    guard line.utf8.count <= 80 else { return false }
    let lower = line.lowercased()
    guard salutations.contains(where: { lower.hasPrefix($0) }) else { return false }
    return line.split(separator: " ").count <= 8 && !line.hasSuffix(".") && !line.hasSuffix("?")
  }

  /// Whether a line is a closing: "Yours sincerely,".
  package static func isClosing(_ line: String) -> Bool {
    guard line.utf8.count <= 60 else { return false }
    var lower = line.lowercased()[...]
    while let last = lower.last, ",.!–-: ".contains(last) { lower = lower.dropLast() }
    return closings.contains { lower == $0 || lower == $0 + " in advance" }
  }

  /// Whether a line is a date, with no more than a place before it: "Leeds, 14 March 2026".
  package static func isDateLine(_ line: String) -> Bool {
    guard line.utf8.count <= 40 else { return false }
    let digits = line.utf8.filter(\.isASCIIDigit).count
    guard (4...14).contains(digits), !line.hasSuffix("?"), !line.hasSuffix("!") else {
      return false
    }
    let words = line.split { !$0.isLetter && !$0.isNumber }
    return words.count <= 7 && WrittenDate.timestamp(dateWords(line)) != nil
  }

  /// "Leeds, 14 March 2026" without the place.
  package static func dateWords(_ line: String) -> Substring {
    guard let digit = line.firstIndex(where: \.isNumber) else { return line[...] }
    let before = line[..<digit]
    guard let comma = before.lastIndex(of: ",") else { return line[...] }
    return line[line.index(after: comma)...]
  }
}
