import Database
import Kernel
import Synchronization
import TestKit
import Testing
import UseCases
import Web

@testable import Gateway

@Suite struct LogLineTests {
  @Test(arguments: ["a\nb", "a\r\nb", "a\u{1B}b", "a\0b", "a\u{85}b", "\na\u{7F}\u{7}b\n"])
  func anErrorIsOneLine(_ text: String) throws {
    let lines = Mutex<[String]>([])
    let application = Application(
      at: .sqlite(folder: "/proc/nowhere"), settings: Kommune.settings,
      log: { line in lines.withLock { $0.append(line) } })

    application.log(text)

    #expect(lines.withLock { $0 } == ["a b"])
  }

  @Test func anErrorHoldsNoIdentityNumber() {
    let number = SyntheticNumber.example
    #expect(!LogLine.of("near \(number.prefix(6))\n\(number.suffix(5))").contains(number.suffix(5)))
  }
}
