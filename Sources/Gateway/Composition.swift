import Councils
import Database
import HTML
import Identity
import Kernel
import Meetings
import Notices
import Tenancy
import UseCases
import Web

/// The whole house: the only file that knows every module.
package struct Composition: Sendable {
  /// Every step of every module's schema, in the order they are applied.
  package let migrator = Migrator(
    EventLog.migrations + IdentityModule.migrations + NoticesModule.migrations
      + Receipts.migrations
      + TenancyModule.migrations + CouncilsModule.migrations + MeetingsModule.migrations
      + TenancyModule.farewells)

  /// Every way in.
  package let routes: [Route]

  /// What is the same on every page.
  let site = Site(
    stylesheet: Link(path: Assets.stylesheetPath), icon: Link(path: Assets.iconPath),
    menu: [
      MenuItem(Text(nb: "Råd", nn: "Råd"), CouncilsPaths.councils),
      MenuItem(Text(nb: "Vedtak og svar", nn: "Vedtak og svar"), MeetingsPaths.resolutions),
      MenuItem(Text(nb: "Enheter", nn: "Einingar"), TenancyPaths.units),
    ],
    ownMenu: [
      MenuItem(Text(nb: "Mine råd", nn: "Mine råd"), CouncilsPaths.ownCouncils),
      MenuItem(Text(nb: "Hendelser", nn: "Hendingar"), IdentityPaths.events, for: .readEventLog),
      MenuItem(
        Text(nb: "Engangskoder", nn: "Eingongskodar"), IdentityPaths.codeDemand,
        for: .manageLogins),
    ],
    front: TenancyPaths.front, signIn: IdentityPaths.signIn, signOut: IdentityPaths.signOut,
    account: IdentityPaths.account)

  /// Everything that can happen, with its words.
  package let events =
    IdentityModule.events + TenancyModule.events + CouncilsModule.events + MeetingsModule.events

  /// What happens by itself, in every kommune.
  package let jobs = CouncilsModule.jobs

  let router: Router

  /// Puts the house together; tests add routes of their own.
  package init(adding others: [Route] = []) {
    routes =
      IdentityModule.routes + IdentityModule.eventRoutes(naming: events) + TenancyModule.routes
      + CouncilsModule.routes + MeetingsModule.routes
      + others
    router = Router(routes)
  }
}
