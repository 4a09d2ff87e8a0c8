/// The elements whose meaning matters for the layout; every other tag is `other`.
enum Tag: UInt8, CaseIterable {
  case other, html, head, body, title, meta, link, script, style, noscript, template, svg, math
  case iframe, noembed, noframes, object, audio, video, canvas, datalist
  case p, div, br, hr, wbr, a, span, time, cite, abbr, q
  case h1, h2, h3, h4, h5, h6
  case ul, ol, dl, li, dd, dt, dir, menu
  case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
  case blockquote, pre, xmp, listing, plaintext, figure, figcaption
  case article, section, main, aside, nav, header, footer, hgroup, address, center
  case details, summary, dialog, search
  case form, fieldset, legend, label, input, textarea, select, option, optgroup, button, output
  case img, area, base, basefont, bgsound, embed, frame, frameset, keygen, param, source, track
  case image, isindex

  /// The tag's name in lower case.
  var name: String { Tag.labels[Int(rawValue)] }

  private static let labels = allCases.map { String(describing: $0) }

  /// Starts and ends a block of text.
  var isBlock: Bool { Tag.traits[Int(rawValue)].contains(.block) }
  /// Has no end tag and no content.
  var isVoid: Bool { Tag.traits[Int(rawValue)].contains(.void) }
  /// Its content is not shown.
  var isUnseen: Bool { Tag.traits[Int(rawValue)].contains(.unseen) }
  /// Its content is one run of characters without tags, left out up to the end tag.
  var isRawText: Bool { Tag.traits[Int(rawValue)].contains(.raw) }
  /// Says nothing that the layout keeps; the tag is left out.
  var isIdle: Bool { Tag.traits[Int(rawValue)].contains(.idle) }
  /// Lines and spaces inside are kept.
  var isPreformatted: Bool { self == .pre || self == .xmp || self == .listing }

  private struct Traits: OptionSet {
    let rawValue: UInt8
    static let block = Traits(rawValue: 1)
    static let void = Traits(rawValue: 2)
    static let unseen = Traits(rawValue: 4)
    static let raw = Traits(rawValue: 8)
    static let idle = Traits(rawValue: 16)
  }

  private static let traits: [Traits] = allCases.map { tag in
    switch tag {
    case .html, .body, .p, .div, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .li, .dd, .dt, .dir,
      .menu, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .blockquote, .pre, .xmp,
      .listing, .figure, .figcaption, .article, .section, .main, .aside, .nav, .header, .footer,
      .hgroup, .address, .center, .details, .summary, .dialog, .search, .form, .fieldset, .legend,
      .label, .textarea, .select, .option, .optgroup, .button, .output, .frameset:
      .block
    case .hr: [.block, .void]
    case .title, .template, .datalist: [.block, .unseen]
    case .script, .style, .noscript, .iframe, .noembed, .noframes, .svg: .raw
    case .object, .audio, .video, .canvas: .unseen
    case .br, .meta, .link: .void
    case .wbr, .area, .base, .basefont, .bgsound, .embed, .frame, .keygen, .param, .source, .track,
      .col, .colgroup, .plaintext, .image, .img, .input, .isindex:
      [.void, .idle]
    default: []
    }
  }
}

extension Tag {
  /// All tags but `other` by name.
  static let names = NameTable(allCases.dropFirst().map(\.name))

  /// The tag whose name has that hash.
  static func named(_ key: UInt64, in names: borrowing NameTable) -> Tag {
    names.index(of: key).flatMap { Tag(rawValue: UInt8($0 + 1)) } ?? .other
  }
}
