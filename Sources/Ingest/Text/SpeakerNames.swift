import Text

/// Labels that name the speakers of a talk by themselves, so that two lines make one.
enum SpeakerNames {
  /// Whether some labels are one set of speakers: two letters ("A" and "B", "Q" and "A"), one word
  /// with numbers ("Speaker 1", "spk_0"), or a customer with anyone who serves.
  static func areOneFamily(_ labels: Set<String>) -> Bool {
    areLetters(labels) || areNumbered(labels) || areRoles(labels)
  }

  /// Pairs of letters that stand for speakers; "T", "F", "E" and "W" of contact lines are in none.
  private static let letters: Set<String> = [
    // A and B, agent and customer; then question and answer in eight languages.
    "AB", "AC", "AQ", "AF", "QR", "PR", "DR", "AV", "FS",
  ]

  private static func areLetters(_ labels: Set<String>) -> Bool {
    labels.count == 2 && letters.contains(labels.sorted().joined())
  }

  private static let numbered: Set<String> = [
    "speaker", "spk", "s", "person", "voice", "participant", "channel", "party", "sprecher",
    "sprecherin", "stimme", "teilnehmer", "locuteur", "locutrice", "intervenant", "personne",
    "voix", "hablante", "orador", "oradora", "voz", "persona", "parlante", "interlocutor",
    "interlocutore", "voce", "spreker", "persoon", "stem", "falante", "pessoa", "talare", "röst",
  ]

  private static func areNumbered(_ labels: Set<String>) -> Bool {
    var stems: Set<String> = []
    for label in labels {
      let parts = parts(of: label)
      guard parts.hasNumber else { return false }
      stems.insert(parts.name)
    }
    return stems.count == 1 && stems.isSubset(of: numbered)
  }

  private static let customers: Set<String> = [
    "customer", "client", "caller", "user", "consumer", "shopper", "guest", "passenger", "patient",
    "subscriber", "visitor", "buyer", "cust", "me", "kunde", "kundin", "anrufer", "anruferin",
    "gast", "ich", "appelant", "appelante", "cliente", "clienta", "moi", "usager", "llamante",
    "usuario", "usuaria", "yo", "chiamante", "utente", "io", "klant", "beller", "ik", "utilizador",
    "eu", "kund", "jag", "användare",
  ]

  private static let others: Set<String> = [
    "agent", "rep", "representative", "advisor", "adviser", "assistant", "support", "operator",
    "manager", "supervisor", "csr", "clerk", "receptionist", "cashier", "technician", "staff",
    "consultant", "specialist", "associate", "teller", "dispatcher", "helpdesk", "bot", "chatbot",
    "ivr", "customer service", "customer support", "customer care", "support agent",
    "service agent", "virtual assistant", "virtual agent", "live agent", "call handler",
    "customer advisor", "customer service agent", "customer service representative",
    "berater", "beraterin", "kundenberater", "kundenberaterin", "kundenservice", "kundendienst",
    "mitarbeiter", "mitarbeiterin", "agentin", "conseiller", "conseillère", "opérateur",
    "opératrice", "agente", "asesor", "asesora", "operador", "operadora", "atendente", "asistente",
    "operatore", "operatrice", "consulente", "assistente", "assistenza", "medewerker",
    "medewerkster", "klantenservice", "adviseur", "handläggare", "kundtjänst", "medarbetare",
    "rådgivare",
  ]

  private static func areRoles(_ labels: Set<String>) -> Bool {
    let names = labels.map { parts(of: $0).name }
    let callers = names.count { customers.contains($0) }
    let servers = names.count { others.contains($0) }
    return callers > 0 && servers > 0 && callers + servers == names.count
  }

  /// A label in lower case without the number at its end: "Speaker 2", "spk_0", "CALLER-1".
  private static func parts(of label: String) -> (name: String, hasNumber: Bool) {
    var rest = label.lowercased()[...]
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...3).contains(digits) else { return (String(rest), false) }
    rest = rest.dropLast(digits)
    while let last = rest.last, " _-#".contains(last) { rest = rest.dropLast() }
    return (String(rest), true)
  }
}
