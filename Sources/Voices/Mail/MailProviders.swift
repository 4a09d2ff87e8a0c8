/// Domains where anybody has a mailbox: who writes from one speaks for no company.
///
/// Many customers of one provider who end their mails with the same words are a campaign, not a
/// footer.
enum MailProviders {
  /// Whether a domain, in lower case, is a provider's; a company that is called like one passes for
  /// it, and keeps its footers.
  static func includes(_ domain: String) -> Bool {
    domains.contains(domain)
      || domain.split(separator: ".").dropLast().contains { names.contains(String($0)) }
  }

  /// Providers under many endings: yahoo.com, yahoo.co.uk.
  private static let names: Set<String> = {
    let list = """
      gmail googlemail yahoo ymail rocketmail myyahoo hotmail outlook live msn passport windowslive \
      icloud aol aim gmx proton protonmail tutanota tutamail tuta fastmail hushmail zoho zohomail \
      yandex rediffmail inbox lycos mailfence posteo mailbox runbox startmail disroot riseup \
      comcast verizon sbcglobal bellsouth cox charter optonline earthlink juno netzero frontier \
      frontiernet windstream centurylink roadrunner rogers shaw telus sympatico videotron \
      btinternet btopenworld talktalk tiscali virginmedia ntlworld blueyonder plusnet orange \
      wanadoo laposte sfr neuf bbox numericable t-online freenet arcor versatel netcologne libero \
      virgilio fastwebnet telefonica movistar ono euskaltel ziggo kpnmail kpnplanet xs4all hetnet \
      upcmail chello casema telfort tele2 planet solcon telenet skynet belgacom proximus scarlet \
      bluewin hispeed aon a1 uol bol globomail sapo telepac netcabo telia telenor bredband comhem \
      spray passagen bigpond optusnet iinet westnet xtra eircom seznam wp onet interia o2 centrum \
      qq foxmail naver daum hanmail
      """
    return Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }()

  /// Providers whose names mean something else elsewhere.
  private static let domains: Set<String> = {
    let list = """
      me.com mac.com mail.com email.com usa.com mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net \
      i.ua web.de email.de online.de free.fr cegetel.net club-internet.fr tin.it alice.it email.it \
      tim.it poste.it home.nl quicknet.nl zonnet.nl att.net rr.com twc.com q.com embarqmail.com \
      sky.com bt.com which.net one.com duck.com pm.me hey.com 163.com 126.com sina.com terra.com.br \
      ig.com.br terra.es mail.be mail.dk privaterelay.appleid.com relay.firefox.com
      """
    return Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }()
}
