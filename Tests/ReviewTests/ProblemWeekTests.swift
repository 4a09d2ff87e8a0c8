import HTTPTypes
import Testing

@testable import Review

struct ProblemWeekTests {
  private static let path = "/problem/stock/repair"

  @Test func theProblemOfOneWeekShowsItsComplaints() async throws {
    let world = try SmallWorld()
    let text = { (name: String) in SmallWorld.Complaint(text: "No \(name).") }
    var complaints = ["tubes", "chains", "pumps", "bells", "locks"].map(text)
    // 2026-W46 is 7 to 1 days before now; W45 the 7 before, W47 begins with the day of now.
    for (index, age) in [1, 7, 8, 14, 0].enumerated() { complaints[index].age = age }
    complaints[1].failures = [("delay", 0.7), ("stock", 0.6)]
    complaints.append(text("brakes"))
    complaints[5].failures = [("delay", 0.7)]
    try world.add(complaints)
    try await atDesk(world) { desk in
      let shown = { (path: String) async throws -> [String] in
        let html = try await desk.get(path).html
        return ["tubes", "chains", "pumps", "bells", "locks", "brakes"].filter {
          html.contains("No \($0).")
        }
      }
      #expect(try await shown(Self.path + "?week=2026-W46") == ["tubes", "chains"])
      #expect(try await shown(Self.path + "?week=2026-W45") == ["pumps", "bells"])
      #expect(try await shown(Self.path + "?week=2026-W44") == [])
      #expect(try await shown(Self.path + "?week=2026-W47") == ["locks"])
      #expect(try await shown(Self.path) == ["tubes", "chains", "pumps", "bells", "locks"])
      let page = try await desk.get(Self.path + "?week=2026-W46")
      #expect(page.status == .ok)
      #expect(page.html.contains("Complaints of 2026-W46"))
      #expect(page.html.contains("href=\"/problem/stock/repair#complaints\""))
      #expect(page.html.contains("?week=2026-W45#complaints"))
    }
  }

  @Test(arguments: [
    ("2026-W54", 400), ("46", 400), ("2026-46", 400), ("%27", 400), ("2026-W46&week=2026-W45", 400),
    ("", 200), ("1999-W01", 200),
  ])
  func aWeekThatIsNoneIsRefused(week: String, status: Int) async throws {
    let world = try SmallWorld()
    try world.add([.init(text: "No tubes again.")])
    try await atDesk(world) { desk in
      let page = try await desk.get(Self.path + "?week=\(week)")
      #expect(Int(page.status.code) == status)
      let other = try await desk.get("/problem/stock/nowhere?week=\(week)")
      #expect(Int(other.status.code) == (status == 200 ? 404 : status))
    }
  }
}
