import Complaints

/// What the frame of every page shows. Templates read stored properties only.
struct PageView: Sendable {
  let title: String
  /// Nil where nobody is at the desk.
  let chrome: ChromeView?
  let content: any Sendable
}

/// The rail, the notice and the key sheet.
struct ChromeView: Sendable {
  let reviewer: String
  let path: String
  let places: [Place]
  let notice: NoticeView?
  let canUndo: Bool
  let keys: [DeskKey]

  /// One place of the rail.
  struct Place: Sendable {
    let title: String
    let path: String
    /// The second key after "g".
    let key: String
    let count: Int?
    let isHere: Bool
  }

  /// What the last action did.
  struct NoticeView: Sendable {
    let text: String
    let isRefusal: Bool
  }

  /// The frame as a reviewer sees it.
  init(_ chrome: Chrome) {
    reviewer = chrome.reviewer
    path = chrome.path
    canUndo = chrome.canUndo
    keys = DeskKey.all
    notice = chrome.notice.map { NoticeView(text: $0.text, isRefusal: $0.isRefusal) }
    places = Chrome.Section.allCases.map { section in
      Place(
        title: section.rawValue.prefix(1).uppercased() + section.rawValue.dropFirst(),
        path: "/\(section.rawValue)", key: String(section.rawValue.prefix(1)),
        count: chrome.counts[section].flatMap { $0 > 0 ? $0 : nil },
        isHere: section == chrome.section)
    }
  }
}

/// One line of the key sheet.
///
/// Buttons and links say themselves which key presses them (`data-key`); the script knows only
/// `j`, `k` and how to press.
struct DeskKey: Sendable {
  let keys: [String]
  let does: String

  /// In the order of the sheet.
  static let all = [
    DeskKey(keys: ["j", "k"], does: "choose the next or the previous row or tag"),
    DeskKey(keys: ["1", "…", "9"], does: "choose a tag"),
    DeskKey(keys: ["a"], does: "accept the chosen tag"),
    DeskKey(keys: ["x"], does: "reject the chosen tag, then"),
    DeskKey(keys: ["x", "1"], does: "the words do not say this"),
    DeskKey(keys: ["x", "2"], does: "another company"),
    DeskKey(keys: ["x", "3"], does: "meant the other way round"),
    DeskKey(keys: ["x", "4"], does: "somebody else’s words"),
    DeskKey(keys: ["x", "5"], does: "nothing happened"),
    DeskKey(keys: ["t"], does: "add a tag; words that are selected become its evidence"),
    DeskKey(keys: ["Enter"], does: "all right, next; in a list: open"),
    DeskKey(keys: ["s"], does: "skip to the next complaint"),
    DeskKey(keys: ["n"], does: "next complaint, week or page"),
    DeskKey(keys: ["p"], does: "previous complaint, week or page"),
    DeskKey(keys: ["u"], does: "undo the last decision"),
    DeskKey(keys: ["g", "q"], does: "go to the queue"),
    DeskKey(keys: ["g", "p"], does: "go to the problems"),
    DeskKey(keys: ["g", "b"], does: "go to the backlog"),
    DeskKey(keys: ["g", "d"], does: "go to the digests"),
    DeskKey(keys: ["/"], does: "search the queue"),
    DeskKey(keys: ["?"], does: "show or hide this sheet"),
  ]
}
