// SPDX-License-Identifier: Apache-2.0
import FenliuMatching
import FenliuModel
import FenliuRouting
import FenliuScoring

extension Classifier {
  /// The same classifier without something of its pack, made in some microseconds: only what asks for the missing part is
  /// made anew. It decides what a classifier of `rules.omitting` and `map.omitting` would; its reasons may still have
  /// words for what is missing.
  func omitting(_ omission: Omission) -> Classifier {
    let (rules, map) = (compiled.rules, compiled.map)
    if omission.isOfMap {
      let rest = map.omitting(omission)
      let router = Router(rules: rules, map: rest)
      let builder = DecisionBuilder(rules: rules, map: rest, router: router, sources: compiled.matcher.sources)
      return Classifier(Compiled(compiled, map: rest, router: router, builder: builder))
    }
    switch omission {
    case .part(.replaces, of: _):
      let scorer = Scorer(rules.omitting(omission), sources: compiled.matcher.sources)
      return Classifier(Compiled(compiled, scorer: scorer))
    case .level, .floor:
      let rest = rules.omitting(omission)
      let scorer = Scorer(rest, sources: compiled.matcher.sources)
      let builder = DecisionBuilder(rules: rest, map: map, router: compiled.router, sources: compiled.matcher.sources)
      return Classifier(Compiled(compiled, rules: rest, scorer: scorer, builder: builder))
    default:
      return Classifier(Compiled(compiled, matcher: compiled.matcher.omitting(omission, of: rules)))
    }
  }
}
