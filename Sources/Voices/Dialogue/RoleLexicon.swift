import Complaints

/// The roles that speakers' labels name.
enum RoleLexicon {
  private static let roles: [String: Role] = {
    let lists: [(Role, String)] = [
      (
        .bot,
        "bot chatbot ivr system voicebot automated autoreply autoresponder announcement robot"
      ),
      (
        .customer,
        """
        customer client caller user consumer shopper guest passenger patient subscriber buyer me i \
        myself complainant cust cst kunde kundin anrufer anruferin cliente klant beller kund \
        appelant usager clienta utente visitor tenant policyholder cardholder claimant borrower
        """
      ),
      (
        .staff,
        """
        agent rep representative advisor adviser support staff manager supervisor operator \
        assistant clerk receptionist cashier technician tech engineer associate csr service \
        helpdesk salesman salesperson saleswoman team specialist consultant teller dispatcher \
        employee officer them they him her he she kundenservice kundendienst berater beraterin \
        mitarbeiter mitarbeiterin conseiller conseillère agente operatore medewerker medewerkster \
        handläggare atendente asesor asesora admin moderator expert host driver mechanic
        """
      ),
    ]
    var roles: [String: Role] = [:]
    for (role, words) in lists {
      for word in words.split(separator: " ") { roles[String(word)] = role }
    }
    return roles
  }()
  private static let phrases: [(String, Role)] = [
    ("virtual assistant", .bot), ("virtual agent", .bot), ("digital assistant", .bot),
    ("automated", .bot), ("ai agent", .bot), ("ai assistant", .bot), ("internal note", .staff),
    ("customer service", .staff), ("customer support", .staff), ("customer care", .staff),
    ("client services", .staff), ("help desk", .staff), ("call centre", .staff),
    ("call center", .staff),
  ]

  /// The role a label names ("Staff Member", "Customer Advisor", "CALLER 1"); nil for a bare name.
  ///
  /// The last word that names a role decides: a customer advisor is an advisor.
  static func role(of label: String) -> Role? {
    let lower = label.lowercased()
    for (phrase, role) in phrases where lower.contains(phrase) { return role }
    let words = lower.split { !$0.isLetter }.map(String.init)
    for word in words.reversed() {
      if let role = roles[word] { return role }
      if word.utf8.count > 4, word.hasSuffix("s"), let role = roles[String(word.dropLast())] {
        return role
      }
    }
    return nil
  }
}
