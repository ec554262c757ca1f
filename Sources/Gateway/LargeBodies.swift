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
    return router.routes(request.method, request.path).contains(where: \.takesFile)
  }

  private func seemsToComeFromSomebody(_ request: Request) -> Bool {
    request.headers["Authorization"] != nil
      || request.headers["Cookie"]?.contains("\(Session.cookieName)=") == true
  }
}
