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
