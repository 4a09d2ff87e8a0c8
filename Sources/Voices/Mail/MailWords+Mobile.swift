import Text

extension MailWords {
  /// Lines that set a signature off although they are not "-- ".
  static let bareDelimiters = PhraseSet(["--", "—", "---", "–"])

  /// How lines start that stand under a closing and are the author's again.
  static let postscripts = PhraseSet(["ps ", "ps:", "p.s.", "ps.", "p.s ", "nb:", "n.b."])

  /// How lines start that phones and mail programs add.
  static let mobileFooters = PhraseSet([
    "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "sent from a ",
    "sent from ", "sent with ", "sent on the go", "sent via ", "sent using ", "sent by ",
    "get outlook for ", "get [outlook for ", "from my iphone", "from my ipad", "from my android",
    "von meinem ", "gesendet von ", "gesendet mit ", "gesendet via ", "gesendet aus ",
    "diese nachricht wurde von meinem", "outlook für ",
    "envoyé de mon ", "envoyé depuis ", "envoyé à partir de", "envoyé avec ", "obtenir outlook",
    "télécharger outlook", "provenance : ",
    "enviado desde mi ", "enviado desde ", "enviado con ", "obtener outlook",
    "enviado do meu ", "enviado de mi ", "enviado via ", "enviado a partir do", "enviado pelo ",
    "obter o outlook",
    "inviato da ", "inviato dal mio ", "inviato con ", "scarica outlook", "ottieni outlook",
    "verzonden vanaf ", "verstuurd vanaf ", "verzonden met ", "verstuurd met ", "verzonden via ",
    "outlook voor ", "download outlook voor",
    "skickat från ", "skickades från ", "hämta outlook", "sendt fra ", "hent outlook",
    "lähetetty ", "wysłane z ", "отправлено с ", "отправлено из ", "надіслано з ", "odesláno z ",
    "从我的", "從我的", "发自我的", "發自我的",
    "connected by motorola", "mobile phone, please excuse", "virus-free. www.",
    "virenfrei. www.", "this email has been checked for", "diese e-mail wurde von avast",
    "this email was scanned",
  ])

  /// How such lines end where the verb stands last.
  static let mobileEndings = EndingSet([
    "mobilgerät gesendet", "handy gesendet", "iphone gesendet", "ipad gesendet",
    "smartphone gesendet", "telefon gesendet", "outlook gesendet", "傳送", "から送信",
    "나의 iphone에서 보냄",
  ])

  /// Those of `mobileFooters` that people hardly start a line of their own with.
  static let sureFooters = PhraseSet([
    "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo",
    "sent from windows", "sent from samsung", "get outlook for ", "get [outlook for ",
    "von meinem ", "diese nachricht wurde von meinem", "envoyé de mon ", "envoyé depuis mon ",
    "enviado desde mi ", "enviado do meu ", "enviado de mi ", "inviato da iphone",
    "inviato dal mio ", "verzonden vanaf mijn ", "verstuurd vanaf mijn ",
    "verzonden met blackberry",
    "skickat från min ", "sendt fra min ", "obtenir outlook", "obtener outlook",
    "télécharger outlook", "outlook für ", "connected by motorola", "mobile phone, please excuse",
    "virus-free. www.", "virenfrei. www.", "this email has been checked for",
    "diese e-mail wurde von avast", "this email was scanned", "从我的", "從我的", "发自我的", "發自我的",
  ])

  /// What phones say for their owners' mistakes, which makes a sentence of a footer.
  static let footerExcuses = PhraseSet([
    "excuse", "typo", "brevity", "autocorrect", "spelling", "entschuldig", "tippfehler", "kürze",
    "k-9 mail", "gesendet", "blackberry", "disculp", "brevedad",
  ])
}
