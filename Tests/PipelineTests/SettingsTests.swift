import Complaints
import Ingest
import Testing

@testable import Pipeline

struct SettingsTests {
  private func parse(_ text: String) -> (settings: Settings, messages: [String]) {
    let (settings, diagnostics) = Settings.parse(text, file: "forestall.yml", folder: "/data")
    return (settings, diagnostics.map(\.description))
  }

  @Test func everyKeyIsRead() {
    let (settings, messages) = parse(
      """
      organisation:
        names: [Marlow, No]
        domains: [Marlow.Example]
        addresses: [Care@Marlow.Example]
      sources:
      - mail
      - path: /other/tickets.csv
        columns: {id: ticket, text: body, date: created, author: email, subject: topic, score: csat}
      rules: ../Rules
      state: state
      timeZone: Europe/London
      """)
    #expect(messages.isEmpty)
    #expect(settings.organisation.names == ["Marlow", "No"])
    #expect(settings.organisation.domains == ["marlow.example"])
    #expect(settings.organisation.addresses == ["care@marlow.example"])
    #expect(settings.sources.map(\.path) == ["/data/mail", "/other/tickets.csv"])
    #expect(settings.sources.last?.columns.text == "body")
    #expect(settings.sources.last?.columns.score == "csat")
    #expect(settings.rules == "/data/../Rules")
    #expect(settings.state == "/data/state")
    #expect(settings.timeZone == "Europe/London")
  }

  @Test func theReviewDeskIsRead() {
    let (settings, messages) = parse(
      """
      review:
        users: [ana, Ben Okri]
        hosts: [Desk.Example.org, "desk:8443"]
        address: 10.0.0.2
        port: 9000
        https: true
      """)
    #expect(messages.isEmpty)
    #expect(settings.review.users == ["ana", "Ben Okri"])
    #expect(settings.review.hosts == ["desk.example.org", "desk:8443"])
    #expect(settings.review.address == "10.0.0.2")
    #expect(settings.review.port == 9000)
    #expect(settings.review.isBehindHTTPS)
  }

  @Test func withoutReviewersTheDeskIsOnlyForThisMachine() {
    let review = parse("").settings.review
    #expect(review.users.isEmpty)
    #expect(review.address == "127.0.0.1")
    #expect(review.port == 8460)
  }

  @Test func anEmptyFileIsNoMistake() {
    #expect(parse("").messages.isEmpty)
  }

  @Test(arguments: [
    ("sorces: []", "forestall.yml:1:1: error[S", "did you mean 'sources'?"),
    ("state: x\nrulse: y", "forestall.yml:2:1", "did you mean 'rules'?"),
    ("organisation:\n  name: [x]", "forestall.yml:2:3", "did you mean 'names'?"),
    ("sources:\n- pth: x", "forestall.yml:2:3", "did you mean 'path'?"),
    ("timeZone: Europe/Londn", "forestall.yml:1:11", "did you mean 'Europe/London'?"),
    ("sources:\n- columns: {id: x}", "forestall.yml:2", "a source needs 'path'"),
    ("state: [a, b]", "forestall.yml:1:8", "state must be text"),
    ("state: a\nstate: b", "forestall.yml:", "'state' stands twice"),
    ("a: [", "forestall.yml:", "not YAML"),
    ("review:\n  usrs: [ana]", "forestall.yml:2:3", "did you mean 'users'?"),
    ("review:\n  users: [ana, ana]", "forestall.yml:2:16", "'ana' is there twice"),
    ("review:\n  users: [Forestall]", "forestall.yml:2:11", "name people"),
    ("review:\n  users: [' ana']", "forestall.yml:2", "1 to 64 characters"),
    ("review:\n  port: 70000", "forestall.yml:2:9", "'port' is 1 to 65535"),
    ("review:\n  port: x", "forestall.yml:2:9", "'port' is 1 to 65535"),
    ("review:\n  https: yes", "forestall.yml:2:10", "'https' is true or false"),
    ("review: [ana]", "forestall.yml:1:9", "review must be a mapping"),
  ])
  func mistakesNamePlaceAndFix(text: String, place: String, hint: String) {
    let messages = parse(text).messages
    #expect(
      messages.contains { $0.hasPrefix(place.prefix(15)) && $0.contains(hint) }, "\(messages)")
  }

  @Test func allMistakesAreToldAtOnce() {
    #expect(parse("sorces: []\nrulse: x\ntimeZone: Mars/Base").messages.count == 3)
  }

  @Test func aMissingFileIsToldInOneLine() {
    let diagnostics = Settings.read(path: "/nowhere/forestall.yml").diagnostics
    #expect(diagnostics.map(\.message) == ["settings cannot be read"])
  }
}
