import Database
import Identity
import Kernel
import UseCases
import Web

/// Onboards a kommune: name and county from the kommune list, words and rules from a preset, and an
/// invitation for its administrator.
package struct AddTenant: Sendable {
  package let number: String
  package let slug: String
  package let preset: String
  package let language: Language
  package let host: String?
  package let administrator: String

  /// An onboarding with what the operator wrote.
  package init(
    number: String, slug: String, preset: String, language: Language, host: String?,
    administrator: String
  ) {
    self.number = number
    self.slug = slug
    self.preset = preset
    self.language = language
    self.host = host
    self.administrator = administrator
  }

  /// A kommune that was just onboarded.
  package struct Outcome: Sendable {
    package let tenant: Tenant
    package let invitation: Invitation
  }

  /// - Throws: `Refusal`, with nothing added.
  package func perform(
    in store: borrowing Store, migrator: Migrator, at now: Instant, ids: IDSource,
    of instance: InstanceSettings = .unset
  ) throws -> Outcome {
    let checked = try check()
    var outcome: Outcome?
    try store.addTenant(migrator: migrator, at: now) { catalog in
      try register(checked.kommune, in: catalog, at: now)
    } seed: { transaction, id in
      guard let tenant = try transaction.tenant(id) ?? checked.tenant(id, self) else {
        throw Refusal.kommuneNumberIsUnknown
      }
      try checked.preset.seed(transaction)
      let work = Work(in: transaction, for: tenant, by: .host, at: now, ids: ids, of: instance)
      var input = Input([
        "name": .text("Administrator"), "email": .text(checked.administrator.text),
        "role": .text(Role.administrator.rawValue),
      ])
      let addition = AddPerson(&input)
      try input.finish()
      outcome = Outcome(tenant: tenant, invitation: try work.perform(addition))
    }
    guard let outcome else { throw Refusal.kommuneNumberIsUnknown }
    return outcome
  }

  private struct Checked {
    let kommune: KommuneList.Entry
    let preset: Preset
    let administrator: EmailAddress

    /// The kommune before its line in the catalog can be seen from its own file.
    func tenant(_ id: TenantID, _ request: AddTenant) -> Tenant? {
      Tenant(
        id, request.slug, kommune.name, kommune.county, request.host, request.language,
        preset.code, .active)
    }
  }

  private func check() throws(Refusal) -> Checked {
    guard let kommune = KommuneList.kommune(number: number) else {
      throw .kommuneNumberIsUnknown
    }
    guard Slug.isValid(slug) else { throw .slugCannotBeUsed }
    guard let preset = Preset.named(preset) else { throw .presetIsUnknown }
    guard let administrator = EmailAddress(administrator) else { throw .emailCannotBeRead }
    if let host, !Slug.isHost(host) { throw .hostCannotBeUsed }
    return Checked(kommune: kommune, preset: preset, administrator: administrator)
  }

  private func register(
    _ kommune: KommuneList.Entry, in catalog: borrowing Transaction, at now: Instant
  ) throws -> TenantID {
    let holder: String? = try catalog.value(
      """
      SELECT t.slug FROM catalog.tenant_number n JOIN catalog.tenant t ON t.tenant_id = n.tenant_id
      WHERE n.number = \(number) AND n.valid_to IS NULL
      """)
    guard holder == nil else { throw Refusal.kommuneIsAlreadyHere }
    guard try catalog.tenant(slug: slug) == nil else { throw Refusal.slugIsTaken }
    if let host, try catalog.tenant(host: host) != nil { throw Refusal.hostIsTaken }
    let id: Int? = try catalog.value(
      """
      INSERT INTO catalog.tenant
        (tenant_id, slug, name, county, host, language, preset, status, created_at)
      SELECT coalesce(max(g.tenant_id), 0) + 1, CAST(\(slug) AS text), CAST(\(kommune.name) AS text),
        CAST(\(kommune.county) AS text), CAST(\(host) AS text), CAST(\(language) AS text),
        CAST(\(preset) AS text), CAST(\(TenantStatus.active) AS text), CAST(\(now) AS bigint)
      FROM (SELECT tenant_id FROM catalog.tenant
        UNION ALL SELECT tenant_id FROM catalog.erased_tenant) g
      RETURNING tenant_id
      """)
    let tenant = TenantID(id ?? 0)
    for period in KommuneList.history(of: number) {
      try catalog.run(
        """
        INSERT INTO catalog.tenant_number (number, tenant_id, valid_from, valid_to)
        VALUES (\(period.number), \(tenant), \(period.from), \(period.to))
        """)
    }
    return tenant
  }
}
