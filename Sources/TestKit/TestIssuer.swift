import HTTPClient
import Kernel
import OpenID
import Synchronization

/// A made-up issuer on this machine, which answers without a network: its description, its keys,
/// and tokens as a test wants them.
package final class TestIssuer: Sendable {
  /// Its name, and what stands before all its addresses.
  package let name: String
  private let state: Mutex<State>

  private struct State: Sendable {
    var keys: [(name: String, key: SigningKey)]
    var asked: [String] = []
    var failure: HTTPClient.Failure?
    var description: String?
    var keyList: String?
  }

  /// An issuer of that name with one key, called `first`.
  package init(_ name: String = "http://127.0.0.1:7001", key: SigningKey) {
    self.name = name
    state = Mutex(State(keys: [("first", key)]))
  }

  /// The addresses that were asked, in order.
  package var asked: [String] { state.withLock { $0.asked } }

  /// Why it does not answer, when it does not.
  package var failure: HTTPClient.Failure? {
    get { state.withLock { $0.failure } }
    set { state.withLock { $0.failure = newValue } }
  }

  /// What it says of itself, when that is not the truth.
  package var description: String? {
    get { state.withLock { $0.description } }
    set { state.withLock { $0.description = newValue } }
  }

  /// Its list of keys, when that is not as it should be.
  package var keyList: String? {
    get { state.withLock { $0.keyList } }
    set { state.withLock { $0.keyList = newValue } }
  }

  /// Throws its keys away for another one.
  package func changeKey(to key: SigningKey, named name: String) {
    state.withLock { $0.keys = [(name, key)] }
  }

  /// How the directory asks it.
  package func answer(_ address: WebAddress) throws(HTTPClient.Failure) -> HTTPClient.Answer {
    let asked = String(address.text.dropFirst(name.count))
    let now = state.withLock { state -> State in
      state.asked.append(asked)
      return state
    }
    if let failure = now.failure { throw failure }
    let body = body(of: address.text, now)
    return HTTPClient.Answer(status: body == nil ? 404 : 200, body: Array((body ?? "").utf8))
  }

  private func body(of address: String, _ state: State) -> String? {
    guard !address.hasSuffix("/keys") else {
      if let list = state.keyList { return list }
      let keys = state.keys.map { "{\"kid\":\"\($0.name)\",\"use\":\"sig\",\($0.key.members)}" }
      return "{\"keys\":[\(keys.joined(separator: ","))]}"
    }
    let base = name.hasSuffix("/") ? String(name.dropLast()) : name
    return state.description ?? """
      {"issuer":"\(name)","authorization_endpoint":"\(base)/authorize",
      "token_endpoint":"\(base)/token","jwks_uri":"\(base)/keys",
      "end_session_endpoint":"\(base)/logout"}
      """
  }

  /// A token with these claims, signed with the issuer's key.
  package func token(_ claims: [String: String]) throws -> String {
    let (name, key) = state.withLock { $0.keys[0] }
    return try key.token("{\"alg\":\"RS256\",\"kid\":\"\(name)\"}", Self.object(claims))
  }

  /// A JSON object of values that are JSON already.
  package static func object(_ members: [String: String]) -> String {
    let lines = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{\(lines.joined(separator: ","))}"
  }
}
