internal import CMicroHTTPD
internal import Web

/// What happens in the library's callbacks; none of it may block.
final class RequestHandler: Sendable {
  let configuration: ServerConfiguration
  let connections: ConnectionTable
  let queue: JobQueue
  private let requestGuard: RequestGuard
  private let clientAddress: ClientAddress
  private let onDisk: Places
  let inMemory: Places

  init(_ configuration: ServerConfiguration) {
    self.configuration = configuration
    connections = ConnectionTable(limits: configuration.limits)
    queue = JobQueue(capacity: configuration.limits.queueLength)
    requestGuard = RequestGuard(
      limits: configuration.limits, acceptsHost: configuration.acceptsHost)
    clientAddress = ClientAddress(trustedProxies: configuration.trustedProxies)
    onDisk = Places(configuration.limits.largeBodies)
    inMemory = Places(configuration.limits.largeBodiesInMemory)
  }

  /// The header is in: refuse, or read on.
  func begin(_ exchange: Exchange, _ head: WireHead, on connection: OpaquePointer) -> Bool {
    exchange.hasBegun = true
    do throws(RequestRefusal) {
      if head.size > configuration.limits.headerBytes { throw .headerTooLarge }
      if !head.isExact { throw .malformed("A line ends in the wrong way or hides something.") }
      let facts = try requestGuard.examine(
        method: head.method, target: exchange.target, version: head.version, fields: head.fields
      ) { configuration.mayBeLarge(request(exchange, $0, head.fields)) }
      exchange.request = request(exchange, facts, head.fields)
      if let length = facts.bodyLength, length > configuration.limits.bodyBytes,
        !expect(length, of: exchange)
      {
        connections.began(exchange, hasBody: false)
        return send(busy(), for: exchange, on: connection, closing: true)
      }
      connections.began(exchange, hasBody: facts.hasBody)
      return true
    } catch {
      connections.began(exchange, hasBody: false)
      return refuse(exchange, error, on: connection)
    }
  }

  /// Makes room for a large body; false when there is none.
  private func expect(_ length: Int, of exchange: Exchange) -> Bool {
    guard let place = onDisk.take(),
      let body = try? LargeBody(length: length, limits: configuration.limits, place: place)
    else { return false }
    exchange.largeBody = body
    exchange.allowance = configuration.limits.allowance(for: length)
    return true
  }

  /// A piece of the body is in; false closes the connection.
  func receive(_ piece: UnsafeRawBufferPointer, of exchange: Exchange) -> Bool {
    exchange.bytesReceived += piece.count
    if let body = exchange.largeBody {
      do throws(SpoolError) { try body.append(piece) } catch { exchange.isLost = true }
      return true
    }
    let limit = configuration.limits.bodyBytes
    if exchange.bytesReceived <= limit {
      exchange.request?.body.append(contentsOf: piece)
    } else {
      exchange.request?.body = []
    }
    // NB: an answer can only be queued at the end of the body, so a little too much is read and
    // thrown away for the sake of a clear 413; far too much is not.
    return exchange.bytesReceived <= 4 * limit + 65_536
  }

  /// Everything is in, or the worker is done: answer, or give the request to a worker.
  func proceed(_ exchange: Exchange, on connection: OpaquePointer) -> Bool {
    if let answer = exchange.answer { return send(answer, for: exchange, on: connection) }
    guard let request = exchange.request else { return false }
    if exchange.isLost {
      configuration.log("No room on disk for the body of request \(exchange.id).")
      return send(busy(), for: exchange, on: connection)
    }
    if exchange.largeBody == nil, exchange.bytesReceived > configuration.limits.bodyBytes {
      return refuse(exchange, .bodyTooLarge, on: connection)
    }
    connections.received(exchange)
    if let answer = configuration.immediate(request) {
      return send(answer, for: exchange, on: connection)
    }
    let job = Job(request: request, exchange: exchange)
    if queue.offer(job, prepare: { exchange.suspend(connection) }) { return true }
    return send(busy(), for: exchange, on: connection)
  }

  /// The answer is out, or the connection broke before it was.
  func completed(_ exchange: Exchange, status: Int) {
    connections.completed(exchange.socket)
    guard let onAccess = configuration.onAccess else { return }
    let path = exchange.target.prefix { $0 != UInt8(ascii: "?") }
    onAccess(
      AccessRecord(
        method: exchange.request?.method.rawValue ?? "-",
        path: exchange.request?.path ?? String(decoding: path, as: UTF8.self),
        status: status, bytes: exchange.sent?.bytes ?? 0,
        microseconds: Uptime.now - exchange.started, requestID: exchange.id,
        address: exchange.request?.address ?? exchange.peer))
  }

  /// What is said when there is no room, or no time left, for a request.
  func busy() -> Response {
    var response = configuration.refusalResponse(503, "The server is busy. Try again shortly.")
    response.headers.set("Retry-After", String(configuration.limits.retryAfterSeconds))
    return response
  }

  /// Runs a request on a worker's thread, with its large body fetched from disk.
  func run(_ job: Job, _ answer: (Request) -> Response) -> Response {
    guard let body = job.exchange.largeBody else { return answer(job.request) }
    guard let place = inMemory.take() else { return busy() }
    var request = job.request
    request.isTooLarge = body.isTooLarge
    do throws(SpoolError) { request.body = try body.contents() } catch { return busy() }
    return withExtendedLifetime(place) { answer(request) }
  }

  private func request(
    _ exchange: Exchange, _ facts: RequestFacts, _ fields: [RawField]
  ) -> Request {
    var headers: Headers = [:]
    let isTrusted = clientAddress.trusts(exchange.peer)
    for field in fields {
      let name = String(decoding: field.name, as: UTF8.self)
      if !isTrusted && ClientAddress.isForwarding(name) { continue }
      headers.add(name, String(decoding: field.trimmedValue, as: UTF8.self))
    }
    return Request(
      facts.method, facts.path, query: facts.query, headers: headers,
      address: clientAddress.resolve(peer: exchange.peer, headers: headers), id: exchange.id)
  }

  private func refuse(
    _ exchange: Exchange, _ refusal: RequestRefusal, on connection: OpaquePointer
  ) -> Bool {
    var response = configuration.refusalResponse(refusal.status, refusal.title)
    if refusal.status == 405 { response.headers.set("Allow", allow(exchange)) }
    return send(response, for: exchange, on: connection, closing: true)
  }

  /// What 405 must say: the methods of that address, or of any where there is none.
  private func allow(_ exchange: Exchange) -> String {
    let path = exchange.target.prefix { $0 != UInt8(ascii: "?") }
    let methods = configuration.methods(String(decoding: path, as: UTF8.self))
    return (methods.isEmpty ? Method.allCases : methods).map(\.rawValue).joined(separator: ", ")
  }

  private func send(
    _ response: Response, for exchange: Exchange, on connection: OpaquePointer,
    closing: Bool = false
  ) -> Bool {
    let reply = Reply(
      response: response, requestID: exchange.id,
      closes: closing || configuration.stopping.isRaised, log: configuration.log)
    let isHead = exchange.request?.method == .head
    exchange.sent = (reply.status, isHead ? 0 : reply.size)
    if response.spool != nil { connections.allow(reply.size, to: exchange) }
    return reply.queue(on: connection)
  }
}
