import HTTPClient
import Kernel
import OpenID
import Synchronization
import Web

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
    var tokens: (@Sendable ([String: String]) throws -> String?)?
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

  /// A directory that knows this issuer alone.
  package var directory: IssuerDirectory {
    IssuerDirectory { (address, form, _) throws(HTTPClient.Failure) in
      try self.answer(address, form)
    }
  }

  /// A directory that knows these issuers and nobody else.
  package static func directory(of issuers: [TestIssuer]) -> IssuerDirectory {
    IssuerDirectory { (address, form, _) throws(HTTPClient.Failure) in
      guard let issuer = issuers.first(where: { address.text.hasPrefix($0.name) }) else {
        throw .cannotBeReached
      }
      return try issuer.answer(address, form)
    }
  }

  /// How a directory asks it.
  private func answer(
    _ address: WebAddress, _ form: String?
  ) throws(HTTPClient.Failure) -> HTTPClient.Answer {
    let asked = String(address.text.dropFirst(name.count))
    let now = state.withLock { state -> State in
      state.asked.append(asked)
      return state
    }
    if let failure = now.failure { throw failure }
    if let form { return try exchange(form, now) }
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

  /// What is given for a code; nil when the code is refused.
  package var tokens: (@Sendable (_ form: [String: String]) throws -> String?)? {
    get { state.withLock { $0.tokens } }
    set { state.withLock { $0.tokens = newValue } }
  }

  private func exchange(
    _ form: String, _ state: State
  ) throws(HTTPClient.Failure) -> HTTPClient.Answer {
    let fields = form.split(separator: "&").compactMap { field -> (String, String)? in
      let halves = field.split(separator: "=", maxSplits: 1).compactMap { percentDecoded($0) }
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
    guard let token = try? state.tokens?(Dictionary(fields) { $1 }) else {
      return HTTPClient.Answer(status: 400, body: Array("{\"error\":\"invalid_grant\"}".utf8))
    }
    let body = "{\"token_type\":\"Bearer\",\"access_token\":\"a\",\"id_token\":\"\(token)\"}"
    return HTTPClient.Answer(status: 200, body: Array(body.utf8))
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
