import Complaints
import Testing

struct ProblemTests {
  @Test(arguments: ["v1/stock/repair", "stock/repair"])
  func aKeyIsReadWithAndWithoutItsVersion(key: String) throws {
    let problem = try #require(Problem(key: key))
    #expect(problem.type == "stock")
    #expect(problem.touchpoint == "repair")
    #expect(problem.key == "v1/stock/repair")
  }

  @Test(arguments: [
    "", "stock", "v2/stock/repair", "v1/stock", "v1//repair", "stock/repair/x", "Stock/repair",
  ])
  func whatIsNoKeyIsRefused(key: String) {
    #expect(Problem(key: key) == nil)
  }

  @Test func problemsAreOrderedByTypeThenTouchpoint() {
    let keys = ["stock/repair", "delay/use", "stock/ordering"].compactMap { Problem(key: $0) }
    #expect(keys.sorted().map(\.description) == ["delay/use", "stock/ordering", "stock/repair"])
  }

  @Test func aTitleFallsBackToTheIds() {
    let problem = Problem(type: "stock", touchpoint: "repair")
    #expect(Catalogue().title(of: problem) == "stock: repair")
    let catalogue = Catalogue(
      failures: [Catalogue.Entry(id: "stock", title: "Not available", means: "")],
      touchpoints: [Catalogue.Entry(id: "repair", title: "Repair", means: "")])
    #expect(catalogue.title(of: problem) == "Not available: repair")
    #expect(
      catalogue.title(of: Problem(type: "stock", touchpoint: "unspecified")) == "Not available")
  }
}
