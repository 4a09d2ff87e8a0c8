import Foundation
import Support
import Testing
import Text

@testable import Ingest

struct CueSuiteTests {
  private struct Truth: Decodable {
    struct Cue: Decodable {
      var startTime: Double
      var endTime: Double
      var text: String
    }
    var cues: [Cue]
  }

  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"))
  func cuesOfTheVttSuiteAgree() throws {
    let shared = try #require(Folders.shared)
    let folder = shared.appendingPathComponent("suites/transcripts/vtt")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var agreeing = 0
    var agreeingCueCount = 0
    var cueCount = 0
    var otherCount = 0
    var total = 0
    var misses: [String] = []
    for name in names where name.hasSuffix(".json") {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      let truth = try JSONDecoder().decode(Truth.self, from: data)
      let file = folder.appendingPathComponent(String(name.dropLast(4)) + "vtt")
      let text = DecodedText(decoding: Array(try Data(contentsOf: file)), label: nil).text
      total += 1
      let cues = CueFile(text)?.cues ?? []
      func agree(_ cue: Cue, _ other: Truth.Cue) -> Bool {
        abs(cue.from - other.startTime) < 0.0005 && abs(cue.to - other.endTime) < 0.0005
          && cue.payload == other.text
      }
      cueCount += truth.cues.count
      otherCount += cues.count { cue in !truth.cues.contains { agree(cue, $0) } }
      agreeingCueCount += truth.cues.count { other in cues.contains { agree($0, other) } }
      if cues.elementsEqual(truth.cues, by: agree) { agreeing += 1 } else { misses.append(name) }
    }
    print(
      "WebVTT suite: \(agreeingCueCount) of \(cueCount) cues found, \(otherCount) others, all of \(agreeing) of \(total) files; not: \(misses)"
    )
    #expect(Double(agreeing) >= 0.98 * Double(total), "\(agreeing) of \(total): \(misses)")
    #expect(Double(agreeingCueCount) >= 0.99 * Double(cueCount))
    // One file differs: after a lone arrow line the specification keeps the cue, the suite drops it.
    #expect(otherCount * 50 <= cueCount)
  }
}
