import Text

/// Words by which machines' mails are told, all in lower case.
enum MailMarks {
  /// Media types that only delivery and complaint reports have.
  static let reportTypes: Set<String> = [
    "message/delivery-status", "message/feedback-report", "message/global-delivery-status",
    "message/xdelivery-status",
  ]

  /// Local parts of mail servers.
  static let daemons: Set<String> = [
    "mailer-daemon", "mailerdaemon", "mailer_daemon", "mail-daemon", "maildaemon", "mdaemon",
    "bounce-notification",
  ]

  /// How mail servers call themselves.
  static let daemonNames = PhraseSet([
    "mail delivery sub", "mail delivery sys", "mail deliver sys", "mailer-daemon", "mailer daemon",
    "mail administrator", "mail system", "mailerdaemon",
  ])

  /// Words of bounces' subjects.
  static let bounceSubjects = PhraseSet([
    "undeliver", "delivery status", "delivery failure", "delivery fail", "delivery has failed",
    "delivery report", "failure notice", "failure notification", "returned mail", "mail failure",
    "returning message", "returning to sender", "returned to sender", "failed delivery",
    "failure delivery", "could not be delivered", "delivery notification", "mail system error",
    "mail error", "not deliver", "non-delivery", "nondeliverable", "delayed mail", "mail delayed",
    "message delayed", "warning: message", "there was an error sending your mail",
    "message notification", "delivery problem", "are not member", "unzustellbar",
    "nicht zugestellt",
    "non remis", "échec de la remise", "no se pudo entregar", "no entregado", "mancata consegna",
    "niet bezorgd", "onbestelbaar", "não entregue", "kan inte levereras", "не доставлено",
    "недоставлен", "配信できません", "配送不能", "送信できません", "退信",
  ])

  /// Subjects of providers' complaint reports that have no report type.
  static let feedbackSubjects = PhraseSet([
    "complaint about message from ", "email feedback report for ip",
  ])

  /// Words of mail servers in bounces without a report.
  static let transcripts = PhraseSet([
    "reporting-mta:", "final-recipient:", "this message was created automatically by mail delivery",
    "this is an automatically generated delivery status notification",
    "transcript of session follows", "permanent fatal errors", "unrouteable address",
    "i'm afraid i wasn't able to deliver", "the following address(es) failed",
    "could not be delivered to one or more", "user unknown", "550 5.", "554 5.",
    "recipient rejected",
    "your message did not reach", "delivery to the following recipient", "invalid recipient",
    "diagnostic-code:", "the following recipients", "undeliverable address",
    "retry timeout exceeded",
    "could not be delivered to:", "you are not a member of this mailing list",
    "could not send message", "each of the following recipients was rejected",
  ])

  /// Keys of mailing services' notifications, as they are and escaped inside another one.
  static let notifications = PhraseSet([
    "\"notificationtype\":", "\"notificationtype\\\":", "\"eventtype\":\"bounce",
    "\"eventtype\":\"complaint", "\\\"notificationtype\\\":",
  ])

  /// How subjects of automatic replies start.
  static let autoReplySubjects = PhraseSet([
    "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response",
    "autoresponse", "automated reply", "automated response", "automatic response",
    "out of the office", "auto:", "out of office",
    "out-of-office", "ooo:", "i am out of", "i'm out of", "away from my mail",
    "automatische antwort", "abwesenheitsnotiz", "abwesenheit:", "abwesend:", "réponse automatique",
    "réponse d'absence", "absence du bureau", "respuesta automática", "respuesta automatica",
    "fuera de la oficina", "risposta automatica", "fuori sede", "automatisch antwoord",
    "automatische antwoord", "afwezig", "resposta automática", "resposta automatica",
    "ausência temporária", "autosvar", "automatiskt svar", "frånvaro", "automaattinen vastaus",
    "automatisk svar", "автоответ", "自動応答", "自动回复",
  ])

  /// Words of subjects that mean an automatic reply when the sender cannot be bounced to.
  static let absenceSubjects = PhraseSet([
    "vacation", "holiday", "away", "absence", "absent", "urlaub", "vacances", "vacaciones", "ferie",
    "vakantie", "férias", "semester", "we have received your", "thank you for contacting",
  ])

  /// Fields that mailing services set on campaigns.
  static let campaignFields: [HeaderName] = [
    .listUnsubscribePost, .feedbackID, .campaign, .campaignDashID, .campaignID,
    .mailgun, .sendGrid, .mandrill, .mailchimp, .complaintsTo,
    .shortCampaign, .newsletter, .salesforce,
  ]

  /// Local parts from which web forms are sent.
  static let formSenders: Set<String> = [
    "wordpress", "webform", "forms", "form", "contactform", "contact-form", "website", "web",
    "webmaster", "kontaktformular", "formulaire", "formulario", "apache", "www-data", "nobody",
  ]

  /// Whether a local part says that nobody reads answers.
  static func isUnanswerable(_ local: Substring) -> Bool {
    let letters = local.utf8.filter { $0 >= 0x61 && $0 <= 0x7A }
    for words in refusals where letters.span.starts(with: words) || letters.span.ends(with: words) {
      return true
    }
    return local == "newsletter"
  }

  private static let refusals: [StaticString] = [
    "noreply", "donotreply", "nepasrepondre", "noresponder", "nichtantworten", "noresponse",
  ]
}
