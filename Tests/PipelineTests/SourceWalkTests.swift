import Foundation
import Ingest
import Pipeline
import Testing

struct SourceWalkTests {
  @Test func filesComeSortedWithTheirPlaceInTheSource() throws {
    let world = try World()
    for name in ["b/2.eml", "b/10.eml", "a.mbox", ".hidden", "m/cur/1", "m/new/2", "m/tmp/3"] {
      try world.write(name, "x")
    }
    let entries = SourceWalk.entries(of: [Settings.Source(path: world.input)])
    #expect(
      entries.filter { $0.leftOut == nil }.map(\.name) == [
        "in/a.mbox", "in/b/10.eml", "in/b/2.eml", "in/m/cur/1", "in/m/new/2",
      ])
  }

  @Test func aFileIsNamedByItself() throws {
    let world = try World()
    try world.write("a.mbox", "x")
    let entries = SourceWalk.entries(of: [Settings.Source(path: world.input + "/a.mbox")])
    #expect(entries.map(\.name) == ["a.mbox"])
  }

  @Test func whatIsMissingIsRejected() {
    let entries = SourceWalk.entries(of: [Settings.Source(path: "/nowhere/at/all")])
    #expect(entries.first?.rejection?.reason == .unreadable)
  }
}
