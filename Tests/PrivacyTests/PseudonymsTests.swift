import Privacy
import Testing

struct PseudonymsTests {
  private let pseudonyms = Pseudonyms(key: Array(0..<32))

  /// CPython 3, `hmac.new(bytes(range(32)), address.encode(), "sha256").hexdigest()[:32]`.
  @Test(arguments: [
    ("ana@example.org", "hmac:9dcbafb367292aa66d0b0daae223d323"),
    ("josé@example.org", "hmac:94895b4347aa1a066a74d164ddbb029f"),
    ("a b", "hmac:ad16cd765ce6512bb0d044b0ccb1a0db"),
    ("", "hmac:d38b42096d80f45f826b44a9d5607de7"),
  ])
  func agreesWithPython(address: String, expected: String) {
    #expect(pseudonyms.pseudonym(of: address) == expected)
  }

  /// RFC 4231 §4.3, test case 2, cut to half.
  @Test func agreesWithTheRFC() {
    #expect(
      Pseudonyms(key: Array("Jefe".utf8)).pseudonym(of: "what do ya want for nothing?")
        == "hmac:5bdcc146bf60754e6a042426089575c7")
  }

  @Test(arguments: [" ana@example.org\r\n", "ANA@Example.ORG", "\u{A0}ana@example.org\t"])
  func caseAndWhiteSpaceAroundDoNotCount(address: String) {
    #expect(pseudonyms.pseudonym(of: address) == pseudonyms.pseudonym(of: "ana@example.org"))
  }

  @Test(arguments: [
    "ana+1@example.org", "a.na@example.org", "<ana@example.org>", "an a@example.org",
  ])
  func everythingElseCounts(address: String) {
    #expect(pseudonyms.pseudonym(of: address) != pseudonyms.pseudonym(of: "ana@example.org"))
  }

  @Test func anotherKeyGivesAnotherPseudonym() {
    let others = Pseudonyms(key: Array(1..<33))
    #expect(others.pseudonym(of: "ana@example.org") != pseudonyms.pseudonym(of: "ana@example.org"))
  }
}
