import Text

extension MailWords {
  /// Labels of the header block that Outlook and others put over a quoted mail.
  static let headerLabels: [String: HeaderLabel] = {
    let words: [(HeaderLabel, String)] = [
      (
        .from,
        """
        from|von|de|da|van|från|fra|expéditeur|remitente|mittente|afzender|od|lähettäjä|от|від|\
        发件人|寄件者|差出人|보낸 사람|kimden|feladó|avsändare|absender|remetente|sender
        """
      ),
      (
        .sent,
        """
        sent|date|gesendet|datum|envoyé|enviado|enviado el|enviada em|enviado em|fecha|inviato|data|\
        verzonden|skickat|sendt|dato|gesendet am|envoyé le|wysłano|lähetetty|дата|отправлено|\
        发送时间|日期|寄件日期|送信日時|보낸 날짜|gönderildi|tarih|elküldve|sent at|date sent
        """
      ),
      (
        .to,
        """
        to|an|à|a|para|aan|till|til|destinataire|destinatario|do|vastaanottaja|кому|\
        收件人|收件者|宛先|받는 사람|kime|címzett|ricevente|ontvanger|empfänger|mottagare
        """
      ),
      (.copy, "cc|copy|kopie|kopia|copie|copia|cópia|bcc|cci|抄送|kopi|копия"),
      (
        .subject,
        """
        subject|betreff|betr.|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|temat|aihe|тема|sujet|\
        主题|主旨|件名|제목|konu|tárgy
        """
      ),
      (
        .other,
        """
        importance|wichtigkeit|priority|priorität|attachments|anlagen|anhänge|organization|\
        newsgroups|reply-to|risposta|antwort an|répondre à|responder a|sent by|please respond to
        """
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
  static let quoteSeparators = PhraseSet([
    "original message", "ursprüngliche nachricht", "ursprungliche nachricht",
    "originalnachricht", "original-nachricht", "message d'origine", "message original",
    "message initial", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
    "origineel bericht", "mensagem original", "ursprungligt meddelande", "originalmeddelande",
    "oprindelig meddelelse", "opprinnelig melding", "original appointment", "wiadomość oryginalna",
    "reply message", "original mail", "исходное сообщение", "邮件原件", "原始邮件", "原始郵件",
    "元のメッセージ", "původní zpráva", "orijinal mesaj", "ursprüngliche mail",
    "ursprüngliche e-mail", "courriel original", "correo original", "mensagem inicial",
  ])

  /// Lines that set a forwarded mail off.
  static let forwardSeparators = PhraseSet(forwards)

  /// How longer lines start that do: "forwarded message from Ana".
  static let forwardStarts = PhraseSet(forwards.map { $0 + " " })

  private static let forwards = [
    "forwarded message", "forwarded by", "begin forwarded message", "weitergeleitete nachricht",
    "anfang der weitergeleiteten nachricht", "message transféré", "message réexpédié",
    "début du message réexpédié", "début du message transféré", "mensaje reenviado",
    "inicio del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato",
    "doorgestuurd bericht", "begin doorgestuurd bericht", "mensagem encaminhada",
    "mensagem reencaminhada", "início da mensagem encaminhada", "vidarebefordrat meddelande",
    "vidarebefordrat brev", "videresendt meddelelse", "forwarded mail", "fwd",
  ]
}
