import Text

extension MailWords {
  /// Words of legal notices; a paragraph that holds two of them is one.
  static let legalWords = PhraseSet([
    "confidential", "intended recipient", "intended solely", "intended only", "disclaimer",
    "privileged", "unauthorized", "unauthorised", "received this e-mail in error",
    "received this email in error", "received this message in error", "received this in error",
    "received this communication in error", "notify the sender", "this e-mail and any",
    "this email and any", "this message and any", "this communication", "any attachments",
    "delete it from your", "dissemination", "disclosure", "legally binding", "viruses",
    "registered office", "registered in england", "company number", "vertraulich",
    "irrtümlich erhalten", "bestimmungsgemäße", "unbefugte", "handelsregister", "geschäftsführer",
    "sitz der gesellschaft", "amtsgericht", "confidentiel", "destinataire", "destiné exclusivement",
    "par erreur", "confidencial", "destinatario", "por error", "riservat", "d.lgs", "per errore",
    "vertrouwelijk", "geadresseerde", "ten onrechte", "bestemd voor", "por engano", "destinatário",
    "konfidentiell", "avsedd för", "misstag", "gdpr", "print this e-mail", "printing this e-mail",
    "print this email", "printing this email", "consider the environment", "drucken dieser",
  ])

  /// How legal notices start; one is enough.
  static let legalStarts = PhraseSet([
    "confidentiality notice", "confidentiality:", "disclaimer", "legal notice", "legal disclaimer",
    "notice of confidentiality", "this e-mail and any attachments",
    "this email and any attachments",
    "this message and any attachments", "this e-mail is confidential", "this email is confidential",
    "this e-mail message is intended", "this email message is intended",
    "the information contained in this", "the information in this e", "the contents of this e",
    "this message contains confidential", "this electronic message",
    "please consider the environment",
    "diese e-mail enthält vertrauliche", "diese nachricht ist vertraulich",
    "der inhalt dieser e-mail", "diese e-mail ist vertraulich", "ce message et toutes les pièces",
    "ce message est confidentiel", "ce courriel", "este mensaje y sus", "este correo electrónico",
    "este mensaje va dirigido", "aviso legal", "le informazioni contenute", "questo messaggio",
    "avviso di riservatezza", "dit bericht is", "dit e-mailbericht", "de informatie in dit",
    "esta mensagem", "aviso de confidencialidade", "detta meddelande", "internet e-mail is not",
  ])

  /// Banners that mail gateways put over mails from outside.
  static let banners = PhraseSet([
    "[external]", "external email", "external e-mail", "external message", "external sender",
    "caution:", "warning:", "warning! external", "[extern]", "externe e-mail", "attention:",
    "*** external", "**external", "think before you click", "you don't often get email from",
    "some people who received this message don't often get", "this message came from outside",
    "this email originated", "this e-mail originated", "this message originated",
  ])

  /// Words that show a banner to be one.
  static let bannerWords = PhraseSet([
    "outside", "external", "do not click", "don't click", "unless you recognize",
    "unless you recognise", "extern", "learn why this is important", "be careful", "sender",
    "absender", "expéditeur",
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
}
