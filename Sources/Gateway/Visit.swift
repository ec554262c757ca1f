import Crypto
import Database
import Identity
import Kernel
import UseCases
import Web

/// One request to one route of one kommune, from who asks to the answer.
struct Visit {
  let desk: Desk
  let request: Request
  let place: Place
  let route: Route
  let parameters: [String: Value]
  private let cookies: Cookies
  private let credential: Authentication.Credential
  private let formSecret: FormSecret

  init(
    _ desk: Desk, _ request: Request, _ place: Place, _ route: Route, _ parameters: [String: Value]
  ) throws {
    self.desk = desk
    self.request = request
    self.place = place
    self.route = route
    self.parameters = parameters
    cookies = Cookies(base: place.base, isSecure: desk.app.publicURL.isSecure)
    credential = try Authentication.Credential(request, door: route.door, cookies)
      .checked(desk.app.settings.machines, at: desk.app.clock.now)
    formSecret = FormSecret(request, credential, cookies)
  }

  /// Answers; a refusal becomes a problem for programs, or the form once more for people.
  func answer(in store: borrowing Store, ids: IDSource) throws -> Response {
    var sent: [String: Value] = [:]
    do {
      sent = try RequestBody.values(of: request, route: route)
      return try perform(sent, in: store, ids: ids)
    } catch let refusal as any Refusal {
      let refusal = noted(refusal, in: store, ids)
      switch route.door {
      case .api:
        return Problem.response(refusal, in: Languages.ofAPI(request), requestID: request.id)
      case .page: return try refused(refusal, sent, in: store, ids: ids)
      }
    }
  }

  private func perform(
    _ sent: [String: Value], in store: borrowing Store, ids: IDSource
  ) throws -> Response {
    let key = try Receipts.key(request, sent, route)
    let now = desk.app.clock.now
    let finding = try found(sent, in: store, ids, now)
    var isUnnoted = false
    let response = try transaction(in: store, access, ids, now) { work, arriving, transaction in
      try refuseForeignForm(sent)
      try work.admit(to: route.permission, changes: route.changes)
      return try Receipts.once(key, request, sent, work, in: transaction) {
        let response = try route.respond(
          work, call(sent, finding) { page(try arriving(), attempt: nil) })
        isUnnoted = try work.arrival().isUnnoted
        return response
      }
    }
    if isUnnoted { try? note(in: store, now) }
    return withCookies(response)
  }

  /// What comes of a slow use case's slow part, which holds no transaction open.
  private func found(
    _ sent: [String: Value], in store: borrowing Store, _ ids: IDSource, _ now: Instant
  ) throws -> (any Sendable)? {
    guard let ask = route.ask else { return nil }
    let find = try transaction(in: store, access, ids, now) { work, arriving, _ in
      try refuseForeignForm(sent)
      try work.admit(to: route.permission, changes: route.changes)
      return try ask(work, call(sent, nil) { page(try arriving(), attempt: nil) })
    }
    return try find()
  }

  /// The refusal as it is told: whoever may not do a thing is told who may, and it is written down.
  private func noted(
    _ refusal: any Refusal, in store: borrowing Store, _ ids: IDSource
  ) -> any Refusal {
    guard refusal as? AccessRefusal == .youMayNotDoThis else { return refusal }
    try? noteRefusal(in: store, ids)
    return OthersMayDoThis(route.permission)
  }

  /// Writes that somebody who is signed in was refused; what was refused itself has left nothing.
  private func noteRefusal(in store: borrowing Store, _ ids: IDSource) throws {
    try transaction(in: store, .write, ids, desk.app.clock.now) { work, _, _ in
      guard let id = work.actor.id else { return }
      try work.recordOnceAnHour("access-refused", id, ["useCase": route.name])
    }
  }

  private func transaction<Result>(
    in store: borrowing Store, _ access: Access, _ ids: IDSource, _ now: Instant,
    _ body: (borrowing Work, @escaping () throws -> Arrival, borrowing Transaction) throws -> Result
  ) throws -> Result {
    try store.transaction(of: place.tenant, access) {
      transaction in
      let arriving = try arriving(transaction, now)
      let work = Work(
        in: transaction, at: now, ids: ids, from: caller, of: desk.app.settings,
        arriving: arriving)
      return try body(work, arriving, transaction)
    }
  }

  private var access: Access { route.writes ? .write : .read }

  private var caller: Caller {
    Caller(
      address: request.address, session: credential.digest,
      device: cookies.value(Session.deviceCookie, in: request).map { Secret(presented: $0).digest },
      attempt: cookies.value(Session.attemptCookie, in: request), home: home)
  }

  /// A kommune with a host of its own is reached there, the others at the instance's address.
  private var home: String {
    guard case .host(let host) = place.name else { return desk.app.publicURL.text + place.base }
    return (desk.app.publicURL.isSecure ? "https://" : "http://") + host
  }

  /// Notes that a session or a token is in use, at most once a minute, after the answer is made.
  private func note(in store: borrowing Store, _ now: Instant) throws {
    try store.transaction(of: place.tenant) { try credential.noteUse(in: $0, at: now) }
  }

  /// Asks for the kommune as it stands now, and for who came.
  private func arriving(
    _ transaction: borrowing Transaction, _ now: Instant
  ) throws -> () throws -> Arrival {
    let found = try Authentication.arriving(
      credential, at: place.tenant, in: transaction, at: now)
    return {
      let arrival = try found()
      guard let arrival, place.name.isOf(arrival.tenant) else {
        desk.app.directory.forget(place.name)
        throw AccessRefusal.thereIsNoSuchRecord
      }
      guard arrival.tenant.status == .active else { throw ServiceRefusal.kommuneIsSuspended }
      return arrival
    }
  }

  /// Shows the form again with what was filled in and why it was refused.
  private func refused(
    _ refusal: any Refusal, _ sent: [String: Value], in store: borrowing Store, ids: IDSource
  ) throws -> Response {
    let attempt = Attempt(action: request.path, values: sent, refusal: refusal)
    let now = desk.app.clock.now
    var response = try store.transaction(of: place.tenant, .read) { transaction in
      let arrival = try arriving(transaction, now)()
      let page = page(arrival, attempt: attempt)
      if refusal.kind == .notSignedIn && !route.changes {
        return page.redirect(to: IdentityPaths.signIn().asking("til", place.path))
      }
      if refusal as? AccessRefusal == .oneTimeCodeComesFirst {
        return page.redirect(to: IdentityPaths.oneTimeCode())
      }
      let work = Work(
        in: transaction, at: now, ids: ids, from: caller, of: desk.app.settings
      ) { arrival }
      return try formAgain(refusal, work, page) ?? RefusalPage.response(refusal, page)
    }
    response.tellWhenToRetry(refusal)
    return withCookies(response)
  }

  private func formAgain(
    _ refusal: any Refusal, _ work: borrowing Work, _ page: Page
  ) throws -> Response? {
    guard let form = route.form, refusal.kind != .notFound,
      case .route(let shown, let values) = desk.app.composition.router.match(
        .page, .get, page.path(of: form, with: parameters))
    else { return nil }
    do {
      let call = Call(values: values, base: place.base, isLenient: true) { page }
      var response = try shown.respond(work, call)
      response.status = refusal.kind.rawValue
      return response
    } catch is any Refusal {
      return nil
    }
  }

  private func call(
    _ sent: [String: Value], _ finding: (any Sendable)?, _ page: @escaping () throws -> Page
  ) -> Call {
    var values = sent.filter { !$0.key.hasPrefix("_") }
    if route.door == .api, route.takesVersion, let version = request.headers["If-Match"] {
      values["version"] = .text(String(version.filter { $0 != "\"" }))
    }
    values.merge(parameters) { $1 }
    return Call(
      values: values, base: place.base,
      isLenient: route.door == .page || request.method.isSafe || route.takesFile,
      finding: finding, page: page)
  }

  private func page(_ arrival: Arrival, attempt: Attempt?) -> Page {
    let done = cookies.value(Page.doneCookie, in: request).flatMap { name in
      desk.app.composition.router.page(named: name)?.done
    }
    return Page(
      tenant: arrival.tenant, actor: arrival.actor,
      language: Languages.ofPage(request, arrival.tenant, cookies),
      base: place.base, path: place.path, formToken: formSecret.token,
      isSecure: desk.app.publicURL.isSecure,
      site: desk.app.composition.site, attempt: attempt, done: done)
  }

  /// What a page leaves behind: the secret of a visitor's forms, the chosen language; and what was
  /// done is said once.
  private func withCookies(_ response: Response) -> Response {
    guard route.door == .page else { return response }
    var response = response
    if route.permission == .signIn, let secret = formSecret.new {
      response.headers.add("Set-Cookie", cookies.setting(FormSecret.cookie, secret, seconds: 3600))
    }
    if let language = Languages.chosen(request) {
      response.headers.add(
        "Set-Cookie",
        cookies.setting(Languages.cookie, language.rawValue, seconds: 365 * 24 * 3600))
    }
    if !route.changes, cookies.value(Page.doneCookie, in: request) != nil {
      response.headers.add("Set-Cookie", cookies.removing(Page.doneCookie))
    }
    return response
  }

  /// Refuses a form that another site sent, or that this browser's pages did not make.
  ///
  /// Who is led back here from another site comes without a form, and shows by other means that they
  /// are expected.
  private func refuseForeignForm(_ sent: [String: Value]) throws {
    guard route.door == .page, !request.method.isSafe else { return }
    guard FormOrigin.isHere(request), case .text(let token) = sent["_token"],
      formSecret.accepts(token)
    else { throw RequestRefusal.formIsNotFromHere }
  }
}
