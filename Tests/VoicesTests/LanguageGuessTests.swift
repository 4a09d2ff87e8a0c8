import Testing

@testable import Voices

struct LanguageGuessTests {
  @Test(arguments: [
    ("My parcel is late and nobody calls me back.", "en"), ("Late again!", "en"),
    ("Rubbish service", "en"), ("broken", "en"), ("Zero stars, avoid", "en"),
    ("Meine Bestellung ist nicht angekommen und niemand ruft zurück.", "de"),
    ("Ich warte seit drei Wochen auf mein Paket.", "de"), ("Nie wieder!", "de"),
    ("Ma commande n’est jamais arrivée et personne ne répond au téléphone.", "fr"),
    ("Service client injoignable depuis une semaine.", "fr"),
    ("Mi pedido no ha llegado y nadie me contesta.", "es"),
    ("Il mio ordine non è mai arrivato e nessuno risponde.", "it"),
    ("Mijn bestelling is nog steeds niet aangekomen.", "nl"),
    ("O meu pedido ainda não chegou e ninguém responde.", "pt"),
    ("Min beställning har inte kommit och ingen svarar.", "sv"),
    ("Мой заказ так и не пришёл, никто не отвечает.", "ru"), ("注文した商品が届きません。", "ja"),
    ("我的订单还没有到", "zh"), ("주문이 아직 도착하지 않았어요", "ko"), ("Η παραγγελία μου δεν ήρθε", "el"),
    ("الطلب لم يصل بعد", "ar"),
    ("Moje zamówienie nie dotarło, proszę o zwrot pieniędzy, żądam.", "pl"),
    ("", "und"), ("12345 - 10/10", "und"), ("😡😡😡", "und"),
  ])
  func languageIsTold(_ text: String, _ language: String) {
    #expect(LanguageGuess.language(of: text) == language)
  }

  @Test func longTextWithoutAnyKnownWordIsUndetermined() {
    let words =
      "kvasi lumit horpa zandri melkot tisuva parend gulomi fastur nekta vorlim dasupe osk"
    #expect(LanguageGuess.language(of: words) == "und")
  }

  @Test func englishWithForeignNamesIsEnglish() {
    let text = "I stayed at the Hôtel de la Paix in Genève and the room was never cleaned."
    #expect(LanguageGuess.language(of: text) == "en")
  }
}
