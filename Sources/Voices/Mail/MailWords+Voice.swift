import Text

extension MailWords {
  /// What telephone lists and cards have: addresses of people and of pages.
  static let contacts = PhraseSet(["@", "www.", "http"])

  /// Words of the first person with a space before and after them; those that are also names of
  /// places, months or articles are left out.
  static let firstPersons: PhraseSet = {
    let words = """
      i|i'm|i've|i'll|i'd|i’m|i’ve|i’ll|i’d|me|my|myself|ich|mir|mich|mein|meine|meinen|meiner|wir|\
      je|j'ai|j’ai|moi|nous|yo|mis|nos|mio|mia|noi|ik|mij|mijn|eu|meu|minha|nós|jag|mig|mitt
      """
    return PhraseSet(
      words.split(separator: "|").flatMap { word in
        [" ", ",", ".", "!", "?"].map { " \(word)\($0)" }
      })
  }()
}
