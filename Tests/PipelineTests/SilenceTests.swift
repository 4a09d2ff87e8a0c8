import Backlog
import Complaints
import Foundation
import Pipeline
import Store
import Testing

struct SilenceTests {
  @Test func aMailboxThatFallsSilentIsToldByTheRun() throws {
    let world = try World()
    let day = 86_400
    var box = ""
    for night in 0..<40 {
      for mail in 0..<3 {
        box += World.mail(night * 10 + mail, "Nobody rang me back about order \(night) \(mail).")
      }
      try world.write("a.mbox", box)
      let report = try world.run(now: World.now + night * day)
      #expect(report.warnings.isEmpty, "night \(night)")
    }
    let quiet = try (40..<52).first { night in
      try !world.run(now: World.now + night * day).warnings.isEmpty
    }
    #expect(quiet.map { (43...48).contains($0) } == true)
    let warnings = try world.run(now: World.now + 52 * day).warnings
    #expect(warnings.map(\.source) == ["in"] && warnings.map(\.kind) == [.silent])
    try world.write("b.mbox", World.mail(9_999, "It came at last."))
    #expect(try world.run(now: World.now + 53 * day).warnings.isEmpty == true)
  }
}
