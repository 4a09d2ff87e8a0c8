import Cases
import Complaints
import Foundation
import Hummingbird
import HummingbirdTesting
import Store
import Synchronization

@testable import Review

/// A small store with a desk over it, in a folder of its own.
final class SmallWorld: Sendable {
  static let now = Timestamp(day: Week(year: 2026, number: 47).start, hour: 9)

  let store: ComplaintStore
  let days = LocalDays(timeZone: "UTC")
  let settings: ReviewSettings
  let log = Mutex<[String]>([])
  private let machineClock = Mutex(1_000_000)

  init(https: Bool = false, trace: (@Sendable (String) -> Void)? = nil) throws {
    store = try ComplaintStore(
      folder: NSTemporaryDirectory() + "desk-\(UUID().uuidString)", trace: trace)
    settings = ReviewSettings(
      users: ["ana", "ben"], hosts: ["localhost"], isBehindHTTPS: https)
  }

  deinit { try? FileManager.default.removeItem(atPath: store.folder) }

  var access: ReviewAccess {
    ReviewAccess(
      store: store, users: settings.users,
      clock: { [self] in Timestamp(seconds: machineClock.withLock { $0 }) })
  }

  /// Lets time pass for links and sessions.
  func pass(seconds: Int) { machineClock.withLock { $0 += seconds } }

  /// The desk's application.
  func application() throws -> some ApplicationProtocol {
    try server().application()
  }

  /// The desk.
  func server() throws -> ReviewServer {
    try ReviewServer(
      store: store, days: days, catalogue: SmallWorld.catalogue, settings: settings,
      access: access, now: { SmallWorld.now },
      log: { [self] line in log.withLock { $0.append(line) } })
  }

  static let catalogue = Catalogue(
    failures: [
      .init(id: "stock", title: "Not available", means: "It was not there.", prevention: "Plan."),
      .init(id: "delay", title: "Delay", means: "It took too long."),
    ], causes: [.init(id: "supplier", title: "Supplier", means: "Somebody else.")],
    effects: [.init(id: "churn", title: "Left", means: "They left.")],
    touchpoints: [.init(id: "repair", title: "Repair", means: "In the workshop.")])
}

extension SmallWorld {
  /// One complaint to be stored.
  struct Complaint {
    var text: String
    /// Failure types at the touchpoint "repair" with their scores; the evidence is all of the text.
    var failures: [(type: String, score: Double)] = [("stock", 0.62)]
    var isScored = true
    /// Days before `now`.
    var age = 3
    var title: String? = "About my bicycle"
    var place = "mail/care.mbox"
    var channel = Channel.mail
  }

  static func id(_ number: Int) -> Fingerprint { Fingerprint(high: 7, low: UInt64(number)) }

  /// Stores complaints of different people; the first one gets the number 1.
  func add(_ complaints: [Complaint], thresholds: [String: Double] = [:]) throws {
    let ruleSet = Fingerprint(high: 1, low: 1)
    let generation = try store.generation(
      ofRuleSet: ruleSet, engine: "1", thresholds: thresholds)
    var batch = StoreBatch()
    for (index, complaint) in complaints.enumerated() {
      let number = index + 1
      var verbatim = Verbatim(
        words: complaint.text, id: SmallWorld.id(number),
        source: SourceReference(printed: "\(complaint.place)#\(number)"))
      verbatim.document = Fingerprint(high: 8, low: UInt64(number))
      verbatim.channel = complaint.channel
      verbatim.part = .mail
      verbatim.title = complaint.title
      verbatim.person = "hmac:\(number)"
      verbatim.messageID = "\(number)@example.org"
      verbatim.received = Timestamp(seconds: SmallWorld.now.seconds - complaint.age * 86_400)
      var verdict = Verdict(of: verbatim, ruleSet: ruleSet, engine: "1")
      if complaint.isScored {
        verdict.isComplaint = true
        let evidence = Evidence(
          rule: "a.rule", range: 0..<complaint.text.utf8.count, text: complaint.text)
        verdict.failures = complaint.failures.map {
          Failure(
            type: $0.type, score: $0.score, touchpoint: "repair", about: .us,
            evidence: [evidence])
        }
      } else {
        verdict.unscored = .language
      }
      batch.entries.append(.init(verbatim: verbatim, verdict: verdict))
    }
    _ = try store.insert(batch, generation: generation)
    _ = try CaseBook(store: store, days: days).refresh()
  }
}
