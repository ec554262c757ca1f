import Crypto
import Database
import Kernel
import OpenID
import UseCases
import Web

/// Lets in whoever comes back from an issuer with a good answer.
package struct FinishLogin: SlowUseCase, Readable {
  let login: String
  let state: String
  let code: String
  let error: String
  let issuer: String?

  /// What it gives back.
  package typealias Outcome = Session
  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    login = input.text("login", "The login's name.")
    state = input.optionalOpaque("state", max: 500, "What the issuer was to send back.") ?? ""
    code = input.optionalOpaque("code", max: 4000, "What the issuer gave.") ?? ""
    error = input.optionalOpaque("error", max: 500, "Why the issuer gave nothing.") ?? ""
    issuer = input.optionalOpaque("iss", max: 500, "Who the issuer says it is.")
  }

  /// Uses the attempt up, whatever comes of it.
  ///
  /// - Throws: `LoginRefusal`; `Throttle.Refusal.tooManyTries`.
  package func ask(in work: borrowing Work) throws -> Question {
    try Throttle.count([.address(work.caller)], in: work)
    let login = try Login.named(login, in: work).orNotFound()
    guard let key = work.instance.key else { throw LoginRefusal.instanceHasNoKey }
    let tenant = try work.tenant
    guard let cookie = work.caller.attempt,
      let attempt = LoginAttempt(sealed: cookie, with: key, of: tenant),
      attempt.login == login.name, LoginQuestion(seed: cookie).isAnswered(by: state)
    else { throw LoginRefusal.answerFitsNoQuestion }
    guard attempt.endsAt > work.now else { throw LoginRefusal.answerCameTooLate }
    try useUp(cookie, until: attempt.endsAt, in: work)
    guard error.isEmpty, !code.isEmpty else { throw LoginRefusal.loginWasCalledOff }
    let label = Login.seal(tenant, login.issuer, login.client)
    guard let secret = key.open(login.sealedSecret, label),
      let proof = ClientProof(file: secret, keyName: login.keyName)
    else { throw LoginRefusal.instanceHasNoKey }
    return Question(
      login: login, attempt: attempt, seed: cookie, proof: proof,
      answerTo: work.caller.home + IdentityPaths.answer(login.name).path, now: work.now,
      issuers: .shared)
  }

  /// The slow part: the code is exchanged, and what it stands for is checked.
  ///
  /// - Throws: `LoginRefusal`.
  package func find(_ question: Question) throws -> Finding {
    try LoginRefusal.telling {
      let login = question.login
      let asked = LoginQuestion(seed: question.seed)
      let issuer = try login.described(by: question.issuers, at: question.now)
      guard self.issuer.map({ Secret.equal($0, issuer.name) }) ?? !issuer.namesItselfInAnswers
      else { throw TokenProblem.isFromAnotherIssuer }
      let tokens = try TokenExchange(
        issuer: issuer, client: login.client, proof: question.proof, answerTo: question.answerTo
      ).tokens(for: code, of: asked, at: question.now, asking: question.issuers)
      let rules = IdentityTokenRules(
        issuer: issuer, client: login.client, nonce: asked.nonce, levels: login.levels)
      let subject = try rules.subject(
        of: tokens.identity, beside: tokens.access, keys: question.issuers, at: question.now)
      return Finding(login: login, purpose: question.attempt.purpose, subject: subject)
    }
  }

  /// - Throws: `LoginRefusal`, also when the login was removed in the meantime.
  package func perform(with finding: Finding, in work: borrowing Work) throws -> Session {
    let now = try Login.named(login, in: work).orNotFound()
    guard now.id == finding.login.id else { throw LoginRefusal.answerFitsNoQuestion }
    let subject = finding.subject
    let person: ID<Person> =
      switch finding.purpose {
      case .signIn: try LoginHolder.person(with: subject, in: work)
      case .accept(let invitation):
        try LoginHolder.accept(invitation, with: subject, login: login, in: work)
      case .link(let person): try LoginHolder.link(subject, to: person, login: login, in: work)
      }
    try Throttle.uncount(.address(work.caller), in: work)
    var session = try Session.start(for: person, in: work)
    let isOver = subject.session.map { SHA256($0).hex }
    try work.run(
      """
      UPDATE identity_session SET issuer = \(subject.issuer), issuer_session = \(isOver)
      WHERE token_hash = \(Secret(presented: session.token).digest)
      """)
    switch finding.purpose {
    case .signIn(let next): session.next = Target(returning: next)
    case .accept: break
    case .link: session.next = IdentityPaths.ownLogins()
    }
    return session
  }

  /// An attempt is good for one answer, also in another worker or on another machine.
  private func useUp(_ cookie: String, until endsAt: Instant, in work: borrowing Work) throws {
    try work.run("DELETE FROM identity_login_answer WHERE forgotten_at <= \(work.now)")
    let isFirst = try work.run(
      """
      INSERT INTO identity_login_answer (attempt_hash, forgotten_at)
      VALUES (\(Secret(presented: cookie).digest), \(endsAt)) ON CONFLICT DO NOTHING
      """)
    guard isFirst == 1 else { throw LoginRefusal.answerFitsNoQuestion }
  }

  /// What must be known to ask the issuer.
  package struct Question: Sendable {
    let login: Login
    let attempt: LoginAttempt
    let seed: String
    let proof: ClientProof
    let answerTo: String
    let now: Instant
    let issuers: IssuerDirectory
  }

  /// Who it is.
  package struct Finding: Sendable {
    let login: Login
    let purpose: LoginAttempt.Purpose
    let subject: SignedInSubject
  }
}

extension FinishLogin {
  static let routes = Route.passing(
    Self.self, .get, page: IdentityPaths.answer, form: IdentityPaths.signIn,
    "Come back from an issuer, signed in."
  ) { session, page in
    var response = page.redirect(to: Session.target(session))
    for cookie in Session.cookies(session, page) { response.headers.add("Set-Cookie", cookie) }
    response.headers.add("Set-Cookie", page.cookies.removing(LoginAttempt.cookieName))
    return response
  }
}
