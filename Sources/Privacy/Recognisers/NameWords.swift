/// Words around names, and capitalised words that are none.
enum NameWords {
  static let greetings: Set<String> = [
    "dear", "hi", "hello", "hey", "dearest", "morning", "afternoon",
  ]
  static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "prof", "mx", "sir", "lady"]
  /// The last word of a closing, which a name on its own line follows.
  static let closings: Set<String> = [
    "regards", "wishes", "sincerely", "faithfully", "truly", "thanks", "cheers", "best",
    "gratefully", "respectfully", "signed", "advance",
  ]
  /// Closings that need a comma or a line feed: "Best Buy" is no name.
  static let weakClosings: Set<String> = ["thanks", "cheers", "best", "advance", "signed", "you"]
  static let contacts: Set<String> = ["spoke", "spoken", "speaking", "talked", "talking", "speak"]
  static let people: Set<String> = [
    "guy", "man", "lady", "woman", "person", "someone", "somebody", "agent", "girl", "chap",
    "bloke", "gentleman", "colleague", "advisor", "adviser", "engineer", "driver", "manager",
    "fitter", "rep", "representative", "assistant", "technician", "supervisor", "operator", "boy",
    "plumber", "electrician", "nurse", "doctor", "clerk", "cashier", "is", "was",
  ]
  static let particles: Set<String> = [
    "van", "de", "der", "den", "von", "da", "bin", "al", "la", "del", "di", "du", "el", "ter",
  ]
  static let others: Set<String> = [
    "sir", "sirs", "madam", "team", "customer", "customers", "all", "there", "support", "service",
    "services", "everyone", "complaints", "complaint", "department", "manager", "accounts",
    "billing", "sales", "head", "office", "help", "desk", "bank", "ltd", "limited", "plc", "inc",
    "i", "i'm", "i've", "i'd", "the", "a", "an", "we", "you", "your", "my", "it", "this", "that",
    "they", "he", "she", "on", "and", "but", "when", "then", "after", "in", "if", "is", "again",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "info", "reply", "noreply", "no", "mr", "mrs", "ms", "miss",
    "dr", "prof", "mx", "for", "sent", "please", "care", "relations", "centre", "center", "both",
    "many", "thanks", "kind", "regards", "yours", "to", "so", "via", "from", "account", "order",
    "technical", "returns", "delivery", "company", "store", "shop", "hotel", "not", "what", "who",
    "agent", "advisor", "adviser", "caller", "operator", "representative", "staff", "system",
    "bot", "chat", "speaker", "host", "guest", "author", "admin", "moderator", "anonymous",
    "director", "visitor", "nobody", "somebody", "someone",
  ]
  /// Names that are words as well: alone, they count only where a cue stands.
  static let ambiguous: Set<String> = [
    "will", "may", "mark", "bill", "june", "april", "august", "hope", "grant", "grace", "rose",
    "art", "rob", "sue", "drew", "pat", "faith", "joy", "chase", "law", "long", "short", "white",
    "black", "brown", "green", "king", "young", "best", "price", "case", "bank", "post", "day",
  ]
}
