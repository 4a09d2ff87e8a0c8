extension Examiner {
  /// Rules with `needs` go on to the guards once what they need counts; repeated until nothing
  /// changes.
  mutating func checkNeedsAndGuards() {
    var waiting: [Int] = []
    for index in hits.indices where hits[index].reason == nil {
      if ruleSet.needs[hits[index].rule] != nil {
        waiting.append(index)
      } else {
        checkGuards(ofHit: index)
      }
    }
    checkSarcasm()
    guard !waiting.isEmpty else { return }
    var present = Presence(ruleSet)
    for hit in hits where hit.reason == nil && ruleSet.needs[hit.rule] == nil {
      present.enter(hit)
    }
    var isChanging = true
    while isChanging {
      let met = waiting.filter { isMet(hits[$0], present) }
      waiting.removeAll { isMet(hits[$0], present) }
      for index in met {
        checkGuards(ofHit: index)
        if hits[index].reason == nil { present.enter(hits[index]) }
      }
      isChanging = !met.isEmpty && !waiting.isEmpty
    }
    for index in waiting { hits[index].reason = .needs }
    checkSarcasm()
  }

  private func isMet(_ hit: Hit, _ present: Presence) -> Bool {
    ruleSet.needs[hit.rule].map { present.meets($0, hit) } ?? true
  }

  /// Praise in a sentence that means the opposite is none.
  private mutating func checkSarcasm() {
    var sentences: Set<Int> = []
    for hit in hits where hit.reason == nil && ruleSet.facts[hit.rule].isSarcasm {
      sentences.insert(hit.sentence)
    }
    guard !sentences.isEmpty else { return }
    for index in hits.indices
    where hits[index].reason == nil && ruleSet.facts[hits[index].rule].isPraise
      && sentences.contains(hits[index].sentence)
    {
      hits[index].reason = .sarcasm
    }
  }
}
