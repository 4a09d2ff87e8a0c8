import Complaints
import Foundation

@testable import Review

extension SampleDesk {
  static let letter = """
    Dear Sir or Madam,

    On Monday I brought my bicycle to your Bath branch for the repair that I had booked three weeks \
    before, and after forty minutes a young man came out and told me there wasn’t any stock of the \
    part. He was very nice about it — I gave him a 9 in the survey because none of this is his doing.

    I was told someone would call me back by Friday and no one did. I rang on Saturday, waited 35 \
    minutes, was passed to the Workshop, who said it was “not our department”, and was cut off. \
    Your advert still says “We mend it while you wait” 🚲🤷🏽‍♀️.

    سألتُ مرتين ولم يُجبني أحد.

    Nobody seems to own this. I have now spent £38 on buses and two mornings of my holiday. I shall \
    be taking the next bicycle to somebody who keeps cables on the shelf.

    Yours faithfully,
    Margaret Ellis

    > On 3 November Marlow Cycles wrote:
    > Thank you for booking your repair with us! Your slot is reserved.

    This e-mail is confidential and intended for its addressee only.
    """

  static func range(of words: String, in text: String = letter) -> Range<Int> {
    guard let found = text.range(of: words) else { return 0..<0 }
    let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return lower..<(lower + words.utf8.count)
  }

  static func evidence(_ rule: String, _ words: String) -> Evidence {
    Evidence(rule: rule, range: range(of: words), text: words)
  }

  static var verbatim: Verbatim {
    var verbatim = Verbatim(
      words: letter, id: id(1), source: SourceReference(printed: "mail/care-2026.mbox#1742"))
    verbatim.channel = .mail
    verbatim.title = "Re: Your repair at Bath: the part that was not there, again"
    verbatim.received = moment(daysAgo: 4)
    verbatim.person = "hmac:91c2f07ab3"
    verbatim.score = 9
    verbatim.warnings = ["not read: winmail.dat"]
    let quoted = range(of: "> On 3 November").lowerBound
    let signed = range(of: "Yours faithfully").lowerBound
    let fine = range(of: "This e-mail is").lowerBound
    verbatim.passages = [
      Passage(kind: .body, range: 0..<signed, role: .customer),
      Passage(kind: .signature, range: signed..<quoted, role: .customer),
      Passage(kind: .quoted, range: quoted..<fine, role: .staff),
      Passage(kind: .disclaimer, range: fine..<letter.utf8.count, role: .unknown),
    ]
    return verbatim
  }

  static var verdict: Verdict {
    var verdict = Verdict(of: verbatim, ruleSet: id(9), engine: "1")
    verdict.isComplaint = true
    verdict.failures = [
      Failure(
        type: "stock", score: 0.94, touchpoint: "repair", about: .us,
        evidence: [evidence("stock.none-left", "there wasn’t any stock of the part")]),
      Failure(
        type: "follow-through", score: 0.88, touchpoint: "contact", about: .us,
        evidence: [
          evidence("follow-through.no-callback", "someone would call me back by Friday"),
          evidence("follow-through.nobody-did", "call me back by Friday and no one did"),
        ]),
      Failure(
        type: "ownership", score: 0.81, touchpoint: "contact", about: .us,
        evidence: [
          evidence("ownership.not-our-department", "not our department"),
          evidence("ownership.nobody-owns", "Nobody seems to own this"),
        ]),
      Failure(
        type: "access", score: 0.53, touchpoint: "contact", about: .unknown,
        evidence: [evidence("access.waited", "waited 35 minutes")]),
      Failure(
        type: "measurement", score: 0.51, touchpoint: "survey", about: .us,
        evidence: [evidence("measurement.high-score", "I gave him a 9 in the survey")]),
    ]
    verdict.causes = [
      Finding(
        type: "handoff", score: 0.6,
        evidence: [evidence("handoff.passed-to", "was passed to the Workshop")])
    ]
    verdict.effects = [
      Finding(type: "cost", score: 0.9, evidence: [evidence("cost.spent", "£38 on buses")]),
      Finding(
        type: "churn", score: 0.77,
        evidence: [evidence("churn.elsewhere", "taking the next bicycle to somebody who")]),
    ]
    verdict.praise = [
      Finding(type: "praise", score: 0.7, evidence: [evidence("praise.nice", "very nice about it")])
    ]
    verdict.promises = [
      Promise(
        who: .staff, what: "call back",
        due: TimeMention(words: "by Friday", day: Day(year: 2026, month: 11, day: 13)),
        outcome: .broken,
        evidence: [evidence("promise.call", "someone would call me back by Friday")])
    ]
    verdict.happened = TimeMention(words: "On Monday", day: Day(year: 2026, month: 11, day: 9))
    return verdict
  }

  static var lines: [ComplaintLine] {
    let texts = [
      "I booked three weeks ahead and was told at the counter that there wasn’t any stock of the brake cables I had named in the booking.",
      "still waiting for the phone call you promised on tuesday 😡 third time",
      "Der Schlauch war nicht da, obwohl er bestätigt war.",
      "لم يتصل بي أحد كما وعدتم", "No part, no call, no bike.",
    ]
    return texts.enumerated().map { index, text in
      ComplaintLine(
        id: id(index + 1), received: index == 4 ? nil : moment(daysAgo: index * 3 + 1),
        channel: Channel.allCases[index % 6], title: index % 2 == 0 ? "Repair at Bath" : nil,
        excerpt: text)
    }
  }
}
