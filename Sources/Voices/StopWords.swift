import Complaints

/// The commonest small words of nine languages, packed so that a look-up costs no allocation.
///
/// A word that two languages share counts for both, at half weight; words that are common in
/// English are listed there too, so that German "war" or "die" prove little.
enum StopWords {
  /// The languages, in the order of the bits of a mask.
  static let languages = ["en", "de", "fr", "es", "it", "nl", "pt", "sv"]
  /// The index of English.
  static let english = 0

  /// Masks of languages by word, its up to eight UTF-8 bytes packed little-endian.
  static let table: WordMasks = {
    var table: [UInt64: UInt16] = [:]
    for (index, words) in lists.enumerated() {
      for word in words.utf8.split(separator: UInt8(ascii: " ")) where word.count <= 8 {
        var packed: UInt64 = 0
        for (place, byte) in word.enumerated() { packed |= UInt64(byte) << UInt64(place * 8) }
        table[packed, default: 0] |= 1 << UInt16(index)
      }
    }
    return WordMasks(table)
  }()

  private static let lists = [
    """
    the and to of a i in is it for that was my on have with not they this be are you had as but at \
    me from so we or an no would them when been will their if out there all has what up said your \
    were one he she his her after can get by which just then about who am could only more because \
    do did how its us our than even now other any still got told ve ll don didn doesn wasn isn \
    won never again very too also into over back time service please why die war hat man also \
    were here off where these those being some made going after before until since week days \
    day hi hello thanks thank good bad great order phone called call refund late again new non van bin \
    con per out most many much been has ever every two three weeks month months year hours
    """,
    """
    der die das und ist nicht ich zu den es mit von sie ein eine auf für dem im sich auch wir aber \
    wird war noch nach bei einen einem einer mir mich hat haben habe wie so oder wenn nur keine \
    kein mein meine uns ihr wurde werden sehr dass daß bis durch über unter seit schon immer dann \
    kann bin sind am als um aus vom zum zur was wo warum bitte jetzt nie leider trotz danke hallo wieder nichts niemand ihre ihren mehr mal da du
    """,
    """
    le la les de des du et est un une que qui pas je vous nous pour dans sur au aux avec ce cette \
    ne il elle on mais ou où mon ma mes par plus son sa ses se été avait ont ai sont très votre \
    notre depuis sans tout bien être fait qu même après comme rien toujours jamais bonjour merci l \
    j n c encore quand chez
    """,
    """
    el la los las de que y en un una es no se por con para me mi lo su del al pero muy más como \
    está fue ha han les le sin sobre este esta son desde hasta cuando también porque ni yo nos nada \
    siempre nunca ya hace tengo había servicio gracias hola usted donde todo
    """,
    """
    il lo la i gli le di che e è un una non per con sono mi si ho ha del della dei delle al alla \
    nel nella da dal ma come più anche questo questa stato molto mio mia ci se o anni dopo quando \
    sempre mai hanno perché ancora grazie buongiorno senza tutto poi
    """,
    """
    de het een en van ik is dat niet op te in zijn voor met die er maar ook om aan naar bij dan nog \
    wel heb heeft had mijn ze we je als wat geen uit door werd wordt kan over deze na al moet hebben \
    waar nooit altijd omdat bedankt hallo jullie weer
    """,
    """
    o a os as de que e do da em um uma não para com por se no na mais dos das ao eu meu minha mas \
    foi como está ser tem à seu sua ou já quando muito nos até isso ele ela você são também só sem \
    depois nunca sempre estou obrigado obrigada olá porque ainda nada
    """,
    """
    och att det i en på är som för jag inte med av till den har de om ett men var så vi kan sig \
    min när från han hon de mig nu ni er där också bara vid efter eller mycket utan alla hade mitt \
    blev igen aldrig alltid tack hej varför
    """,
  ]
}
