// SPDX-License-Identifier: Apache-2.0

extension RouteCondition {
  /// Whether the condition holds where `holds` answers for each thing it names.
  ///
  /// Plain and slow: the router pours conditions into tables, and its tests compare them with this.
  public func isTrue(_ holds: (RouteCondition) -> Bool) -> Bool {
    switch self {
    case .and(let left, let right): left.isTrue(holds) && right.isTrue(holds)
    case .or(let left, let right): left.isTrue(holds) || right.isTrue(holds)
    case .not(let inner): !inner.isTrue(holds)
    case .category, .topic, .level, .region, .source, .kind: holds(self)
    }
  }

  /// The categories, topics, levels, regions, sources and kinds it names, from left to right.
  public var atoms: [RouteCondition] {
    var atoms: [RouteCondition] = []
    visit { atom, _ in atoms.append(atom) }
    return atoms
  }

  /// Whether it asks that a topic be there. Under `not` a topic is excluded, not named.
  public var namesTopic: Bool {
    var names = false
    visit { atom, isNegated in
      if case .topic = atom, !isNegated { names = true }
    }
    return names
  }

  private func visit(isNegated: Bool = false, _ body: (RouteCondition, Bool) -> Void) {
    switch self {
    case .and(let left, let right), .or(let left, let right):
      left.visit(isNegated: isNegated, body)
      right.visit(isNegated: isNegated, body)
    case .not(let inner): inner.visit(isNegated: !isNegated, body)
    case .category, .topic, .level, .region, .source, .kind: body(self, isNegated)
    }
  }
}

extension RouteCondition.Comparison {
  /// Whether `level` compares so with the level that was written.
  public func holds(_ level: Level, _ written: Level) -> Bool {
    switch self {
    case .atLeast: level >= written
    case .equal: level == written
    case .atMost: level <= written
    }
  }
}
