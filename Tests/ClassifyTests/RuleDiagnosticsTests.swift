import Complaints
import Testing

@testable import Classify

struct RuleDiagnosticsTests {
  @Test(arguments: BrokenFolder.all)
  func everyMistakeIsReported(_ folder: BrokenFolder) {
    #expect(folder.found == folder.expected)
  }
}
