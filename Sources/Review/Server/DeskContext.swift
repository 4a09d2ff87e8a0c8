import Hummingbird

/// What is known of a request on its way to its page.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The reviewer whose session it is; empty on the few pages that need none.
  var reviewer = ""

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }
}
