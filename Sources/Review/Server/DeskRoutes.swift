import Hummingbird

extension Desk {
  /// Every address of the desk.
  func router() -> Router<DeskContext> {
    let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorPages(desk: self))  // for strangers
    router.add(middleware: HostList(allowed: settings.allowedHosts))
    router.add(middleware: OwnPosts())
    router.add(middleware: SessionGate(access: access))
    router.add(middleware: ErrorPages(desk: self))  // for reviewers
    addPages(to: router)
    addActions(to: router)
    return router
  }

  private func addPages(to router: Router<DeskContext>) {
    router.get("/") { _, _ in Response.seeOther("/queue") }
    router.get("/queue") { request, context in
      let query = QueueQuery(try Form(queryOf: request).parameters)
      return Response.page(try queuePage(query, context.reviewer))
    }
    router.get("/case/{id}") { request, context in
      let query = try Form(queryOf: request).queueQuery()
      let name = try context.parameters.require("id")
      return Response.page(try casePage(name, from: query, context.reviewer))
    }
    router.get("/problems") { _, context in Response.page(try problemsPage(context.reviewer)) }
    router.get("/problem/{type}/{touchpoint}") { request, context in
      let week = try Form(queryOf: request).week("week", "The week")
      return Response.page(
        try problemPage(try context.problem(), week: week, context.reviewer))
    }
    router.get("/backlog") { _, context in Response.page(try backlogPage(context.reviewer)) }
    router.get("/item/{number}") { _, context in
      Response.page(try itemPage(try context.itemNumber(), context.reviewer))
    }
    router.get("/digests") { _, context in Response.page(try digestsPage(context.reviewer)) }
    router.get("/digest/{week}") { _, context in
      Response.page(try digestPage(try context.parameters.require("week"), context.reviewer))
    }
    router.get("/digest/{week}/letter") { _, context in
      var response = Response.page(try letter(try context.parameters.require("week")))
      response.headers[.contentSecurityPolicy] = SecurityHeaders.letterPolicy
      return response
    }
    router.get("/assets/{file}") { request, context in
      try await Assets.answer(request, context)
    }
    router.get("/login", use: LoginPages(desk: self).show)
  }

  private func addActions(to router: Router<DeskContext>) {
    let login = LoginPages(desk: self)
    router.post("/login", use: login.logIn)
    router.post("/logout", use: login.logOut)
    let onCases = CaseActions(desk: self)
    router.post("/case/{id}/decide", use: onCases.decide)
    router.post("/case/{id}/accept-all", use: onCases.acceptAll)
    router.post("/undo", use: onCases.undo)
    let onItems = ItemActions(desk: self)
    router.post("/problem/{type}/{touchpoint}/open", use: onItems.open)
    router.post("/item/{number}/{command}", use: onItems.change)
  }
}
