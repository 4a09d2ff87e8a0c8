/// The inflected forms that `word~` stands for: regular English endings and the irregular verbs
/// that occur in complaints.
enum Inflection {
  /// All forms of a word in lower case, itself included.
  static func forms(of word: String) -> Set<String> {
    var forms: Set<String> = [word]
    let letters = Array(word.utf8)
    guard let last = letters.last, letters.count > 1 else { return forms }
    let beforeLast = letters[letters.count - 2]
    let stem = String(word.dropLast())
    let endsInConsonantY = last == UInt8(ascii: "y") && !isVowel(beforeLast)

    if endsInConsonantY {
      forms.insert(stem + "ies")
    } else if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z")
      || word.hasSuffix("ch") || word.hasSuffix("sh")
    {
      forms.insert(word + "es")
    } else {
      forms.insert(word + "s")
      if last == UInt8(ascii: "o") { forms.insert(word + "es") }
    }
    if last == UInt8(ascii: "f") { forms.insert(stem + "ves") }
    if word.hasSuffix("fe") { forms.insert(word.dropLast(2) + "ves") }

    if word.hasSuffix("ie") {
      forms.formUnion([word + "d", word.dropLast(2) + "ying"])
    } else if word.hasSuffix("ee") {
      forms.formUnion([word + "d", word + "ing"])
    } else if last == UInt8(ascii: "e") {
      forms.formUnion([word + "d", stem + "ing"])
    } else if endsInConsonantY {
      forms.formUnion([stem + "ied", word + "ing"])
    } else {
      forms.formUnion([word + "ed", word + "ing"])
      if doublesLastLetter(letters) {
        let doubled = word + String(decoding: [last], as: UTF8.self)
        forms.formUnion([doubled + "ed", doubled + "ing"])
      }
    }
    forms.formUnion(irregular[word] ?? [])
    return forms
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// Consonant, vowel, consonant ("stop", "refer", "quit"): both spellings are accepted, since
  /// stress decides and British and American spelling differ ("cancelled", "canceled").
  private static func doublesLastLetter(_ letters: [UInt8]) -> Bool {
    let count = letters.count
    guard count > 2, let last = letters.last else { return false }
    if isVowel(last) || last == UInt8(ascii: "w") || last == UInt8(ascii: "x")
      || last == UInt8(ascii: "y") || !isVowel(letters[count - 2])
    {
      return false
    }
    if !isVowel(letters[count - 3]) { return true }
    return count > 3 && letters[count - 3] == UInt8(ascii: "u")
      && letters[count - 4] == UInt8(ascii: "q")
  }

  /// "ring rang rung": the first word is the base, the others its irregular forms.
  private static let irregular: [String: [String]] = {
    var table: [String: [String]] = [:]
    for line in list.split(separator: ",") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      if let base = words.first { table[base] = Array(words.dropFirst()) }
    }
    return table
  }()

  private static let list = """
    be am is are was were been being, have had has, do did done does, go went gone goes, say said,
    make made, get got gotten, know knew known, take took taken, see saw seen, come came,
    think thought, give gave given, find found, tell told, become became, leave left, feel felt,
    put putting, bring brought, begin began begun beginning, keep kept, hold held,
    write wrote written, stand stood, hear heard, let letting, mean meant, set setting, meet met,
    run ran running, pay paid, sit sat sitting, speak spoke spoken, lie lay lain lying lied,
    lead led, read reading, grow grew grown, lose lost, fall fell fallen, send sent, build built,
    understand understood, draw drew drawn, break broke broken, spend spent, cut cutting,
    rise rose risen, drive drove driven, buy bought, wear wore worn, choose chose chosen,
    ring rang rung, sell sold, shut shutting, catch caught, deal dealt, win won winning,
    forget forgot forgotten forgetting, fight fought, eat ate eaten, throw threw thrown,
    sleep slept, teach taught, stick stuck, hang hung hanged, fly flew flown flies,
    shake shook shaken, steal stole stolen, quit quitting, hit hitting, hurt hurting,
    cost costing, ride rode ridden, beat beaten, bite bit bitten, blow blew blown, burn burnt,
    freeze froze frozen, hide hid hidden, lay laid, mislead misled, withdraw withdrew withdrawn,
    undo undid undone, seek sought, shoot shot, show shown, sink sank sunk, smell smelt,
    spill spilt, split splitting, spread spreading, swear swore sworn, sweep swept, tear tore torn,
    wake woke woken, wind wound, redo redid redone, overhear overheard, mishear misheard,
    misunderstand misunderstood, oversell oversold, resell resold, missell missold,
    foresee foresaw foreseen, forbid forbade forbidden forbidding, forgive forgave forgiven,
    bend bent, bleed bled, creep crept, dig dug digging, feed fed, grind ground, leap leapt,
    learn learnt, lend lent, light lit, mistake mistook mistaken, overtake overtook overtaken,
    prove proven, rewrite rewrote rewritten, rebuild rebuilt, repay repaid, shrink shrank shrunk,
    sing sang sung, slide slid, speed sped, spin spun spinning, spit spat spitting,
    spring sprang sprung, stink stank stunk, sting stung, strike struck, swing swung, swim swam swum,
    undertake undertook undertaken, uphold upheld, upset upsetting, withhold withheld,
    dream dreamt, die dying, tie tying, bid bidding, bet betting, rid ridding, cast casting,
    broadcast broadcasting, burst bursting, overdo overdid overdone, arise arose arisen,
    weep wept, flee fled, kneel knelt, cling clung, fit fitting, man men, woman women,
    person people, child children, foot feet, tooth teeth, knife knives
    """
}
