extension RoleBehaviour {
  /// The phrases of service talks in all languages that are told apart.
  static let all = RoleBehaviour(
    staff: englishStaff + "\n" + otherStaff, customer: englishCustomer + "\n" + otherCustomer)

  private static let otherStaff = """
    3 wie kann ich ihnen helfen|kann ich ihnen helfen|was kann ich für sie tun|\
    vielen dank für ihren anruf|danke für ihren anruf|kann ich sonst noch|tut uns leid|\
    wir bitten um entschuldigung|für ihre geduld|comment puis je vous aider|puis je vous aider|\
    que puis je faire pour vous|merci de votre appel|merci d'avoir appelé|nous sommes désolés|\
    en qué puedo ayudarle|en qué le puedo ayudar|puedo ayudarle|gracias por llamar|\
    lamentamos las molestias|come posso aiutarla|posso aiutarla|grazie per aver chiamato|\
    ci scusiamo|hoe kan ik u helpen|waarmee kan ik u helpen|bedankt voor het bellen|\
    onze excuses|em que posso ajudar|posso ajudar|obrigado por ligar|obrigada por ligar|\
    pedimos desculpa|hur kan jag hjälpa dig|vad kan jag hjälpa dig med|tack för att du ringer|\
    vi beklagar
    2 ihre kundennummer|ihre bestellnummer|ihre bestellung|ihren auftrag|ihr name|für sie|\
    können sie mir|nennen sie mir|einen schönen tag|gern geschehen|ich schaue nach|\
    votre numéro|votre commande|votre nom|bonne journée|pouvez vous me|je vérifie|\
    su número|su pedido|su nombre|que tenga un buen|puede decirme|un momento por favor|\
    il suo ordine|il suo numero|il suo nome|mi può dire|buona giornata|uw bestelling|\
    uw klantnummer|uw naam|kunt u mij|fijne dag|o seu pedido|o seu nome|um momento por favor|\
    bom dia em que|ditt kundnummer|din beställning|ditt namn|ha en bra dag
    1 ihnen|ihre|ihren|votre|vos|usted|uw|ert
    """

  private static let otherCustomer = """
    3 meine bestellung|mein paket|meine rechnung|mein konto|mein geld|ich warte|ich habe bestellt|\
    funktioniert nicht|mir wurde|können sie mir helfen|ich brauche hilfe|ma commande|mon colis|\
    ma facture|mon compte|mon argent|j'attends|j'ai commandé|ne fonctionne pas|ne marche pas|\
    pouvez vous m'aider|mi pedido|mi paquete|mi factura|mi cuenta|mi dinero|estoy esperando|\
    no funciona|me han cobrado|il mio ordine|il mio pacco|la mia bolletta|i miei soldi|\
    sto aspettando|non funziona|mijn bestelling|mijn pakket|mijn rekening|mijn geld|ik wacht|\
    werkt niet|o meu pedido|a minha encomenda|a minha fatura|o meu dinheiro|estou à espera|\
    não funciona|min beställning|mitt paket|min faktura|mina pengar|jag väntar|fungerar inte
    2 ich möchte|ich hätte gern|ich will|ich habe|ich bin|mein name ist|je voudrais|je veux|\
    j'ai|je suis|je m'appelle|quisiera|quiero|necesito|he comprado|me llamo|vorrei|voglio|\
    ho ordinato|mi chiamo|ik wil|ik heb|mijn naam is|eu quero|queria|preciso|o meu nome|\
    jag vill|jag har|jag heter
    1 mein|meine|meinen|mijn|jag|ich|danke|merci|gracias|grazie|bedankt|obrigado|obrigada|tack
    """
}
