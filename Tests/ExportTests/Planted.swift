import Complaints

/// A complaint that says everything about who wrote it.
enum Planted {
  static let secrets = [
    "ana.ruiz@example.org", "07700 900123", "4111 1111 1111 1111", "GB29 NWBK 6016 1331 9268 19",
    "4 Mill Lane", "SW1A 1AA", "Ana Ruiz", "FN-7663383", "Gary",
  ]
  static let text = """
    Dear Marlow,

    there was no stock on 07700 900123 when Gary rang about order FN-7663383.
    Card 4111 1111 1111 1111, IBAN GB29 NWBK 6016 1331 9268 19, 4 Mill Lane, SW1A 1AA.

    Regards,
    Ana Ruiz <ana.ruiz@example.org>
    """

  /// A store that holds it and nothing else.
  static func shop() throws -> Shop {
    let shop = try Shop()
    try shop.add(
      text, evidence: "no stock on 07700", received: "2026-11-10T10:00:00Z",
      person: "hmac:00112233445566778899aabbccddeeff"
    ) { verbatim, verdict in
      verbatim.title = "Ana Ruiz waits"
      verbatim.row = "ana.ruiz@example.org"
      verdict.happened = TimeMention(words: "when Gary rang", day: Day("2026-11-09"))
      verdict.promises = [
        Promise(who: .staff, what: "call Gary", due: nil, outcome: .unknown, evidence: [])
      ]
    }
    try shop.count()
    return shop
  }
}
