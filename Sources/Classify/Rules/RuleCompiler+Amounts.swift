extension RuleCompiler {
  /// Words that `<number>` stands for beside digits.
  static let numberWords: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "hundreds", "thousand", "thousands", "million", "several", "couple", "few", "dozen", "dozens",
    "half",
  ]

  /// Words that make an amount of the number before them.
  static let currencyWords: Set<String> = [
    "pound", "pounds", "quid", "dollar", "dollars", "buck", "bucks", "euro", "euros", "pence",
    "cent", "cents", "gbp", "usd", "eur", "rupee", "rupees", "rs", "inr", "rand", "zar", "aud",
    "cad",
  ]

  /// Words that make an amount of the number behind them.
  static let currencyCodes = ["rs", "usd", "gbp", "eur", "inr", "zar", "aud", "cad"]
}
