/// Words that tell what a number near them is.
enum CueWords {
  static let identifiers: Set<String> = [
    "order", "orders", "account", "accounts", "acct", "case", "cases", "booking", "bookings",
    "ticket", "tickets", "policy", "policies", "reference", "references", "ref", "invoice",
    "invoices", "inv", "claim", "complaint", "customer", "tracking", "parcel", "consignment",
    "membership", "member", "contract", "reservation", "confirmation", "serial", "meter", "job",
    "shipment", "delivery", "refund", "po", "id", "repair", "repairs", "receipt", "receipts",
    "quotation", "registration", "reg", "client", "patient", "licence", "license", "passport",
    "voucher", "loan", "mortgage", "sort", "insurance",
  ]
  static let phones: Set<String> = [
    "phone", "phones", "telephone", "tel", "mobile", "mob", "cell", "cellphone", "landline",
    "fax", "whatsapp", "call", "called", "calling", "ring", "rang", "ringing", "text", "texted",
    "dial", "dialled", "contact", "callback", "sms", "reach", "reached",
  ]
  /// Before "number", they make it a telephone's.
  static let owners: Set<String> = ["my", "work", "home", "daytime", "evening", "her", "his"]
  /// A number behind them is money, a time or a count.
  static let amounts: Set<String> = [
    "total", "totalling", "totals", "cost", "costs", "costing", "worth", "paid", "pay", "price",
    "over", "for", "since", "in", "gbp", "eur", "usd", "rs", "until", "by", "around", "almost",
  ]
  /// A number before them counts something.
  static let units: Set<String> = [
    "pounds", "euros", "euro", "dollars", "gbp", "eur", "usd", "miles", "km", "hours", "days",
    "minutes", "people", "customers", "points", "times", "kwh", "units", "quid", "pence", "kg",
    "litres", "metres", "steps", "words", "items", "orders", "complaints",
  ]
  static let abbreviations: Set<String> = [
    "no", "nr", "ref", "acct", "inv", "num", "tel", "mob", "mr", "mrs", "ms", "dr", "prof", "st",
  ]
}
