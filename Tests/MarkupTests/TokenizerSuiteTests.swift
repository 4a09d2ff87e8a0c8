import Complaints
import Foundation
import Markup
import Support
import Testing

/// The text that html5lib's tokenizer tests expect, held against ours without white space.
@Suite(.enabled(if: Folders.shared != nil, "needs ../shared"))
struct TokenizerSuiteTests {
  @Test func agreesOnText() throws {
    let folder = try #require(Folders.shared).appendingPathComponent(
      "suites/html/html5lib/tokenizer")
    var total = 0
    var equal = 0
    var misses: [String] = []
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "test" {
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      for test in object?["tests"] as? [[String: Any]] ?? [] {
        let states = test["initialStates"] as? [String] ?? ["Data state"]
        guard states.contains("Data state"), test["doubleEscaped"] as? Bool != true,
          let input = test["input"] as? String, let output = test["output"] as? [Any]
        else { continue }
        // Words after a mark that never closes are kept here; the standard drops them.
        let errors = test["errors"] as? [[String: Any]] ?? []
        let isCut = errors.contains { ($0["code"] as? String)?.hasPrefix("eof-in") == true }
        guard !isCut else { continue }
        total += 1
        let expected = output.compactMap { $0 as? [Any] }
          .filter { $0.first as? String == "Character" }.compactMap { $0.last as? String }.joined()
        let text = LayoutBuilder.layout(of: "x" + input).blocks.map(\.text).joined()
        if folded(text) == folded("x" + expected) {
          equal += 1
        } else if misses.count < 60 {
          misses.append(
            "\(input.debugDescription) → \(text.debugDescription), not \(expected.debugDescription)"
          )
        }
      }
    }
    let report = "html5lib tokenizer: text equal on \(equal) of \(total)"
    FileHandle.standardError.write(
      Data((report + "\n" + misses.joined(separator: "\n") + "\n").utf8))
    #expect(Double(equal) >= 0.98 * Double(total), "\(report)")
  }

  private func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0.value >= 0x20 && $0 != "\u{FFFD}"
    }
  }
}
