/// A week's letter before it has a format: the same sentences for every reader.
///
/// The templates read these by name, so every name is used once only.
struct Letter {
  /// A line that says the most in a list of mails.
  var subject: String
  /// "Complaints, week 46 of 2026".
  var heading: String
  /// "9 to 15 November 2026".
  var dates: String
  /// Always a full sentence, also when nothing is unusual.
  var opening: String
  /// How much the week had.
  var summary: String
  /// What an earlier revision said otherwise.
  var revisionNote: String?
  /// One line for each figure that differs.
  var corrections: [String]
  /// Only those with news.
  var sections: [Section]
  /// "2026-W46, revision 1".
  var imprint: String

  /// A part of the letter with a title.
  struct Section {
    var title: String
    var intro: String?
    var points: [Point] = []
    var charts: [Chart] = []
    var quotes: [Quote] = []
    /// What stands before the questions.
    var asking: String?
    var questions: [Question] = []
    var rows: [Row] = []
  }

  /// What one thing has come to, and what is asked of the reader.
  struct Point {
    var tone: Tone
    var lead: String
    var text: String
    var ask: String?
    /// The tone's colour.
    var colour: String

    init(_ tone: Tone, _ lead: String, _ text: String, ask: String? = nil) {
      (self.tone, self.lead, self.text, self.ask) = (tone, lead, text, ask)
      colour = tone.rawValue
    }
  }

  /// How news is meant; the words say it too, the colour only repeats it.
  enum Tone: String {
    case bad = "#b3372b"
    case good = "#2b7a4b"
    case plain = "#5f7486"
    case wanted = "#b06a00"
  }

  /// A problem's cases in 13 weeks as a bar and as columns.
  struct Chart {
    var name: String
    var amount: String
    /// The bar's share of the width, 1...100, and what is left.
    var filled: Int
    var unfilled: Int
    /// The bar in letters.
    var line: String
    var columns: [Column]
    /// "4 5 6".
    var numbers: String
    var status: String
    /// What to type; nil where nothing is to be done.
    var command: String?
  }

  /// A week.
  struct Column {
    var height: Int
    var shade: String
    var number: String
  }

  /// A customer's words.
  struct Quote {
    var words: String
    var facts: String
  }

  /// Something to ask a customer.
  struct Question {
    var position: Int
    var asked: String
  }

  /// A figure of the method.
  struct Row {
    var label: String
    var value: String
  }
}
