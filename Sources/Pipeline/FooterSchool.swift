import Cases
import Classify
import Complaints
import Store

/// Learns footers from a store, none in which the rules find anything.
///
/// A block that says what a complaint is judged by stays its author's, however many mails end with
/// it: "The delivery was incomplete." under every order of a firm is a complaint each time.
struct FooterSchool {
  private let store: ComplaintStore
  private let ruleSet: RuleSet

  init(store: ComplaintStore, ruleSet: RuleSet) {
    self.store = store
    self.ruleSet = ruleSet
  }

  /// The footers that the stored mails teach under the present rules.
  func footers() throws(ComplaintStore.Failure) -> [Footer] {
    var explainer = Explainer(ruleSet: ruleSet)
    return try FooterBook(store: store).footers { above, words in
      let start = above.utf8.count
      let explanation = explainer.explanation(of: Verbatim(words: above + "\n\n" + words))
      return explanation.tags.contains { tag in
        tag.tag != "not-complaint" && !tag.tag.hasPrefix("touchpoint:")
          && tag.signals.contains { signal in
            signal.evidence.contains { $0.range.upperBound > start }
          }
      }
    }
  }
}
