/// What the permanent ids are called, and what is recommended against each failure type.
public struct Catalogue: Sendable {
  /// An id's words.
  public struct Entry: Sendable {
    /// The permanent id.
    public var id: String
    /// A name for people.
    public var title: String
    /// One sentence.
    public var means: String
    /// What an organisation changes so that it does not come again; only for failure types.
    public var prevention: String?

    /// An entry.
    public init(id: String, title: String, means: String, prevention: String? = nil) {
      self.id = id
      self.title = title
      self.means = means
      self.prevention = prevention
    }
  }

  /// In the order of the taxonomy.
  public var failures: [Entry]
  /// In the order of the taxonomy.
  public var causes: [Entry]
  /// In the order of the taxonomy.
  public var effects: [Entry]
  /// In the order of the taxonomy.
  public var touchpoints: [Entry]

  /// A catalogue; an empty one calls everything by its id.
  public init(
    failures: [Entry] = [], causes: [Entry] = [], effects: [Entry] = [], touchpoints: [Entry] = []
  ) {
    self.failures = failures
    self.causes = causes
    self.effects = effects
    self.touchpoints = touchpoints
  }

  /// "Not available: repair", or the ids where the catalogue does not have them.
  public func title(of problem: Problem) -> String {
    let failure = failures.first { $0.id == problem.type }?.title ?? problem.type
    let place = touchpoints.first { $0.id == problem.touchpoint }?.title ?? problem.touchpoint
    return problem.touchpoint == "unspecified" ? failure : "\(failure): \(place.lowercased())"
  }

  /// The recommended prevention of a failure type; nil for an unknown one.
  public func prevention(of type: String) -> String? {
    failures.first { $0.id == type }?.prevention
  }

  /// What a tag is called ("Not available", "Supplier"); its type's id where it is unknown.
  public func title(of tag: Tag) -> String {
    let entries =
      switch tag.kind {
      case .failure: failures
      case .cause: causes
      case .effect: effects
      case .praise, .complaint: [Entry]()
      }
    return entries.first { $0.id == tag.type }?.title ?? tag.type
  }
}
