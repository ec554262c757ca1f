// swift-tools-version: 6.2
//
// The architecture on one page: what may import what. ArchitectureTests hold it.

import PackageDescription

/// Settings of every target: no warning survives.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// As `house`, and the compiler proves that no unsafe pointer is touched.
let strict = house + [.strictMemorySafety()]

/// A domain module and its tests.
///
/// `uses` is the complete list of modules it may import.
func module(_ name: String, uses: [String] = [], resources: [Resource] = []) -> [Target] {
  let platform: [Target.Dependency] = ["Kernel", "Database", "HTML", "UseCases", "Web", "Identity"]
  return [
    .target(
      name: name, dependencies: platform + uses.map { .target(name: $0) },
      path: "Modules/\(name)", exclude: ["README.md", "Tests"], sources: ["Sources"],
      resources: resources,
      swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests",
      dependencies: platform + uses.map { .target(name: $0) } + [.target(name: name), "TestKit"],
      path: "Modules/\(name)/Tests", swiftSettings: house),
  ]
}

/// A part of the platform beneath the modules.
///
/// It knows nothing of councils.
func platform(
  _ name: String, uses: [Target.Dependency] = [], touchesC: Bool = false,
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: uses, resources: resources,
    swiftSettings: touchesC ? house : strict)
}

/// A C library that Debian maintains.
func library(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// Tests of what no single module can test.
func tests(_ name: String, of uses: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: uses + ["TestKit"], path: "Tests/\(name)",
    resources: resources, swiftSettings: house)
}

let package = Package(
  name: "samrad",
  targets: [
    library("CPostgreSQL", pkgConfig: "libpq", debian: "libpq-dev"),
    library("CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
    library("CMicroHTTPD", pkgConfig: "libmicrohttpd", debian: "libmicrohttpd-dev"),
    library("CSodium", pkgConfig: "libsodium", debian: "libsodium-dev"),
    library("CJansson", pkgConfig: "jansson", debian: "libjansson-dev"),
    library("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    library("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),

    library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    library("CQREncode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),

    platform("Kernel"),
    platform("Crypto", uses: ["CSodium", "CCrypto"], touchesC: true),
    platform("Database", uses: ["Kernel", "CPostgreSQL", "CSQLite", "Crypto"], touchesC: true),
    platform("HTML", uses: ["Kernel"]),
    platform("QRCode", uses: ["HTML", "CQREncode"], touchesC: true),
    platform("UseCases", uses: ["Kernel", "Database", "Crypto"]),
    platform(
      "Web", uses: ["Kernel", "HTML", "Database", "UseCases", "Crypto", "CJansson"], touchesC: true),
    platform("Files", uses: ["Kernel", "Database", "Web", "Crypto", "CZlib"], touchesC: true),
    platform("Transport", uses: ["Kernel", "Web", "CMicroHTTPD"], touchesC: true),
    platform("HTTPClient", uses: ["CCurl"], touchesC: true),
    platform("OpenID", uses: ["Kernel", "Crypto", "Web", "HTTPClient"]),
    platform("SMTPClient", uses: ["CCurl"], touchesC: true),
    platform("Notices", uses: ["Kernel", "Crypto", "Database", "UseCases"]),
    platform(
      "Identity",
      uses: [
        "Kernel", "Database", "HTML", "UseCases", "Web", "Crypto", "HTTPClient", "OpenID",
        "QRCode", "Notices",
      ], resources: [.embedInCode("Passwords/common-passwords.txt")]),
    .target(
      name: "Gateway",
      dependencies: [
        "Kernel", "Crypto", "Database", "HTML", "UseCases", "Web", "Transport", "Notices",
        "SMTPClient", "Identity",
        "Tenancy",
        "Councils", "Meetings",
      ], resources: [.embedInCode("Assets/samrad.css"), .embedInCode("Assets/samrad.svg")],
      swiftSettings: strict),
    .target(
      name: "Demo",
      dependencies: [
        "Kernel", "Crypto", "Database", "UseCases", "Web", "Identity", "Tenancy", "Councils",
        "Meetings",
      ], swiftSettings: strict),
    .executableTarget(
      name: "samrad",
      dependencies: [
        "Kernel", "Crypto", "HTTPClient", "Database", "UseCases", "Web", "Transport", "Notices",
        "SMTPClient", "Identity", "Tenancy", "Councils", "Gateway", "Demo",
      ], swiftSettings: house),
    .target(
      name: "TestKit",
      dependencies: [
        "Kernel", "Crypto", "CCrypto", "HTTPClient", "OpenID", "Database", "UseCases", "Web",
        "Notices", "Identity", "Tenancy", "Gateway", "CPostgreSQL",
      ], swiftSettings: house),
  ]
    + module("Tenancy", resources: [.embedInCode("Resources/kommuner.csv")])
    + module("Councils", uses: ["Tenancy"])
    + module("Meetings", uses: ["Councils", "Tenancy", "Files"])
    + [
      tests(
        "Architecture",
        of: [
          "Gateway", "Database", "Web", "UseCases", "Kernel", "Councils", "Meetings", "Tenancy",
          "Identity", "Demo", "Notices",
        ], resources: [.embedInCode("landed-migrations.txt")]),
      tests(
        "Isolation",
        of: [
          "Kernel", "Crypto", "OpenID", "Database", "UseCases", "Web", "Identity", "Tenancy",
          "Councils",
          "Meetings", "Gateway",
        ]),
      tests("Kernel", of: ["Kernel"]),
      tests("Transport", of: ["Kernel", "Web", "Transport"]),
      tests(
        "Demo",
        of: ["Demo", "Gateway", "Database", "Kernel", "Tenancy", "UseCases", "Web"]),
      tests("Database", of: ["Kernel", "Database", "Gateway"]),
      tests("Web", of: ["Kernel", "HTML", "Web", "UseCases", "Database"]),
      tests("Files", of: ["Kernel", "Database", "Web", "Files"]),
      tests("HTTPClient", of: ["HTTPClient"]),
      tests("OpenID", of: ["Kernel", "Crypto", "HTTPClient", "OpenID"]),
      tests("SMTPClient", of: ["SMTPClient"]),
      tests(
        "Notices",
        of: ["Kernel", "Crypto", "Database", "UseCases", "Notices", "Identity", "Web"]),
      tests(
        "Identity",
        of: [
          "Kernel", "Crypto", "HTTPClient", "OpenID", "Database", "UseCases", "Web", "Notices",
          "Identity",
        ]),
      tests(
        "Gateway",
        of: [
          "Kernel", "Crypto", "Database", "UseCases", "Web", "Identity", "Tenancy", "Gateway",
        ]),
    ]
)
