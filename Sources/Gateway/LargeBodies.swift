import Identity
import Web

/// Which requests may send more than others: those that send a file, and seem to come from somebody.
///
/// Asked before anything of the body is read, on the thread that reads sockets, so it asks no
/// database. Who really asks is seen later; what is read until then waits on disk.
struct LargeBodies: Sendable {
  let router: Router

  func mayBeLarge(_ request: Request) -> Bool {
    guard request.method == .post, seemsToComeFromSomebody(request) else { return false }
    let path = request.path
    // A kommune is named by the first part of the path, or by its host.
    let rest = path.dropFirst().drop { $0 != "/" }
    return [path[...], rest].contains { takesFile($0, request.method) }
  }

  private func takesFile(_ path: Substring, _ method: Method) -> Bool {
    let isAPI = path.hasPrefix("/api/v1/")
    guard
      case .route(let route, _) = router.match(
        isAPI ? .api : .page, method, isAPI ? path.dropFirst(7) : path)
    else { return false }
    return route.takesFile
  }

  private func seemsToComeFromSomebody(_ request: Request) -> Bool {
    request.headers["Authorization"] != nil
      || request.headers["Cookie"]?.contains("\(Session.cookieName)=") == true
  }
}
