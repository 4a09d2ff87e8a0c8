import Complaints
import Statistics
import Store

extension Freezing {
  /// Where the first own words of some complaints stand.
  func quotations(_ voices: [WeekRows.Voice]) throws -> [DigestFacts.Quotation] {
    let stored = try store.verdicts(of: voices.map(\.rowID))
    return voices.compactMap { voice in
      stored.first { $0.rowID == voice.rowID }.map { stored in
        quotation(
          stored.verbatim, voice,
          Excerpt(beginningOf: stored.verbatim, limit: Freezing.quotationLimit))
      }
    }
  }

  /// The newest praise: from the sentence on that gives it.
  func thanks(_ rowIDs: [Int64]) throws -> DigestFacts.Thanks {
    let stored = try store.verdicts(of: Array(rowIDs.prefix(Freezing.praiseCount)))
    let quotations = stored.map { stored in
      let evidence = stored.reviewedVerdict?.praise.first?.evidence.first?.range
      let excerpt =
        evidence.map {
          Excerpt(around: $0, in: stored.verbatim, limit: Freezing.quotationLimit / 2)
        } ?? Excerpt(beginningOf: stored.verbatim, limit: Freezing.quotationLimit / 2)
      return quotation(stored.verbatim, nil, excerpt)
    }
    return DigestFacts.Thanks(count: rowIDs.count, quotations: quotations)
  }

  /// The cases of the week that can be rung: those with a known sender, or all where they are few.
  func callable(_ opened: [WeekRows.Opened]) -> [WeekRows.Opened] {
    let known = opened.filter(\.hasPerson)
    return known.count >= 2 * Freezing.callCount
      ? known : known + opened.filter { !$0.hasPerson }
  }

  /// The newest of them and as many drawn by lot.
  ///
  /// The lot is fixed by the week, so that nobody swaps an unpleasant call.
  func calls(from pool: [WeekRows.Opened]) throws -> [DigestFacts.Call] {
    let newest = pool.prefix(Freezing.callCount)
    var rest = pool.dropFirst(Freezing.callCount).sorted { $0.fingerprint < $1.fingerprint }
    var generator = SplitMix64(seed: UInt64(week.year * 100 + week.number))
    var drawn: [WeekRows.Opened] = []
    while drawn.count < Freezing.callCount, !rest.isEmpty {
      drawn.append(rest.remove(at: generator.index(below: rest.count)))
    }
    return try (newest.map { ($0, true) } + drawn.map { ($0, false) }).compactMap {
      opened, isNewest in
      try store.chosen(opened, week: week, end: end).map { chosen in
        DigestFacts.Call(
          isNewest: isNewest, caseID: opened.fingerprint.description, channel: chosen.channel,
          day: days.day(of: chosen.received).description, problems: chosen.problems,
          contacts: chosen.contacts, hasPerson: opened.hasPerson)
      }
    }
  }

  private func quotation(
    _ verbatim: Verbatim, _ voice: WeekRows.Voice?, _ excerpt: Excerpt
  ) -> DigestFacts.Quotation {
    DigestFacts.Quotation(
      verbatim: verbatim.id.description,
      ranges: excerpt.ranges.map { [$0.lowerBound, $0.upperBound] },
      words: excerpt.fingerprint(in: verbatim.text)?.description ?? "",
      isCutBefore: excerpt.isCutBefore, isCutAfter: excerpt.isCutAfter,
      channel: verbatim.channel.rawValue,
      day: verbatim.received.map { days.day(of: $0).description } ?? "",
      caseID: voice?.caseID?.description, problems: voice?.problems ?? [])
  }
}
