import Testing
import Text

struct DecodedTextTests {
  struct Sample: Sendable {
    var bytes: [UInt8]
    var label: String?
    var text: String
    var charset: String
  }

  static let samples = [
    Sample(bytes: Array("plain".utf8), label: nil, text: "plain", charset: "utf-8"),
    Sample(bytes: [], label: "us-ascii", text: "", charset: "utf-8"),
    Sample(
      bytes: [0x57, 0x65, 0x92, 0x76, 0x65], label: "ISO-8859-1", text: "We’ve",
      charset: "windows-1252"),
    Sample(bytes: Array("café".utf8), label: "us-ascii", text: "café", charset: "utf-8"),
    Sample(bytes: Array("café".utf8), label: nil, text: "café", charset: "utf-8"),
    Sample(bytes: Array("é".utf8), label: "latin1", text: "Ã©", charset: "windows-1252"),
    Sample(bytes: [0x63, 0xE9], label: nil, text: "cé", charset: "windows-1252"),
    Sample(bytes: [0x63, 0xE9], label: "unknown-8bit", text: "cé", charset: "windows-1252"),
    Sample(bytes: [0xE7, 0x6D, 0xE0], label: "cp-1252", text: "çmà", charset: "windows-1252"),
    Sample(
      bytes: [0xB0, 0xA1, 0xB3, 0xAA], label: "ks_c_5601-1987", text: "가나", charset: "euc-kr"),
    Sample(bytes: [0x8C, 0x63], label: "KS_C_5601", text: "똠", charset: "euc-kr"),
    Sample(bytes: [0x81, 0x30, 0x84, 0x36], label: "gb2312", text: "¥", charset: "gbk"),
    Sample(bytes: [0xB2, 0xE2], label: "GB2312", text: "测", charset: "gbk"),
    Sample(bytes: [0x87, 0x40], label: "Shift_JIS", text: "①", charset: "shift_jis"),
    Sample(
      bytes: [0x1B, 0x24, 0x42, 0x24, 0x22, 0x2D, 0x21, 0x1B, 0x28, 0x42, 0x61],
      label: "\"_iso-2022-jp$ESC\"", text: "あ①a", charset: "iso-2022-jp"),
    Sample(
      bytes: [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42], label: nil, text: "あ",
      charset: "iso-2022-jp"),
    Sample(
      bytes: [0xFF, 0xFE, 0x61, 0, 0xE9, 0], label: "utf-8", text: "aé", charset: "utf-16le"),
    Sample(
      bytes: [0, 0x61, 0, 0x62, 0, 0x63, 0, 0x64], label: nil, text: "abcd", charset: "utf-16be"),
    Sample(
      bytes: [0xEF, 0xBB, 0xBF, 0x61], label: "windows-1251", text: "a", charset: "utf-8"),
    Sample(
      bytes: Array("~{2bJT~} ok".utf8), label: "hz-gb-2312", text: "测试 ok", charset: "hz-gb-2312"),
    Sample(bytes: Array("~{2bJT~} ok".utf8), label: nil, text: "~{2bJT~} ok", charset: "utf-8"),
    Sample(bytes: Array("Hi Mom +Jjo-!".utf8), label: "utf-7", text: "Hi Mom ☺!", charset: "utf-7"),
    Sample(bytes: Array("Hi Mom +Jjo-!".utf8), label: nil, text: "Hi Mom +Jjo-!", charset: "utf-8"),
    Sample(
      bytes: [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], label: "windows-1251", text: "Привет",
      charset: "windows-1251"),
    Sample(bytes: Array("x".utf8), label: "utf-8mb4", text: "x", charset: "utf-8"),
    Sample(bytes: [0xA4], label: "iso-8859-15", text: "€", charset: "iso-8859-15"),
    Sample(bytes: [0x84], label: "cp-850", text: "ä", charset: "ibm850"),
  ]

  @Test(arguments: samples)
  func labelsAndMarksDecide(_ sample: Sample) {
    let decoded = DecodedText(decoding: sample.bytes, label: sample.label)
    #expect(decoded.text == sample.text)
    #expect(decoded.charset == sample.charset)
  }

  @Test func aStrayByteDoesNotSpoilTheRest() {
    let bytes = Array("déjà ".utf8) + [0xE1] + Array(" – “vu”".utf8)
    let decoded = DecodedText(decoding: bytes, label: "utf-8")
    #expect(decoded.text == "déjà á – “vu”")
    #expect(decoded.repairedByteCount == 1)
    #expect(decoded.charset == "utf-8")
  }

  @Test func nulBecomesAReplacementCharacter() {
    let decoded = DecodedText(decoding: Array("a\0bé".utf8), label: "utf-8")
    #expect(decoded.text == "a\u{FFFD}bé")
    #expect(decoded.repairedByteCount == 1)
  }

  @Test func validTextIsNotNormalised() {
    let text = "e\u{301} \u{FEFF} \u{200B} ﬁ Å"
    let decoded = DecodedText(decoding: Array(text.utf8), label: "utf-8")
    #expect(Array(decoded.text.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func labelsOfWideCharsetsYieldToTextWithoutNULs() {
    for label in ["utf-16", "utf-16le", "UTF-16BE", "utf-32", "unicode"] {
      #expect(DecodedText(decoding: Array("née à 5 €".utf8), label: label).text == "née à 5 €")
    }
    let wide = "é €".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(DecodedText(decoding: wide, label: "utf-16le").text == "é €")
  }

  @Test func nationalTextIsRecognisedBesideMarkUp() {
    let russian: [UInt8] = [
      0xCF, 0xEE, 0xF1, 0xFB, 0xEB, 0xEA, 0xE0, 0x20, 0xEF, 0xF0, 0xE8, 0xF8, 0xEB, 0xE0, 0x20,
      0xEF, 0xEE, 0xE7, 0xE4, 0xED, 0xEE,
    ]
    let page = Array("<table class=\"outer\"><tr><td align=left>".utf8)
    #expect(
      DecodedText(decoding: page + russian, label: nil).text.hasSuffix("Посылка пришла поздно"))
    let french: [UInt8] =
      Array("J".utf8) + [0x92] + Array("ai re".utf8) + [0xE7] + Array("u l".utf8)
      + [0x92, 0xE9] + Array("t".utf8) + [0xE9] + Array(" un colis d".utf8) + [0xE9]
      + Array("chir".utf8) + [0xE9, 0x2C, 0x20, 0x85, 0x20, 0xE0, 0x20] + Array("c".utf8) + [0xF4]
      + Array("t".utf8) + [0xE9]
    #expect(
      DecodedText(decoding: french, label: nil).text == "J’ai reçu l’été un colis déchiré, … à côté"
    )
  }

  @Test func bytesThatACharsetRefusesAreReplacedAndCounted() {
    let decoded = DecodedText(decoding: [0x61, 0xFF, 0x62], label: "euc-jp")
    #expect(decoded.text == "a\u{FFFD}b")
    #expect(decoded.repairedByteCount == 1)
    #expect(DecodedText(decoding: [0x61, 0xB0], label: "gb2312").text == "a\u{FFFD}")
  }

  @Test(arguments: ["windows-1251", "koi8-r", "shift_jis", "euc-jp", "euc-kr", "gb18030"])
  func unlabelledNationalTextIsRecognised(charset: String) throws {
    let text =
      switch charset {
      case "windows-1251", "koi8-r":
        "Здравствуйте, я жду свой заказ уже третью неделю, и никто не отвечает"
      case "shift_jis", "euc-jp": "注文した商品がまだ届いていません。どうなっていますか。"
      case "euc-kr": "주문한 상품이 아직 도착하지 않았습니다 환불해 주세요"
      default: "我订购的商品还没有收到请尽快退款给我谢谢"
      }
    let bytes = try #require(Encoder.bytes(of: text, in: charset))
    #expect(DecodedText(decoding: bytes, label: nil).text == text)
  }

  @Test(arguments: 0..<200)
  func noiseNeverFails(seed: UInt64) {
    var generator = Noise(seed: seed)
    let labels: [String?] = [
      nil, "utf-8", "us-ascii", "latin1", "gb18030", "big5", "iso-2022-jp", "utf-16", "utf-7",
      "hz-gb-2312", "iso-2022-kr", "utf-32", "nonsense", "", "cp949", "koi8-r",
    ]
    let bytes = generator.bytes(count: Int(seed) * 3)
    for label in labels {
      let decoded = DecodedText(decoding: bytes, label: label)
      #expect(!decoded.text.utf8.contains(0))
    }
  }
}
