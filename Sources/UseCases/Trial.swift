extension Work {
  /// Does something, gives what came of it, and undoes all it wrote (decision 31).
  ///
  /// What is tried runs through the same rules as what is done. When it throws, the whole transaction
  /// is thrown away as ever.
  package func trying<Result>(_ body: () throws -> Result) throws -> Result {
    try run("SAVEPOINT trial")
    let result = try body()
    try run("ROLLBACK TO SAVEPOINT trial")
    try run("RELEASE SAVEPOINT trial")
    return result
  }
}
