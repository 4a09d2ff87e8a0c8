/// HTML stripped to blocks of text, with the elements around them that tell what a block is.
///
/// A flat arena: elements refer to their parents by index, blocks to their innermost element.
public struct Layout: Sendable, Equatable {
  /// The elements that contain blocks, parents before children.
  public var elements: [Element]
  /// The visible text in document order.
  public var blocks: [Block]
  /// The content of `<title>`.
  public var title: String?
  /// `<link rel="canonical">` or `og:url`.
  public var address: String?
  /// The date the page itself gives (`article:published_time`, JSON-LD, first `<time>`), as written.
  public var published: String?
  /// The author the page itself gives, as written.
  public var author: String?
  /// The `lang` attribute of `<html>`.
  public var language: String?
  /// Short remarks, such as "comments elsewhere: disqus".
  public var notes: [String]

  /// An empty layout.
  public init() {
    elements = []
    blocks = []
    notes = []
  }

  /// Whether an element has an ancestor (or is itself) for which `predicate` holds; O(depth).
  public func isInside(_ element: Int?, where predicate: (Element) -> Bool) -> Bool {
    ancestor(of: element, where: predicate) != nil
  }

  /// The nearest element upwards, itself included, for which `predicate` holds; O(depth).
  public func ancestor(of element: Int?, where predicate: (Element) -> Bool) -> Int? {
    var current = element
    while let index = current {
      if predicate(elements[index]) { return index }
      current = elements[index].parent
    }
    return nil
  }
}

/// An HTML element with the attributes that tell furniture, comments and quotes apart.
public struct Element: Sendable, Equatable {
  /// Tag name in lower case.
  public var tag: String
  /// Index of the enclosing element; nil for the outermost.
  public var parent: Int?
  /// The `id` attribute.
  public var id: String?
  /// The `class` attribute, split at white space.
  public var classes: [String]
  /// Other attributes of interest by lower-case name: href, rel, role, itemprop, itemtype,
  /// datetime, content, type, title, name, property, style, lang, cite, alt, aria-label.
  ///
  /// An inline element that may name an author or a date has its own words under `#text`.
  public var attributes: [String: String]

  /// An element.
  public init(
    tag: String, parent: Int?, id: String? = nil, classes: [String] = [],
    attributes: [String: String] = [:]
  ) {
    self.tag = tag
    self.parent = parent
    self.id = id
    self.classes = classes
    self.attributes = attributes
  }
}

/// A run of visible text between two block boundaries.
public struct Block: Sendable, Equatable {
  /// What the mark-up says the text is.
  public enum Kind: Sendable, Equatable {
    case paragraph, listItem, quote, preformatted, cell, caption, control
    case heading(Int)
  }
  /// What the mark-up says the text is.
  public var kind: Kind
  /// White space folded as a browser does; LF where the page has `<br>` or preformatted lines.
  public var text: String
  /// Index of the innermost element in the layout; nil at the top.
  public var element: Int?
  /// How many UTF-8 bytes of `text` stand inside links.
  public var linkedByteCount: Int
  /// Whether the mark-up hides the text from readers (`display:none`, `hidden`, zero font size).
  public var isHidden: Bool

  /// A block.
  public init(
    kind: Kind, text: String, element: Int?, linkedByteCount: Int = 0, isHidden: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.element = element
    self.linkedByteCount = linkedByteCount
    self.isHidden = isHidden
  }
}
