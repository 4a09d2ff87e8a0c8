import Testing

@testable import Voices

struct EndingSetTests {
  @Test func onlyWholeEndingsCount() {
    let endings = EndingSet(["wrote", "写道", "t"])
    #expect(endings.isEnd(of: "ana wrote"))
    #expect(endings.isEnd(of: "wrote: no".dropLast(4)))
    #expect(endings.isEnd(of: "ana 写道"))
    #expect(endings.isEnd(of: "sent"))
    #expect(!endings.isEnd(of: "rote"))
    #expect(!endings.isEnd(of: ""))
  }

  @Test func everyWordOfATableIsFoundAndNoOther() {
    var masks: [UInt64: UInt16] = [:]
    for word in 1...500 as ClosedRange<UInt64> { masks[word &* 0x1_0001_0001] = UInt16(word) }
    let table = WordMasks(masks)
    for (word, mask) in masks { #expect(table[word] == mask) }
    #expect(table[7] == nil)
    #expect(WordMasks([:])[7] == nil)
  }
}
