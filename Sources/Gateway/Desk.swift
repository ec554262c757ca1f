import Database
import HTML
import Identity
import Kernel
import UseCases
import Web

/// One worker's desk: takes a request, finds the kommune and the route, and answers.
final class Desk {
  let app: Application
  private let store: Store
  private let ids = IDSource()

  init(_ app: Application) {
    self.app = app
    store = Store(app.location, log: app.statements)
  }

  func respond(to request: Request) -> Response {
    var response: Response
    do {
      response = try answer(request)
    } catch {
      response = Failure.response(error, to: request, log: app.log)
    }
    SecurityHeaders.add(to: &response, isSecure: app.publicURL.isSecure)
    return response
  }

  private func answer(_ request: Request) throws -> Response {
    if request.path == "/readyz" { return try readiness() }
    try app.limiter?.admit(request, at: app.clock.now)
    let own = try kommune(ofHost: request)
    if let asset = Assets.response(request.path) { return asset }
    switch request.path {
    case "/api/v1/openapi.json": return OpenAPI.response(for: app.composition.routes)
    case "/" where own == nil: return try instanceFrontPage(request)
    default: break
    }
    let place = try place(of: request, own)
    switch app.composition.router.match(place.door, request.method, place.path) {
    case .nothing: throw AccessRefusal.thereIsNoSuchRecord
    case .otherMethods(let methods):
      try refuseWhatIsGone(place)
      if let form = form(at: place, request) { return form }
      var response = Failure.response(
        ServiceRefusal.methodNotAllowed, to: request, log: app.log)
      response.headers.set("Allow", methods.map(\.rawValue).joined(separator: ", "))
      return response
    case .route(let route, let parameters):
      do {
        return try Visit(self, request, place, route, parameters).answer(in: store, ids: ids)
      } catch let error as DatabaseError where error.kind == .unreachable {
        // On SQLite an erased kommune's file is gone, while its name may be remembered here.
        try refuseWhatIsGone(place)
        throw error
      }
    }
  }

  /// Looks again whether a remembered name still leads to the kommune.
  private func refuseWhatIsGone(_ place: Place) throws {
    app.directory.forget(place.name)
    guard try lookUp(place.name) == place.tenant else { throw AccessRefusal.thereIsNoSuchRecord }
  }

  /// The page whose form is sent to this address, for people who come back to it by hand.
  private func form(at place: Place, _ request: Request) -> Response? {
    guard place.door == .page, request.method.isSafe,
      case .route(let route, let parameters) = app.composition.router.match(
        .page, .post, place.path), let form = route.form
    else { return nil }
    let target = place.base + form.filled(from: parameters).path
    return Response(303, headers: ["Location": Link(path: target).text])
  }

  /// Where in which kommune a request goes: by host name, or by the first part of the path.
  private func place(of request: Request, _ own: (TenantName, TenantID)?) throws -> Place {
    if let (name, id) = own { return Place(tenant: id, name: name, base: "", rest: request.path) }
    let path = request.path.dropFirst()
    let slug = String(path.prefix { $0 != "/" })
    guard let id = try lookUp(.slug(slug)) else { throw AccessRefusal.thereIsNoSuchRecord }
    return Place(
      tenant: id, name: .slug(slug), base: "/\(slug)", rest: String(path.dropFirst(slug.count)))
  }

  /// The kommune that has the host for its own; nil on the instance's host.
  ///
  /// - Throws: `ServiceRefusal.hostIsNotServedHere` for every other one.
  private func kommune(ofHost request: Request) throws -> (TenantName, TenantID)? {
    let host = HostName.of(request)
    guard !HostName.isOf(host, app.publicURL) else { return nil }
    guard let id = try lookUp(.host(host)) else { throw ServiceRefusal.hostIsNotServedHere }
    return (.host(host), id)
  }

  private func lookUp(_ name: TenantName) throws -> TenantID? {
    if let id = app.directory.id(of: name) { return id }
    let tenant = try store.catalog { transaction in
      switch name {
      case .slug(let slug): try transaction.tenant(slug: slug)
      case .host(let host): try transaction.tenant(host: host)
      }
    }
    guard let tenant else { return nil }
    app.directory.remember(tenant.id, as: name)
    return tenant.id
  }

  private func readiness() throws -> Response {
    let standing = try app.composition.migrator.standing(of: store)
    return standing == .upToDate
      ? .text(200, "ready\n") : .text(503, "the database is not up to date: run samrad migrate\n")
  }

  private func instanceFrontPage(_ request: Request) throws -> Response {
    let tenants = try store.catalog { try $0.tenants() }
    return InstanceFrontPage.response(tenants.filter { $0.status == .active })
  }
}

/// Where a request goes.
struct Place {
  let tenant: TenantID
  /// What led there.
  let name: TenantName
  /// What stands before every path of the kommune.
  let base: String
  let door: Route.Door
  /// The path below the kommune, or below its API.
  let path: String

  init(tenant: TenantID, name: TenantName, base: String, rest: String) {
    self.tenant = tenant
    self.name = name
    self.base = base
    let isAPI = rest == "/api/v1" || rest.hasPrefix("/api/v1/")
    door = isAPI ? .api : .page
    path = isAPI ? String(rest.dropFirst(7)) : rest
  }
}
