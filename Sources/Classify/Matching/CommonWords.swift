/// Rough frequencies of common words of English complaints, in tokens per thousand, so that
/// patterns are filed under their rarest word. Wrong figures cost time, never matches.
enum CommonWords {
  /// Tokens per thousand; small for words that are not in the table.
  static func frequency(of word: String) -> Double { table[word] ?? 0.05 }

  private static let table: [String: Double] = {
    var table: [String: Double] = [:]
    for (frequency, words) in bands {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = frequency }
    }
    return table
  }()

  private static let bands: [(Double, String)] = [
    (
      38,
      """
      the i to
      """
    ),
    (
      25,
      """
      and a
      """
    ),
    (
      16,
      """
      not my is was it
      """
    ),
    (
      11,
      """
      of for they that in have
      """
    ),
    (
      7.5,
      """
      this on with me you
      """
    ),
    (
      5,
      """
      but from be as had are we do at no will
      """
    ),
    (
      3.5,
      """
      so would service when an them can get am if all
      """
    ),
    (
      2.5,
      """
      or their been after up time did customer out has one there your by were very which
      order just never account about told then only br back now
      """
    ),
    (
      1.8,
      """
      company because even what credit any he call again over our called more still money
      like got received could
      """
    ),
    (
      1.2,
      """
      pay said days loan also phone off day car than claim she first new hotel use room
      other email months paid who good how make insurance sent should payment being
      times another bank same take years does some month go
      """
    ),
    (
      0.85,
      """
      two before work made ordered since us know these delivery food card asked
      information well through number going people want took say ever nothing way need
      last really year problem amount went due why its experience refund every give great
      without into help policy where issue worst bad her much
      """
    ),
    (
      0.6,
      """
      too tried th many down driver stay used check report care weeks contact payments
      contract until discovery cancel better while put next today find see charge return
      later waiting business getting old hours week however please wrong someone item
      anything response around broadband app charged minutes send here wait person home
      long his paying different price interest came media trying several late once
      customers saying few address having right date
      """
    ),
    (
      0.42,
      """
      something line process online him finally most done contacted away buy website
      support services always claims thing chicago end using working think internet
      already able bought come tell complaint poor ago keep recommend found yet receive
      though such within product place pet left staff system requested bill problems
      balance calls try cancelled fee full needed issues best dog everything letter sure
      may name both under given actually quality shipping rate outsurance hold request
      hour gave items package three anyone vet look night case far delivered let less
      small provide cost terrible each started change available front
      """
    ),
    (
      0.3,
      """
      high wanted spoke vehicle disappointed provided reason house review things charges
      almost ask free debt ride medical point past speed arrived thought little making per
      restaurant manager else least second absolutely nice own team deal offer reviews
      life feel total informed cover instead matter chat decided happened water must
      recently emails speak stated reporting hard looking via avoid denied understand set
      twice close submitted monthly area immediately extremely fees during fact calling
      lost read enough placed mail location department drivers half miles answer start
      extra consumer desk correct multiple part happy purchased leave signed taking closed
      says thank pm believe trip lot taken fix covered rude offered worth rooms changed
      either completely purchase removed
      """
    ),
    (
      0.2,
      """
      asking big site drive plan non despite against applied needs personal promised
      option fine refused morning stop maybe returned supposed update premium top kept
      period financial works deliver stayed tv accounts mins easy file open guy seems
      office doing agent waste coverage horrible connection between advised companies
      giving notice upon fraud documents clean engineer simply guys details mistake kind
      husband situation message longer stating door star regarding debit live access funds
      talk whole myself telling helpful reply mb gift size sign couple etc side job jersey
      provider makes emailed reported failed takes pre bed cash soon turn those spent
      follow show accident records application cancellation checked plus complain expect
      further showed scam following pick original expensive score dispute box fast coming
      run agreed heard expected previous visit unit quite costs supervisor cable although
      worked resolve slow clear
      """
    ),
  ]
}
