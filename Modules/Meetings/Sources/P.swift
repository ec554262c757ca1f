import Database
import Web
package enum MeetingsModule { package static let migrations: [Migration] = []; package static var routes: [Route] { [] } }
package enum MeetingsPaths { package static let resolutions: Path = "/vedtak" }
