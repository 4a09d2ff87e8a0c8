import Complaints
import Foundation
import Testing

@testable import Review

struct PageTests {
  private let pages: ReviewPages

  init() throws { pages = try SampleDesk.pages() }

  @Test func everyPageIsWellFormed() {
    for (name, html) in SampleDesk.allPages(pages) {
      let checker = PageChecker(html)
      #expect(checker.faults == [], "\(name)")
      #expect(checker.tags.count { $0.name == "h1" } == 1, "\(name)")
      #expect(checker.tags.count { $0.name == "main" } == 1, "\(name)")
      #expect(html.hasPrefix("<!doctype html>"), "\(name)")
      #expect(!html.contains("{{") && !html.contains("Optional("), "\(name)")
    }
  }

  @Test func noPageHasStylesOrScriptsOfItsOwn() {
    for (name, html) in SampleDesk.allPages(pages) {
      for tag in PageChecker(html).tags {
        let names = tag.attributes.map(\.name)
        #expect(!names.contains("style") && !names.contains { $0.hasPrefix("on") }, "\(name)")
        #expect(tag.name != "style", "\(name)")
        let sources = tag.attributes.filter { ["src", "href", "action"].contains($0.name) }
        #expect(
          sources.allSatisfy { $0.value.hasPrefix("/") || $0.value.hasPrefix("#") }, "\(name)")
        if tag.name == "script" { #expect(sources.map(\.value) == ["/assets/desk.js"]) }
      }
    }
  }

  @Test func everyFieldHasALabelAndEveryHeadCellAScope() {
    for (name, html) in SampleDesk.allPages(pages) {
      let tags = PageChecker(html).tags
      let labels = Set(
        tags.filter { $0.name == "label" }.flatMap(\.attributes).filter { $0.name == "for" }
          .map(\.value))
      for tag in tags where ["input", "select", "textarea"].contains(tag.name) {
        let attributes = Dictionary(tag.attributes) { first, _ in first }
        if ["hidden", "radio"].contains(attributes["type"]) { continue }
        #expect(labels.contains(attributes["id"] ?? ""), "\(name): \(tag)")
      }
      for tag in tags where tag.name == "th" {
        #expect(tag.attributes.contains { $0.name == "scope" }, "\(name)")
      }
    }
  }

  @Test func everyFragmentLeadsSomewhere() {
    for (name, html) in SampleDesk.allPages(pages) {
      let attributes = PageChecker(html).tags.flatMap(\.attributes)
      let ids = Set(attributes.filter { $0.name == "id" }.map(\.value))
      for link in attributes where link.name == "href" && link.value.hasPrefix("#") {
        #expect(ids.contains(String(link.value.dropFirst())), "\(name): \(link.value)")
      }
      for link in attributes where ["for", "aria-labelledby", "popovertarget"].contains(link.name) {
        #expect(link.value.split(separator: " ").allSatisfy { ids.contains(String($0)) }, "\(name)")
      }
    }
  }

  @Test func formsAreOfferedAsTheStateAllows() {
    let html = { (state: String) in
      SampleDesk.allPages(pages).first { $0.name == "item-\(state)" }?.html ?? ""
    }
    #expect(html("open").contains("/item/3/plan") && !html("open").contains("/item/3/done"))
    #expect(html("planned").contains("/item/3/done"))
    #expect(html("watching").contains("/item/3/reopen"))
    #expect(!html("watching").contains("/item/3/accept"))
    #expect(html("regressed").contains("/item/3/reopen"))
  }

  @Test func enterAcceptsWhereThereIsSomethingToAccept() {
    let html = { (name: String) in
      SampleDesk.allPages(pages).first { $0.name == name }?.html ?? ""
    }
    #expect(html("case").contains("/accept-all"))
    #expect(!html("case-unscored").contains("/accept-all"))
    #expect(html("case-unscored").contains("No complaint, next"))
  }

  /// Writes every page to a folder for a look at it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FORESTALL_PAGES"] != nil))
  func pagesCanBeLookedAt() throws {
    let path = try #require(ProcessInfo.processInfo.environment["FORESTALL_PAGES"])
    let folder = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(ReviewPages.stylesheet).write(to: folder.appendingPathComponent("desk.css"))
    try Data(ReviewPages.script).write(to: folder.appendingPathComponent("desk.js"))
    for (name, html) in SampleDesk.allPages(pages) {
      try html.replacing("/assets/", with: "")
        .write(to: folder.appendingPathComponent("\(name).html"), atomically: true, encoding: .utf8)
    }
  }
}
