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
  static let openerVerbs = PhraseSet(openerEndings)

  /// The same as a list, since openers end with them.
  static let openerEndings = [
    "wrote", "writes", "said", "sent", "has written", "schrieb", "schrieben", "hat geschrieben",
    "geschrieben", "a écrit", "écrit", "a ecrit", "escribió", "escribio", "escribe", "ha escrito",
    "ha scritto", "scrive", "scritto", "schreef", "heeft geschreven", "escreveu", "skrev",
    "napisał", "napisał(a)", "kirjoitti", "написал", "пишет", "writes in article", "quoting",
    "zitat von", "citando",
  ]

  /// Labels of the header block that Outlook and others put over a quoted mail.
  static let headerLabels: [String: HeaderLabel] = {
    let words: [(HeaderLabel, String)] = [
      (.from, "from|von|de|da|van|från|fra|expéditeur|remitente|mittente|afzender|od|lähettäjä|от"),
      (
        .sent,
        """
        sent|date|gesendet|datum|envoyé|enviado|enviado el|enviada em|enviado em|fecha|inviato|data|\
        verzonden|skickat|sendt|dato|gesendet am|envoyé le|wysłano|lähetetty|дата|отправлено
        """
      ),
      (
        .to,
        "to|an|à|a|para|aan|till|til|destinataire|destinatario|do|vastaanottaja|кому|reply-to"
      ),
      (.copy, "cc|copy|kopie|kopia|copie|copia|cópia|bcc|cci"),
      (
        .subject,
        """
        subject|betreff|betr.|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|temat|aihe|тема|sujet
        """
      ),
      (
        .other,
        "importance|wichtigkeit|priority|priorität|attachments|anlagen|anhänge|organization|newsgroups"
      ),
    ]
    var table: [String: HeaderLabel] = [:]
    for (label, list) in words {
      for word in list.split(separator: "|") where table[String(word)] == nil {
        table[String(word)] = label
      }
    }
    return table
  }()

  /// What a label of such a block names.
  enum HeaderLabel { case from, sent, to, copy, subject, other }

  /// Lines that set a quoted or forwarded mail off, dashes and brackets removed.
  static let quoteSeparators: Set<String> = [
    "original message", "ursprüngliche nachricht", "ursprungliche nachricht",
    "originalnachricht", "original-nachricht", "message d'origine", "message original",
    "message initial", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
    "origineel bericht", "mensagem original", "ursprungligt meddelande", "originalmeddelande",
    "oprindelig meddelelse", "opprinnelig melding", "original appointment", "wiadomość oryginalna",
    "reply message", "original mail", "исходное сообщение",
  ]

  /// Lines that set a forwarded mail off.
  static let forwardSeparators: Set<String> = [
    "forwarded message", "forwarded by", "begin forwarded message", "weitergeleitete nachricht",
    "anfang der weitergeleiteten nachricht", "message transféré", "message réexpédié",
    "début du message réexpédié", "début du message transféré", "mensaje reenviado",
    "inicio del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato",
    "doorgestuurd bericht", "begin doorgestuurd bericht", "mensagem encaminhada",
    "mensagem reencaminhada", "início da mensagem encaminhada", "vidarebefordrat meddelande",
    "vidarebefordrat brev", "videresendt meddelelse", "forwarded mail", "fwd",
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
  static let closings: Set<String> = {
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
    return Set(list.split(separator: "|").map(String.init))
  }()

  /// How lines start that phones and mail programs add.
  static let mobileFooters = PhraseSet([
    "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "sent from a ",
    "sent via ", "sent with proton", "sent on the go", "sent using ", "sent by ",
    "get outlook for ",
    "von meinem ", "gesendet von ", "gesendet mit ", "diese nachricht wurde von meinem",
    "envoyé de mon ", "envoyé depuis ", "envoyé à partir de", "obtenir outlook", "provenance : ",
    "enviado desde mi ", "enviado desde ", "enviado do meu ", "enviado de mi ", "enviado via ",
    "enviado a partir do", "inviato da ", "inviato dal mio ", "verzonden vanaf mijn ",
    "verstuurd vanaf mijn ", "verzonden met ", "verstuurd met ", "skickat från min ",
    "skickat från ",
    "skickades från ", "sendt fra min ", "sendt fra ", "lähetetty ", "wysłane z ", "отправлено с ",
    "connected by motorola", "sent from blackberry", "sent wirelessly",
    "mobile phone, please excuse",
    "sent from samsung", "virus-free. www.", "virenfrei. www.", "this email has been checked for",
    "diese e-mail wurde von avast", "this email was scanned",
  ])
}
