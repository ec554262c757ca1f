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

  init(
    _ desk: Desk, _ request: Request, _ place: Place, _ route: Route, _ parameters: [String: Value]
  ) {
    self.desk = desk
    self.request = request
    self.place = place
    self.route = route
    self.parameters = parameters
  }

  /// Answers; a refusal becomes a problem for programs, or the form once more for people.
  func answer(in store: borrowing Store, ids: IDSource) throws -> Response {
    var sent: [String: Value] = [:]
    do {
      sent = try RequestBody.values(of: request, route: route)
      return try perform(sent, in: store, ids: ids)
    } catch let refusal as any Refusal {
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
    let credential = Authentication.Credential(request, door: route.door)
    return try store.transaction(of: place.tenant, route.changes ? .write : .read) { transaction in
      let arriving = try arriving(credential, transaction, now)
      let work = Work(in: transaction, at: now, ids: ids, arriving: arriving)
      if route.changes { try refuseForeignForm(sent, try work.arrival().actor, credential) }
      return try Receipts.once(key, request, work, in: transaction) {
        let response = try route.respond(
          work, call(sent) { page(try arriving(), credential, attempt: nil) })
        _ = try work.arrival()
        return response
      }
    }
  }

  /// Asks for the kommune as it stands now, and for who came.
  private func arriving(
    _ credential: Authentication.Credential, _ transaction: borrowing Transaction, _ now: Instant
  ) throws -> () throws -> Arrival {
    let found = try Authentication.arriving(
      credential, at: place.tenant, in: transaction, at: now)
    return {
      let arrival = try found()
      guard let arrival, arrival.tenant.slug == place.name || arrival.tenant.host == place.name
      else {
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
    let credential = Authentication.Credential(request, door: route.door)
    return try store.transaction(of: place.tenant, .read) { transaction in
      let arrival = try arriving(credential, transaction, now)()
      let page = page(arrival, credential, attempt: attempt)
      if refusal.kind == .notSignedIn && !route.changes {
        return page.redirect(to: IdentityPaths.signIn())
      }
      let work = Work(in: transaction, at: now, ids: ids) { arrival }
      return try formAgain(refusal, work, page) ?? RefusalPage.response(refusal, page)
    }
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
    _ sent: [String: Value], _ page: @escaping () throws -> Page
  ) -> Call {
    var values = sent.filter { !$0.key.hasPrefix("_") }
    if route.door == .api, route.takesVersion, let version = request.headers["If-Match"] {
      values["version"] = .text(String(version.filter { $0 != "\"" }))
    }
    values.merge(parameters) { $1 }
    return Call(
      values: values, base: place.base, isLenient: route.door == .page || request.method.isSafe,
      page: page)
  }

  private func page(
    _ arrival: Arrival, _ credential: Authentication.Credential, attempt: Attempt?
  ) -> Page {
    let done = RequestBody.query(of: request)["gjort"].flatMap { name -> Text? in
      guard case .text(let name) = name else { return nil }
      return desk.app.composition.router.page(named: name)?.done
    }
    return Page(
      tenant: arrival.tenant, actor: arrival.actor,
      language: Languages.ofPage(request, arrival.tenant),
      base: place.base, path: place.path, formToken: credential.formToken,
      isSecure: desk.app.publicURL.isSecure,
      site: desk.app.composition.site, attempt: attempt, done: done)
  }

  /// Refuses a form that another site sent, or that this session's pages did not make.
  private func refuseForeignForm(
    _ sent: [String: Value], _ actor: Actor, _ credential: Authentication.Credential
  ) throws {
    guard route.door == .page, route.changes else { return }
    guard FormOrigin.isHere(request) else { throw RequestRefusal.formIsNotFromHere }
    guard actor.isSignedIn else { return }
    guard case .text(let token) = sent["_token"], credential.accepts(formToken: token) else {
      throw RequestRefusal.formIsNotFromHere
    }
  }
}
