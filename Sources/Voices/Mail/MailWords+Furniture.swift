import Text

extension MailWords {
  /// Words of legal notices that people do not write of themselves; a paragraph that holds one of
  /// them and one of `legalTopics`, or two of them, is a notice.
  static let legalWords = PhraseSet([
    "intended recipient", "intended solely", "intended only", "disclaimer",
    "received this e-mail in error", "received this email in error",
    "received this message in error", "received this in error",
    "received this communication in error", "notify the sender", "this e-mail and any",
    "this email and any", "this message and any", "this communication", "any attachments",
    "delete it from your", "dissemination", "legally binding", "registered office",
    "registered in england", "company number", "irrtümlich erhalten", "bestimmungsgemäße",
    "handelsregister", "geschäftsführer:", "sitz der gesellschaft", "amtsgericht",
    "destiné exclusivement", "destinataire", "destinatario", "geadresseerde", "bestemd voor",
    "destinatário", "avsedd för", "this e-mail is", "this email is", "d.lgs", "diese e-mail",
    "ce message", "este mensaje", "este correo", "questo messaggio", "dit bericht", "esta mensagem",
    "detta meddelande", "print this e-mail", "printing this e-mail", "print this email",
    "printing this email", "consider the environment", "drucken dieser",
  ])

  /// What legal notices are about, as complaints may be, too.
  static let legalTopics = PhraseSet([
    "confidential", "privileged", "unauthorized", "unauthorised", "disclosure", "viruses",
    "vertraulich", "unbefugte", "confidentiel", "par erreur", "confidencial", "por error",
    "riservat", "per errore", "vertrouwelijk", "ten onrechte", "por engano", "konfidentiell",
    "misstag", "gdpr", "in error", "copying", "rgpd", "dsgvo",
  ])

  /// How legal notices start; one is enough.
  static let legalStarts = PhraseSet([
    "confidentiality notice", "confidentiality:", "disclaimer:", "legal notice", "legal disclaimer",
    "notice of confidentiality", "this e-mail and any attachments",
    "this email and any attachments", "this message and any attachments",
    "this e-mail is confidential", "this email is confidential",
    "this e-mail message is intended", "this email message is intended",
    "the information contained in this e", "the information contained in this m",
    "the information in this e-mail", "the information in this email",
    "the contents of this e-mail", "the contents of this email",
    "this message contains confidential", "please consider the environment",
    "diese e-mail enthält vertrauliche", "diese nachricht ist vertraulich",
    "der inhalt dieser e-mail", "diese e-mail ist vertraulich", "ce message et toutes les pièces",
    "ce message est confidentiel", "este mensaje y sus", "este mensaje va dirigido", "aviso legal",
    "le informazioni contenute in questo", "avviso di riservatezza", "de informatie in dit bericht",
    "de informatie in deze e-mail", "aviso de confidencialidade", "internet e-mail is not",
  ])

  /// Banners that mail gateways put over mails from outside.
  static let banners = PhraseSet([
    "[external]", "external email", "external e-mail", "external message", "external sender",
    "caution:", "external:", "warning:", "warning! external", "[extern]", "externe e-mail",
    "attention:",
    "*** external", "**external", "think before you click", "you don't often get email from",
    "some people who received this message don't often get", "this message came from outside",
    "this email originated", "this e-mail originated", "this message originated",
  ])

  /// Words that show a banner to be one.
  static let bannerWords = PhraseSet([
    "outside of ", "outside your", "outside the org", "from outside", "external email",
    "external e-mail", "external sender", "external source", "external message",
    "do not click", "content is safe", "links or attach", "open attachments", "links or open",
    "don't click", "unless you recognize",
    "unless you recognise", "externe", "learn why this is important", "verify the sender",
    "know the sender", "recognize the sender", "recognise the sender", "trust the sender",
    "absender", "expéditeur", "remitente", "mittente", "afzender", "remetente", "avsändare",
  ])

  /// Lines that are furniture wherever they stand.
  static let furnitureStarts = PhraseSet([
    "[message clipped]", "view entire message", "view this email in your browser",
    "view in browser", "view in your browser", "view this message in", "to unsubscribe",
    "unsubscribe",
    "click here to unsubscribe", "##- please type your reply above this line",
    "-----begin pgp signed",
    "you received this message because you are subscribed", "to view this discussion on the web",
    "##- bitte geben sie ihre antwort", "reply above this line", "please type your reply above",
    "this email was sent to", "you are receiving this", "sie erhalten diese e-mail",
    "newsletter abbestellen", "im browser ansehen", "im browser anzeigen", "version en ligne",
    "se désabonner", "ver en el navegador", "darse de baja", "visualizza nel browser",
    "annulla iscrizione", "bekijk in browser", "afmelden", "visualizar no navegador",
    "visa i webbläsare",
  ])

  /// Words of the lines under a list's rule.
  static let listFooterWords = PhraseSet([
    "mailing list", "mailman/listinfo", "listinfo", "list-help", "unsubscribe", "posting guide",
    "googlegroups.com", "groups.google.com", "list archives", "mailingliste", "liste de diffusion",
  ])

  /// What systems report of a person's words in the line over them: "Ana commented on AB-12:".
  static let noticeVerbs = PhraseSet([
    "commented on", "updated", "created", "resolved", "reopened", "closed", "assigned", "changed",
    "added a comment", "replied to", "comment from", "comments from", "additional comments",
    "comment #", "comment at", "posted by", "edited a comment on", "mentioned you",
  ])
}
