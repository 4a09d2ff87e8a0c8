extension AutomatonBuilder {
  /// Files the anchors under the symbols of their classes, grouped by what must follow and, if
  /// asked, by owner; words with the same anchors share them.
  mutating func file(isAskedByOwner: Bool, _ classes: inout SymbolClasses) {
    let owners = anchors.map { isAskedByOwner ? patternOwners[Int($0.pattern)] : -1 }
    let keys = anchors.indices.map { (owners[$0], afterLeads[$0], anchors[$0].after, $0) }
    let order = keys.sorted(by: <).map(\.3)
    var ends = [Int](repeating: 0, count: classes.symbolCount + 1)
    for classID in classIDs {
      for symbol in classes.members[classID] { ends[Int(symbol) + 1] += 1 }
    }
    for symbol in 1..<ends.count { ends[symbol] += ends[symbol - 1] }
    var filed = [Int](repeating: 0, count: ends[classes.symbolCount])
    for anchor in order {
      for symbol in classes.members[classIDs[anchor]] {
        filed[ends[Int(symbol)]] = anchor
        ends[Int(symbol)] += 1
      }
    }
    let unfiled = anchors
    anchors = []
    var known: [ArraySlice<Int>: Range<Int>] = [:]
    var start = 0
    for symbol in 0..<classes.symbolCount {
      let own = filed[start..<ends[symbol]]
      start = ends[symbol]
      let range = known[own] ?? group(own, unfiled, owners)
      known[own] = range
      symbolGroups.append(IndexRange(range))
    }
    guard isAskedByOwner else { return }
    var ownClasses: [Set<Int>] = []
    for (anchor, owner) in owners.enumerated() {
      while ownClasses.count <= Int(owner) { ownClasses.append([]) }
      ownClasses[Int(owner)].insert(classIDs[anchor])
    }
    for (owner, ids) in ownClasses.enumerated() {
      let all = classes.union(of: ids)
      let table = ownerTables.add(classes.members[all])
      ownerWords.append(
        Automaton.OwnerWords(signature: classes.signature(of: all), table: table))
      ownerGroups += repeatElement(
        IndexRange(0..<0), count: ownerTables.entries.count - ownerGroups.count)
      ownerTables.entries.withUnsafeBufferPointer { entries in
        for symbol in classes.members[all] {
          guard let index = SymbolTables.index(of: symbol, at: table, entries) else { continue }
          ownerGroups[index] = groups(of: symbol, owner: Int32(owner))
        }
      }
    }
  }

  /// The groups of a symbol that are one owner's.
  private func groups(of symbol: Symbols.Symbol, owner: Int32) -> IndexRange {
    let all = symbolGroups[Int(symbol)].range
    let first = all.first { groupOwners[$0] == owner } ?? all.upperBound
    let end = all[first...].first { groupOwners[$0] != owner } ?? all.upperBound
    return IndexRange(first..<end)
  }

  /// Adds the anchors of a symbol in groups; returns the groups' range.
  private mutating func group(
    _ own: ArraySlice<Int>, _ unfiled: [Automaton.Anchor], _ owners: [Int32]
  ) -> Range<Int> {
    let first = groups.count
    var last: Int?
    for anchor in own {
      let at = Int32(anchors.count)
      let isSame = last.map {
        afterLeads[$0] == afterLeads[anchor] && owners[$0] == owners[anchor]
      }
      last = anchor
      if isSame != true {
        groups.append(Automaton.AnchorGroup(leads: afterLeads[anchor], first: at))
        groupOwners.append(owners[anchor])
      }
      anchors.append(unfiled[anchor])
    }
    return first..<groups.count
  }
}
