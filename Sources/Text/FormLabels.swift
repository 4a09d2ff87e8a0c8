/// What the labels of web forms ask for, in the languages complaints come in.
enum FormLabels {
  /// The meaning of a folded label.
  static func meaning(of label: String) -> FormFields.Meaning {
    if let meaning = table[label] { return meaning }
    let plain = label.split(separator: " ").filter { !fillers.contains(String($0)) }
    return table[plain.joined(separator: " ")] ?? .other
  }

  private static let fillers: Set<String> = [
    "your", "the", "customer", "contact", "ihr", "ihre", "votre", "su", "tu", "il", "la", "uw",
    "seu",
    "din", "(required)", "(optional)", "please", "enter",
  ]

  private static let table: [String: FormFields.Meaning] = {
    let words: [(FormFields.Meaning, String)] = [
      (
        .name,
        """
        name|full name|first name|last name|surname|forename|vorname|nachname|vor- und nachname|nom|\
        prénom|nom et prénom|nombre|nombre y apellidos|apellido|apellidos|nome|cognome|nome e \
        cognome|naam|voornaam|achternaam|nome completo|namn|förnamn|efternamn|sender name|from name
        """
      ),
      (
        .address,
        """
        email|e-mail|mail|email address|e-mail address|e-mail-adresse|emailadresse|mailadresse|\
        courriel|adresse e-mail|adresse mail|adresse email|correo|correo electrónico|correo \
        electronico|email|indirizzo e-mail|indirizzo email|posta elettronica|e-mailadres|\
        e-mailadress|e-post|epost|endereço de e-mail|endereço de email|sender email|reply to
        """
      ),
      (
        .phone,
        """
        phone|phone number|telephone|telephone number|tel|mobile|mobile number|cell|telefon|\
        telefonnummer|téléphone|teléfono|telefono|telefoon|telefoonnummer|telefone|rückrufnummer|\
        handy|móvil|daytime phone
        """
      ),
      (
        .subject,
        """
        subject|topic|reason|category|enquiry type|inquiry type|betreff|thema|anliegen|grund|objet|\
        sujet|asunto|motivo|oggetto|onderwerp|assunto|ämne|complaint type|type of complaint
        """
      ),
      (
        .message,
        """
        message|message body|comment|comments|details|description|complaint|complaint details|\
        enquiry|inquiry|question|feedback|what happened|nachricht|mitteilung|ihre nachricht|\
        bemerkung|bemerkungen|beschreibung|beschwerde|kommentar|commentaire|commentaires|mensaje|\
        comentario|comentarios|messaggio|commento|bericht|opmerking|opmerkingen|vraag|klacht|\
        mensagem|meddelande|beskrivning|reclamación|reclamo|descripción|réclamation|how can we help|\
        your message|details of complaint|tell us more|additional information
        """
      ),
      (
        .reference,
        """
        order|order no|order no.|order number|order id|account|account number|account no|customer \
        number|customer no|customer id|reference|reference number|booking reference|invoice|invoice \
        number|policy number|ticket|case number|bestellnummer|auftragsnummer|kundennummer|\
        rechnungsnummer|numéro de commande|numéro client|número de pedido|número de cliente|\
        numero ordine|bestelnummer|klantnummer|número do pedido|ordernummer|kundnummer|product|\
        model|serial number|store|branch|filiale|date of purchase|date of incident|postcode|zip|\
        zip code|postal code|address|city|country|company|plz|ort|adresse|firma
        """
      ),
      (
        .furniture,
        """
        ip|ip address|remote ip|user agent|browser|page url|url|page|referrer|referer|submitted|\
        submitted on|submitted at|sent on|time|timestamp|consent|gdpr|newsletter|privacy|form|\
        form name|source|site|language|powered by|datenschutz|einwilligung
        """
      ),
    ]
    var table: [String: FormFields.Meaning] = [:]
    for (meaning, list) in words {
      for label in list.split(separator: "|") { table[String(label)] = meaning }
    }
    return table
  }()
}
