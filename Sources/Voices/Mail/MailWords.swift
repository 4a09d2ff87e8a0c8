import Text

/// Words of mail programs and of politeness, lower-cased, by language as data.
enum MailWords {
  /// How openers start, in en de fr es it nl pt sv da no pl.
  static let openerStarts = PhraseSet([
    "on ", "at ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "d. ", "w dniu ", "dnia ",
    "på ",
    "in article", "in message", "il giorno ", "el día ", "a las ", "en date du ", "um ", "vid ",
    "quoting ", "zitat von ", "citando ", "den. ",
  ])

  /// What people do in openers.
  static let openerVerbs = PhraseSet(acts)

  /// The same, since openers end with them.
  static let openerEndings = EndingSet(acts)

  private static let acts =
    writing + [
      "said", "says", "sent", "writes", "escribe", "scrive", "pisze", "пишет", "пише", "quoting",
      "zitat von", "citando", "commented", "schreibt", "écrivait",
    ]

  /// The verbs that mail programs use in openers; nobody says them of a parcel.
  static let writingVerbs = PhraseSet(writing)

  private static let writing = [
    "wrote", "has written", "schrieb", "schrieben", "hat geschrieben", "geschrieben",
    "a écrit", "écrit", "a ecrit", "escribió", "escribio", "ha escrito", "ha scritto", "scritto",
    "schreef", "heeft geschreven", "volgende geschreven", "escreveu", "skrev", "har skrivit",
    "napisał", "napisał(a)", "napisała", "kirjoitti", "написал", "написала", "написав",
    "writes in article", "napsal", "napsal(a)", "napísal", "yazdı", "şunu yazdı", "írta", "a scris",
    "написа", "έγραψε", "写道", "寫道", "のメッセージ", "作成", "님이 작성",
  ]

  /// Subjects of forwarded mails start like this.
  static let forwardSubjects = PhraseSet([
    "fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "enc:", "doorst:", "vb:", "vs:", "[fwd:", "pd:",
  ])

  /// What people write over a mail they pass on, which is no complaint of their own.
  static let forwardRemarks: Set<String> = [
    "fyi", "for your information", "see below", "please see below", "see attached", "as discussed",
    "zur info", "zur information", "zur kenntnis", "z.k.", "zk", "pour info", "pour information",
    "para su información", "per conoscenza", "ter info", "ter informatie", "para conhecimento",
    "för kännedom", "forwarded", "please deal with this", "please action", "please handle",
  ]

  /// Words that end a mail; the name follows.
  static let closings: PhraseSet = {
    let list = """
      regards|kind regards|best regards|warm regards|with kind regards|with best regards|many \
      regards|my regards|best|best wishes|all the best|with best wishes|warmest regards|thanks|many \
      thanks|thank you|thanks again|thanks in advance|thank you in advance|thanks and regards|\
      thanks & regards|thanks so much|thank you very much|cheers|sincerely|yours sincerely|sincerely \
      yours|yours faithfully|yours truly|very truly yours|yours|yours respectfully|respectfully|\
      respectfully yours|cordially|take care|br|rgds|kr|yours in anticipation|kindest regards|\
      mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|freundliche grüße|\
      freundliche grüsse|viele grüße|beste grüße|liebe grüße|schöne grüße|herzliche grüße|grüße|\
      gruß|mfg|lg|vg|hochachtungsvoll|mit besten grüßen|danke|vielen dank|vielen dank im voraus|\
      cordialement|bien cordialement|bien à vous|salutations|meilleures salutations|sincères \
      salutations|cdlt|merci|merci d'avance|merci beaucoup|respectueusement|\
      saludos|un saludo|saludos cordiales|atentamente|cordialmente|gracias|muchas gracias|\
      un cordial saludo|gracias de antemano|reciba un cordial saludo|\
      cordiali saluti|distinti saluti|saluti|un saluto|grazie|grazie mille|in attesa di riscontro|\
      cordialità|met vriendelijke groet|met vriendelijke groeten|vriendelijke groeten|groeten|groet|\
      mvg|hartelijke groeten|bedankt|alvast bedankt|dank u|hoogachtend|\
      atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|abraços|\
      obrigado|obrigada|grato|grata|att|att.|\
      med vänliga hälsningar|med vänlig hälsning|vänliga hälsningar|hälsningar|mvh|tack|tack på \
      förhand|med venlig hilsen|venlig hilsen|hilsen|vennlig hilsen|z poważaniem|pozdrawiam|\
      с уважением
      """
    return PhraseSet(list.split(separator: "|").map(String.init))
  }()
}
