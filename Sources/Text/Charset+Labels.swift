extension Charset {
  /// Charsets by squashed label.
  static let known: [String: Charset] = {
    var known: [String: Charset] = [:]
    for (name, form, labels) in table {
      let charset = Charset(name: name, form: form)
      known[squashed(name)] = charset
      for label in labels.split(separator: " ") { known[squashed(String(label))] = charset }
    }
    return known
  }()

  /// Name, form and labels. Source: WHATWG Encoding Standard §4.2; the last group is what mail
  /// programs write beyond it.
  private static let table: [(String, Form, String)] = [
    (
      "utf-8", .utf8,
      "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 utf-8mb4 uft-8 utf"
    ),
    ("ibm866", .iconv("CP866"), "866 cp866 csibm866"),
    (
      "iso-8859-2", .iconv("ISO-8859-2"),
      "csisolatin2 iso-ir-101 iso8859-2 iso_8859-2:1987 l2 latin2"
    ),
    (
      "iso-8859-3", .iconv("ISO-8859-3"),
      "csisolatin3 iso-ir-109 iso8859-3 iso_8859-3:1988 l3 latin3"
    ),
    (
      "iso-8859-4", .iconv("ISO-8859-4"),
      "csisolatin4 iso-ir-110 iso8859-4 iso_8859-4:1988 l4 latin4"
    ),
    (
      "iso-8859-5", .iconv("ISO-8859-5"),
      "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso_8859-5:1988"
    ),
    (
      "iso-8859-6", .iconv("ISO-8859-6"),
      """
      arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i \
      iso-ir-127 iso8859-6 iso_8859-6:1987
      """
    ),
    (
      "iso-8859-7", .iconv("ISO-8859-7"),
      "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso_8859-7:1987 sun_eu_greek"
    ),
    (
      "iso-8859-8", .iconv("ISO-8859-8"),
      "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso_8859-8:1988 visual"
    ),
    ("iso-8859-8-i", .iconv("ISO-8859-8"), "csiso88598i logical"),
    ("iso-8859-10", .iconv("ISO-8859-10"), "csisolatin6 iso-ir-157 iso8859-10 l6 latin6"),
    ("iso-8859-13", .iconv("ISO-8859-13"), "iso8859-13"),
    ("iso-8859-14", .iconv("ISO-8859-14"), "iso8859-14"),
    ("iso-8859-15", .iconv("ISO-8859-15"), "csisolatin9 iso8859-15 l9 latin9 latin0"),
    ("iso-8859-16", .iconv("ISO-8859-16"), "iso8859-16"),
    ("koi8-r", .iconv("KOI8-R"), "cskoi8r koi koi8 koi8_r"),
    ("koi8-u", .iconv("KOI8-U"), "koi8-ru"),
    ("macintosh", .iconv("MACINTOSH"), "csmacintosh mac x-mac-roman macroman"),
    ("windows-874", .iconv("CP874"), "dos-874 iso-8859-11 iso8859-11 tis-620 cp874"),
    ("windows-1250", .iconv("CP1250"), "cp1250 x-cp1250 win-1250"),
    ("windows-1251", .iconv("CP1251"), "cp1251 x-cp1251 win-1251"),
    (
      "windows-1252", .windows1252,
      """
      ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 \
      iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 win-1252 ansi iso-646-us iso-latin-1 8859-1
      """
    ),
    ("windows-1253", .iconv("CP1253"), "cp1253 x-cp1253"),
    (
      "windows-1254", .iconv("CP1254"),
      "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"
    ),
    ("windows-1255", .iconv("CP1255"), "cp1255 x-cp1255"),
    ("windows-1256", .iconv("CP1256"), "cp1256 x-cp1256"),
    ("windows-1257", .iconv("CP1257"), "cp1257 x-cp1257"),
    ("windows-1258", .iconv("CP1258"), "cp1258 x-cp1258"),
    ("x-mac-cyrillic", .iconv("MAC-CYRILLIC"), "x-mac-ukrainian"),
    (
      "gbk", .iconv("GB18030"),
      "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 euc-cn"
    ),
    ("gb18030", .iconv("GB18030"), "gb18030-2000"),
    ("big5", .iconv("BIG5-HKSCS"), "big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
    ("euc-jp", .iconv("EUC-JP-MS"), "cseucpkdfmtjapanese x-euc-jp ujis"),
    ("iso-2022-jp", .iso2022jp, "csiso2022jp iso-2022-jp-1 iso-2022-jp-ms cp50220 cp50221 jis"),
    (
      "shift_jis", .iconv("CP932"),
      "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932"
    ),
    (
      "euc-kr", .iconv("CP949"),
      """
      cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 \
      ksc_5601 windows-949 cp949 uhc
      """
    ),
    ("utf-16be", .utf16(isBigEndian: true), "unicodefffe"),
    (
      "utf-16le", .utf16(isBigEndian: false),
      "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"
    ),
    ("iso-2022-kr", .iconv("ISO-2022-KR"), "csiso2022kr"),
    ("iso-2022-cn", .iconv("ISO-2022-CN"), ""),
    ("hz-gb-2312", .hz, "hz"),
    ("utf-7", .iconv("UTF-7"), "unicode-1-1-utf-7 unicode-2-0-utf-7 utf7 csunicode11utf7"),
    ("utf-32", .utf32, "utf-32le ucs-4"),
    ("viscii", .iconv("VISCII"), "csviscii"),
    ("tcvn", .iconv("TCVN"), "tcvn5712"),
    ("armscii-8", .iconv("ARMSCII-8"), ""),
    ("ibm437", .iconv("CP437"), "cp437 437 cspc8codepage437"),
    ("ibm737", .iconv("CP737"), "cp737"),
    ("ibm775", .iconv("CP775"), "cp775"),
    ("ibm850", .iconv("CP850"), "cp850 850 cspc850multilingual"),
    ("ibm852", .iconv("CP852"), "cp852 852 cspcp852"),
    ("ibm855", .iconv("CP855"), "cp855 855"),
    ("ibm857", .iconv("CP857"), "cp857 857"),
    ("ibm858", .iconv("CP858"), "cp858 858"),
    ("ibm860", .iconv("CP860"), "cp860"),
    ("ibm861", .iconv("CP861"), "cp861"),
    ("ibm862", .iconv("CP862"), "cp862"),
    ("ibm863", .iconv("CP863"), "cp863"),
    ("ibm865", .iconv("CP865"), "cp865"),
    ("ibm869", .iconv("CP869"), "cp869"),
  ]
}
