/// Counts over some bytes that tell charsets apart.
struct ByteCensus {
  /// UTF-16 by its NULs at every other position; nil without such a pattern.
  private(set) var wide: Charset?
  /// Bytes that are part of no valid UTF-8 sequence.
  private(set) var strayByteCount = 0
  /// Valid UTF-8 sequences of more than one byte.
  private(set) var sequenceCount = 0
  private var high = [Int](repeating: 0, count: 128)
  private var highCount = 0
  private var letterCount = 0
  /// High bytes in runs of three and more, as words of other scripts are; accents stand alone.
  private var adjacentCount = 0
  /// Pairs of bytes as in EUC (both ≥ A1), by lead byte, and bytes ≥ 80 that stand in no such pair.
  private var leads = [Int](repeating: 0, count: 128)
  private var pairCount = 0
  private var unpairedCount = 0
  private var shiftPairCount = 0
  private var shiftKanaCount = 0
  private var shiftStrayCount = 0

  /// Counts over at most the first mebibyte.
  init(_ bytes: [UInt8]) {
    let sample = bytes.prefix(1 << 20)
    var zeros = (even: 0, odd: 0)
    for index in sample.indices where sample[index] == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = max(1, sample.count / 2)
    if sample.count >= 8, zeros.even + zeros.odd >= 4 {
      if zeros.odd * 10 >= half * 4, zeros.even * 10 < half { wide = .utf16LittleEndian }
      if zeros.even * 10 >= half * 4, zeros.odd * 10 < half { wide = .utf16BigEndian }
    }
    countSequences(sample)
    countHighBytes(sample)
    countPairs(sample)
    countShiftPairs(sample)
  }

  private mutating func countSequences(_ sample: ArraySlice<UInt8>) {
    var index = sample.startIndex
    while index < sample.endIndex {
      if sample[index] < 0x80 {
        index += 1
        continue
      }
      let length = sample.sequenceLength(at: index)
      if length > 0 { sequenceCount += 1 } else { strayByteCount += 1 }
      index += max(1, length)
    }
  }

  private mutating func countHighBytes(_ sample: ArraySlice<UInt8>) {
    var run = 0
    for byte in sample {
      if byte >= 0x80 {
        high[Int(byte) - 0x80] += 1
        highCount += 1
        run += 1
        if run == 3 { adjacentCount += 3 } else if run > 3 { adjacentCount += 1 }
        continue
      }
      run = 0
      if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
        letterCount += 1
      }
    }
  }

  private mutating func countPairs(_ sample: ArraySlice<UInt8>) {
    var index = sample.startIndex
    while index < sample.endIndex {
      guard sample[index] >= 0x80 else {
        index += 1
        continue
      }
      if index + 1 < sample.endIndex, (0xA1...0xFE).contains(sample[index]),
        (0xA1...0xFE).contains(sample[index + 1])
      {
        leads[Int(sample[index]) - 0x80] += 1
        pairCount += 1
        index += 2
      } else {
        unpairedCount += 1
        index += 1
      }
    }
  }

  private mutating func countShiftPairs(_ sample: ArraySlice<UInt8>) {
    var index = sample.startIndex
    while index < sample.endIndex {
      let byte = sample[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      if (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte),
        index + 1 < sample.endIndex, (0x40...0xFC).contains(sample[index + 1]),
        sample[index + 1] != 0x7F
      {
        shiftPairCount += 1
        if byte == 0x82 || byte == 0x83 { shiftKanaCount += 1 }
        index += 2
      } else {
        if !(0xA1...0xDF).contains(byte) { shiftStrayCount += 1 }
        index += 1
      }
    }
  }

  /// A charset other than windows-1252, where most letters are outside ASCII, or whole words beside
  /// mark-up and addresses are, and their distribution is plain; nil otherwise.
  var national: Charset? {
    guard highCount >= 8 else { return nil }
    func share(_ range: ClosedRange<Int>, of counts: [Int], in total: Int) -> Double {
      guard total > 0 else { return 0 }
      let sum = range.reduce(0) { $0 + counts[$1 - 0x80] }
      return Double(sum) / Double(total)
    }
    if shiftStrayCount == 0, shiftPairCount > 4, shiftKanaCount * 4 > shiftPairCount {
      return Charset(label: "shift_jis")
    }
    guard highCount > letterCount || adjacentCount * 10 >= highCount * 7 else { return nil }
    if unpairedCount * 50 <= pairCount, pairCount > 4 {
      if share(0xA4...0xA5, of: leads, in: pairCount) > 0.25 { return Charset(label: "euc-jp") }
      if share(0xB0...0xC8, of: leads, in: pairCount) > 0.85 { return Charset(label: "euc-kr") }
      if share(0xB0...0xD7, of: leads, in: pairCount) > 0.5, !looksCyrillic {
        return Charset(label: "gb18030")
      }
    }
    guard looksCyrillic else { return nil }
    let small1251 = share(0xE0...0xFF, of: high, in: highCount)
    let smallKOI8 = share(0xC0...0xDF, of: high, in: highCount)
    return Charset(label: small1251 >= smallKOI8 ? "windows-1251" : "koi8-r")
  }

  /// Whether the commonest high bytes are letters of both Cyrillic charsets, one of whose halves
  /// is small letters and the other capitals, and so rare.
  private var looksCyrillic: Bool {
    let upper = high[0x60...].reduce(0, +)
    let lower = high[0x40..<0x60].reduce(0, +)
    guard (upper + lower) * 100 > highCount * 85 else { return false }
    return max(upper, lower) > 3 * min(upper, lower)
  }
}
