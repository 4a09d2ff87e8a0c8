import Complaints
import Testing

@testable import Ingest

/// Talks of two or three lines, and the texts with colons that are none.
struct ShortTalkTests {
  private func speakers(_ text: String) throws -> [String?] {
    let item = SampleTranscript.item(text, as: .text)
    return try #require(try TextReader().read(item).first).turns.map(\.speaker)
  }

  @Test(arguments: [
    ("A: Your parcel left us on Monday.\nB: It never came.", ["A", "B"]),
    ("B: Thank you\nA: Thank you and goodbye.", ["B", "A"]),
    ("A: Did it come?\nB: No.", ["A", "B"]),
    ("A: WHERE IS MY ORDER\nB: WE ARE LOOKING INTO IT", ["A", "B"]),
    ("B: Yes.\nA: Your parcel will be here on Monday.", ["B", "A"]),
    ("A: @AcmeCares PS4\nB: Have you turned it off and on again?", ["A", "B"]),
    ("Q: How was your stay with us?\nA: The room was cold.", ["Q", "A"]),
    ("F: Kam das Paket an?\nA: Nein.", ["F", "A"]),
    ("Speaker 1: my bill is wrong\n\nSpeaker 2: let me look", ["Speaker 1", "Speaker 2"]),
    ("spk_0: hello there\nspk_1: hi, my card is blocked", ["spk_0", "spk_1"]),
    ("SPEAKER_00: how can I help\nSPEAKER_01: it is broken", ["SPEAKER_00", "SPEAKER_01"]),
    ("Agent: How can I help?\nCustomer: My oven died.", ["Agent", "Customer"]),
    ("Caller: nobody rang me back\nAdvisor: I am sorry", ["Caller", "Advisor"]),
    ("[00:01] CALLER: it leaks\n[00:05] AGENT: since when?", ["CALLER", "AGENT"]),
    ("Kunde: Wo ist mein Geld?\nBeraterin: Ich schaue nach.", ["Kunde", "Beraterin"]),
    (
      "Conseiller : Bonjour, je vous écoute.\nClient : Ma box est en panne.",
      ["Conseiller", "Client"]
    ),
    ("Cliente: no funciona nada\nAsesora: lo miro ahora", ["Cliente", "Asesora"]),
    ("Utente: non funziona\nOperatore: controllo subito", ["Utente", "Operatore"]),
    ("Klant: hij is stuk\nMedewerker: wat vervelend", ["Klant", "Medewerker"]),
    ("Utilizador: não funciona\nOperador: vou ver isso", ["Utilizador", "Operador"]),
    ("Kund: den är trasig\nHandläggare: jag ska se", ["Kund", "Handläggare"]),
    (
      "Call ID: 77\nDate: 3 May 2026\n\nAgent: How can I help?\nCaller: It is late.",
      ["Agent", "Caller"]
    ),
    (
      "A: It was promised for Monday and then for Friday, and nobody has\nrung me since.\nB: We will.",
      ["A", "B"]
    ),
    (
      "Customer: hello\nAgent: hi, what is it?\nSupervisor: I am listening in",
      ["Customer", "Agent", "Supervisor"]
    ),
  ])
  func knownLabelsNeedTwoLines(_ text: String, _ expected: [String]) throws {
    #expect(try speakers(text) == expected)
  }

  @Test(arguments: [
    // Fields of forms and tickets.
    "Customer: Ana Ruiz\nAgent: Bob Smith", "Customer: Acme Ltd.\nManager: J. Poe\n",
    "Name: Ana Ruiz\nEmail: ana@mail.example\nMessage: where is my oven?",
    "Name: Ana Ruiz\nEmail: ana@mail.example\n\nCustomer: where is my oven?\nAgent: on its way",
    "User: ana\nSystem: Windows 11\n", "Guest: 2 adults\nHost: Maria",
    "Person 1: Ana, 34\nPerson 2: Ben, 36", "A: 12 Mill Lane\nB: Leeds",
    "A: 200 g of flour\nB: 3 large eggs", "Customer name: Ana\nAgent name: she did not say",
    // Contact lines, reviews by aspect, options, headings.
    "T: 020 7946 0000\nE: ana@mail.example", "Tel: ask for Ana\nFax: not any more",
    "Staff: rude and slow\nService: not a smile", "Driver: late and rude\nManager: no help at all",
    "Pros: it was cheap\nCons: it broke at once", "Food: cold again\nRoom: too loud to sleep in",
    "A: a refund please\nB: a new oven\nC: a voucher",
    "Problem: it will not start\nWish: my money back",
    "Ana: where is my order?\nBob: it is on its way",
    // Letters and mails.
    "Dear Sirs,\n\nA: You charged me twice.\nB: You never answered.\n\nYours, Ana",
    "Subject: my oven is broken\n\nA: You charged me twice.\nB: You never answered.",
    "Note: the bell does not ring\nRe: my order of May", "PS: please hurry up\nPS: and ring first",
    "A: You charged me twice for one and the same oven, which is a disgrace.\nPS: why?",
    "Customer: it is broken\n\nIt has been so since May.\n\nAgent: we will see",
    "Me: is it done?\n\nHe shrugged and walked away.", "A: Why is it late?",
    "A: late\nA: again, why?",
    // Times and addresses.
    "10:00: boil the water\n10:05: add the rice",
    "https://a.example/x: gone\nhttp://b.example: why?",
  ])
  func otherTextsWithColonsAreNoTalk(_ text: String) throws {
    #expect(try speakers(text).isEmpty)
  }
}
