// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import FenliuMasking
import FenliuNormalization

extension PackComparer {
  /// Where in a changed post stands what changed it: the hit of its word or rule, else the first hit, else its beginning.
  public func place(in compared: Compared, of cause: Cause, at time: Instant, context: Int) -> FoundPlace {
    var earlier = old.makeWorker()
    var later = new.makeWorker()
    let (before, after) = (earlier.study(compared.post, at: time), later.study(compared.post, at: time))
    let hit =
      hit(of: cause, in: after, newWords, new.rules) ?? hit(of: cause, in: before, oldWords, old.rules)
      ?? (cause.parts.contains(.kinds) ? after.matches.kind?.hit ?? before.matches.kind?.hit : nil)
      ?? after.matches.hits.first ?? before.matches.hits.first
    let normalizer = Normalizer()
    let post = compared.post
    let isTitle = hit.map { $0.field == .title } ?? (post.text == nil)
    let text = normalizer.normalized((isTitle ? post.title : post.text) ?? "")
    let beginning = Hit(field: isTitle ? .title : .text, range: 0..<0, source: HitSourceID(0))
    let masking = new.rules.language.masking
    return FoundPlace(
      id: masking.masked(id: post.id), sought: 0, hit: hit ?? beginning, in: text,
      masked: MaskedText(text.originalBytes, masking), context: context, seen: PostSeen())
  }

  private func hit(of cause: Cause, in study: Study, _ words: SourceParts, _ rules: RuleSet) -> Hit? {
    for part in cause.parts {
      switch part {
      case .word:
        let hits = study.matches.hits + study.matches.withdrawals.map(\.by)
        if let hit = hits.first(where: { words.parts[Int($0.source.index)] == part }) { return hit }
      case .list(let name):
        let hit = study.matches.hits.first {
          if case .word(_, in: .list(name)) = words.parts[Int($0.source.index)] { true } else { false }
        }
        if let hit { return hit }
      case .rule(let key):
        let match = study.matches.matches.first { rules.rules[$0.rule.index].key == key && !$0.hits.isEmpty }
        if let match { return study.matches.hits[match.hits.lowerBound] }
      default: continue
      }
    }
    return nil
  }
}
