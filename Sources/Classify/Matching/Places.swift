/// Places between the words on one side of an anchor: place 0 touches the anchor, place n stands
/// behind n words. One bit each, so that a step of a pattern moves them all at once.
protocol Places {
  /// How many places there are.
  static var count: Int { get }
  /// No place.
  init()
  /// One place.
  init(place: Int)

  var isEmpty: Bool { get }
  /// Takes the place nearest to the anchor out.
  mutating func popNearest() -> Int?
  mutating func insert(_ place: Int)
  /// The places that pass a test, among those that stand before a word.
  ///
  /// - Parameter count: how many words there are.
  func filter(before count: Int, _ isKept: (Int) -> Bool) -> Self
  /// Goes on behind one word.
  mutating func moveOn()
  /// Goes on over a gap, to no place behind the last one.
  mutating func move(_ gap: Instruction.Gap, within last: Int)
  mutating func formUnion(_ other: Self)
  func contains(_ place: Int) -> Bool
}

/// The places of all patterns but very long ones.
struct NearPlaces: Places {
  static let count = 64
  private var bits: UInt64 = 0

  init() {}

  private init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(place: Int) { bits = 1 &<< UInt64(truncatingIfNeeded: place) }

  @inline(__always)
  var isEmpty: Bool { bits == 0 }

  @inline(__always)
  mutating func popNearest() -> Int? {
    guard bits != 0 else { return nil }
    let place = bits.trailingZeroBitCount
    bits &= bits &- 1
    return place
  }

  @inline(__always)
  mutating func insert(_ place: Int) { bits |= 1 &<< UInt64(truncatingIfNeeded: place) }

  /// Without a branch on what a test says, which would be guessed wrong too often.
  @inline(__always)
  func filter(before count: Int, _ isKept: (Int) -> Bool) -> NearPlaces {
    var rest = bits & NearPlaces.ones(count)
    var kept: UInt64 = 0
    while rest != 0 {
      let place = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount)
      kept |= (isKept(Int(truncatingIfNeeded: place)) ? 1 : 0) &<< place
      rest &= rest &- 1
    }
    return NearPlaces(bits: kept)
  }

  @inline(__always)
  mutating func moveOn() { bits &<<= 1 }

  /// Without a branch: most gaps are short, and none is longer than 15 words.
  @inline(__always)
  mutating func move(_ gap: Instruction.Gap, within last: Int) {
    bits &<<= UInt64(truncatingIfNeeded: gap.fewest)
    var rest = gap.most &- gap.fewest
    rest = spread(rest, atMost: 1)
    rest = spread(rest, atMost: 2)
    rest = spread(rest, atMost: 4)
    _ = spread(rest, atMost: 8)
    bits &= NearPlaces.ones(last &+ 1)
  }

  /// Adds the places up to so many words on; returns how many words are left.
  @inline(__always)
  private mutating func spread(_ words: Int, atMost most: Int) -> Int {
    let step = min(words, most)
    bits |= bits &<< UInt64(truncatingIfNeeded: step)
    return words &- step
  }

  /// The first so many places.
  @inline(__always)
  private static func ones(_ count: Int) -> UInt64 {
    count < NearPlaces.count ? 1 &<< UInt64(truncatingIfNeeded: count) &- 1 : .max
  }

  @inline(__always)
  mutating func formUnion(_ other: NearPlaces) { bits |= other.bits }

  @inline(__always)
  func contains(_ place: Int) -> Bool {
    place < Self.count && bits & 1 &<< UInt64(truncatingIfNeeded: place) != 0
  }
}

/// The places of a whole sentence.
struct FarPlaces: Places {
  static let count = 512
  private var words = SIMD8<UInt64>.zero

  init() {}

  init(place: Int) { insert(place) }

  var isEmpty: Bool { words == .zero }

  mutating func popNearest() -> Int? {
    for index in 0..<8 where words[index] != 0 {
      let place = index * 64 + words[index].trailingZeroBitCount
      words[index] &= words[index] &- 1
      return place
    }
    return nil
  }

  mutating func insert(_ place: Int) { words[place / 64] |= 1 << (UInt64(place) % 64) }

  func filter(before count: Int, _ isKept: (Int) -> Bool) -> FarPlaces {
    var rest = self
    var kept = FarPlaces()
    while let place = rest.popNearest(), place < count {
      if isKept(place) { kept.insert(place) }
    }
    return kept
  }

  mutating func moveOn() { move(Instruction.Gap(1...1), within: FarPlaces.count - 1) }

  mutating func move(_ gap: Instruction.Gap, within last: Int) {
    if gap.isNone { return }
    var moved = FarPlaces()
    while let place = popNearest(), place + gap.fewest <= last {
      for place in (place + gap.fewest)...min(place + gap.most, last) { moved.insert(place) }
    }
    self = moved
  }

  mutating func formUnion(_ other: FarPlaces) { words |= other.words }

  func contains(_ place: Int) -> Bool {
    place < Self.count && words[place / 64] & 1 << (UInt64(place) % 64) != 0
  }
}
