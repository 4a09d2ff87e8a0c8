/// The order in which word lists can be filled into one another.
struct LexiconOrder {
  /// Lists that can be resolved, those first that others use.
  private(set) var resolved: [String] = []
  /// Lists that contain themselves, by name.
  private(set) var cyclic: [String] = []
  /// Lists that grow beyond all bounds, by name.
  private(set) var tooLarge: [String] = []

  /// The most places of words a list may have with the lists in it.
  static let largestSize = 50_000
  /// How deep lists may stand in lists.
  static let greatestDepth = 12

  private let lexicons: [String: RuleFolder.Lexicon]
  /// Lists that some other list uses.
  var used: Set<String> { Set(users.keys) }
  /// The lists in each list that are not resolved yet.
  private var uses: [String: Set<String>] = [:]
  private var users: [String: [String]] = [:]
  private var sizes: [String: Int] = [:]
  private var depths: [String: Int] = [:]

  init(_ lexicons: [String: RuleFolder.Lexicon]) {
    self.lexicons = lexicons
    let names = lexicons.keys.sorted()
    for name in names {
      var used: Set<String> = []
      for entry in lexicons[name]?.entries ?? [] {
        LexiconOrder.collect(entry.pattern.elements, into: &used)
      }
      used.formIntersection(names)
      uses[name] = used
      for other in used { users[other, default: []].append(name) }
    }
    resolve(names.filter { uses[$0]?.isEmpty == true })
    cyclic = circles(among: names.filter { sizes[$0] == nil })
    for name in cyclic { sizes[name] = 1 }
    for name in cyclic { resolve(withoutUse(of: name)) }
    tooLarge.sort()
  }

  private mutating func resolve(_ names: [String]) {
    var ready = names
    while let name = ready.popLast() {
      measure(name, lexicons[name]?.entries ?? [])
      ready += withoutUse(of: name)
    }
  }

  /// Crosses a resolved list off; returns the lists that now wait for no other.
  private mutating func withoutUse(of name: String) -> [String] {
    (users[name] ?? []).filter { user in
      uses[user]?.remove(name)
      return sizes[user] == nil && uses[user]?.isEmpty == true
    }
  }

  private mutating func measure(_ name: String, _ entries: [Rule.WrittenPattern]) {
    var size = 0
    var depth = 1
    for entry in entries { measure(entry.pattern.elements, &size, &depth) }
    sizes[name] = size
    depths[name] = depth
    if size > LexiconOrder.largestSize || depth > LexiconOrder.greatestDepth {
      tooLarge.append(name)
      // What uses it is not to blame.
      sizes[name] = 1
      depths[name] = 1
    } else {
      resolved.append(name)
    }
  }

  private func measure(_ elements: [Pattern.Element], _ size: inout Int, _ depth: inout Int) {
    for element in elements {
      switch element {
      case .lexicon(let name):
        size += sizes[name] ?? 1
        depth = max(depth, (depths[name] ?? 0) + 1)
      case .choice(let parts), .run(let parts): measure(parts, &size, &depth)
      default: size += 1
      }
    }
  }

  /// Adds the word lists that some elements name.
  static func collect(_ elements: [Pattern.Element], into names: inout Set<String>) {
    for element in elements {
      switch element {
      case .lexicon(let name): names.insert(name)
      case .choice(let parts), .run(let parts): collect(parts, into: &names)
      default: break
      }
    }
  }

  /// What is left of unresolved lists without those that no other unresolved one uses.
  private func circles(among names: [String]) -> [String] {
    var userCounts: [String: Int] = [:]
    for name in names { for used in uses[name] ?? [] { userCounts[used, default: 0] += 1 } }
    var free = names.filter { userCounts[$0] == nil }
    while let name = free.popLast() {
      userCounts[name] = nil
      for used in uses[name] ?? [] {
        guard let count = userCounts[used] else { continue }
        userCounts[used] = count > 1 ? count - 1 : nil
        if count == 1 { free.append(used) }
      }
    }
    return names.filter { userCounts[$0] != nil }
  }
}
