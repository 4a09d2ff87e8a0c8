import Complaints

/// What people say that tells which side of a counter they stand on.
///
/// Each phrase has a weight, above zero for staff, below zero for customers; how much a speaker's
/// words weigh is the sum, each phrase counted at most three times.
struct RoleBehaviour {
  private let phrases: [Substring: [(rest: [Substring], weight: Double)]]

  /// The phrases of the English of service talks.
  static let english = RoleBehaviour(
    staff: """
      3 how can i help|how may i help|how can i assist|how may i assist|thank you for calling|\
      thanks for calling|thank you for contacting|thanks for contacting|thanks for reaching|\
      thank you for reaching|can i help you|is there anything else|anything else i can|\
      anything else we can|happy to help|glad to help|here to help|please dm|dm us|send us a dm|\
      via dm|can you dm|follow and dm|send us a|our team|we apologize|we apologise|\
      apologies for|i apologize for|i apologise for|for your patience|we re sorry|we are sorry|\
      welcome to|my pleasure|bear with me|for contacting us|look forward to hearing from you|\
      i ll be happy to|we d be happy|we d like to help|can confirm that your|your booking has
      2 may i have your|can i have your|could i have your|may i have the|can you confirm your|\
      can you tell me your|could you tell me your|could you provide|can you provide|\
      please provide|what is your|what s your|sorry to hear|sorry about that|let us know|\
      i understand your|let me check|let me look|let me see if|i can see that|i will check|\
      for the inconvenience|any inconvenience|your name please|your full name|your account number|\
      could you please|i am only able|would you like|do you have a|have a great|have a nice|\
      have a good|have a lovely|pull up your|look into this|look into that for you|we recommend|\
      we can help|we ll|we re|we d|we ve|you re welcome|you are welcome|can i do for you|\
      i have updated|has been sent|for your request|your request|goodbye and|are you looking|\
      you might be|suits you|please check|is this right|is this correct|is that correct|\
      on the screen|will be ready|your order is|your order has|when would you like|which|\
      anything else|for you today|unfortunately we|we do not|we don t|as mentioned
      1 your account|your order|your booking|your appointment|your reservation|for you|our|please|\
      us|certainly|of course|sir|ma am|madam|we|what time|how many|your|ok great|alright|\
      here s|here is|available|one moment|just a moment
      """,
    customer: """
      3 my order|my bill|my account|my phone|i was charged|i ordered|i bought|i paid|my package|\
      my refund|my money|i m calling|i am calling|you charged|your customer service|your service|\
      your website|your app|can you help me|could you help me|i need help|please help|\
      i have a problem|i have an issue|i m having|i am having|charged me|i want my|i need my|\
      your company|fix your|i have been waiting|i ve been waiting|still waiting|not working|\
      doesn t work|won t work|can t access|i can t get|my card|my flight|my internet|my booking
      2 i d like|i would like|i want to|i want a|i need to|i need a|can i get|could i get|\
      i m looking for|i am looking for|my name is|could you tell me|can you tell me if|\
      i m trying|i am trying|i have been|i ve been|i tried|i ve tried|i just|that s all|\
      that is all|no that s|no thanks|no thank you|yes please|thanks for your help|\
      thank you for your help|thank you so much|thanks so much|why is|why are|how do i|\
      is there a|do you know|when will|i got|i received|i purchased|looking for a|that works|\
      sounds good|sounds great|i don t know|what about
      1 my|i|me|i m|i ve|wow|hmm|yes|no|yeah|nope|sure|still|really|actually|perfect|awesome
      """)

  private init(staff: String, customer: String) {
    var phrases: [Substring: [(rest: [Substring], weight: Double)]] = [:]
    for (sign, lists) in [(1.0, staff), (-1.0, customer)] {
      for line in lists.split(separator: "\n") {
        guard let space = line.firstIndex(of: " "), let step = Double(line[..<space]) else {
          continue
        }
        let weight = sign * [0, 0.12, 0.8, 1.8][Int(step)]
        for phrase in line[line.index(after: space)...].split(separator: "|") {
          let words = phrase.split(separator: " ")
          guard let first = words.first else { continue }
          phrases[first, default: []].append((Array(words.dropFirst()), weight))
        }
      }
    }
    self.phrases = phrases
  }

  /// How much the turns of one speaker weigh: above zero for staff, below for customers.
  func weight(of turns: [String]) -> Double {
    var hits: [String: (count: Int, weight: Double)] = [:]
    for turn in turns {
      let words = RoleBehaviour.words(of: turn)
      for index in words.indices {
        guard let candidates = phrases[words[index]] else { continue }
        for (rest, weight) in candidates
        where words[(index + 1)...].prefix(rest.count).elementsEqual(rest) {
          let key = String(words[index]) + " " + rest.joined(separator: " ")
          hits[key, default: (0, weight)].count += 1
        }
      }
      if RoleBehaviour.endsWithInitials(turn) { hits["^", default: (0, 2)].count += 1 }
    }
    // In a fixed order, so that the sum is the same in every run.
    return hits.sorted { $0.key < $1.key }.reduce(0) { sum, hit in
      sum + hit.value.weight * Double(min(hit.value.count, 3))
    }
  }

  /// The words of a text in lower case, cut at everything that is no letter; at most 2,000.
  private static func words(of text: String) -> [Substring] {
    let lower = text.utf8.prefix(12_000).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return String(decoding: lower, as: UTF8.self)
      .split(maxSplits: 2_000) { !($0.isASCII && $0.isLetter) }
  }

  /// Whether a message is signed as care teams sign: "^TJ", "-AB".
  private static func endsWithInitials(_ text: String) -> Bool {
    guard let last = text.split(separator: " ").last, let mark = last.first else { return false }
    let letters = last.dropFirst()
    guard mark == "^" || mark == "/" || mark == "-", (1...3).contains(letters.count) else {
      return false
    }
    return letters.allSatisfy { $0.isUppercase }
  }
}
