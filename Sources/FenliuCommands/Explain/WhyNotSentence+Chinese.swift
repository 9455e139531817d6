// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension WhyNotSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .helpWhyNot: "说明离某个类别、等级、部门、主题或规则（写 key 或名称）还差什么；可多次给出。"
    case .helpAll: "与 --why-not 合用：列出每条接近的规则，不只最近的五条。"
    case .helpFormat: "说明的格式：text 或 json。"
    case .unknownName(let name, let closest):
      "--why-not：没有名为“\(name)”的类别、等级、部门、主题或规则" + (closest.map { "；是否指“\($0)”？" } ?? "")
    case .head(let key, let title): "为何不是 \(key)\(title == key ? "" : "（\(title)）")？"
    case .already: "帖子本来就是"
    case .nothingNear: "能得出它的规则，帖子里一点也没有"
    case .leftOut(let count): "另有 \(count) 条接近（--all）"
    case .line(let line):
      switch line {
      case .any: "any"
      case .all(let line): "all 第 \(line) 行"
      case .near(let group, let line): "near\(group > 1 ? " 第 \(group) 组" : "") 第 \(line) 行"
      case .pattern(let name): "模式 \(name)"
      }
    case .found(let line, let hits): "\(line)：\(Self.list(hits))"
    case .missing(let line, let words, let more):
      "\(line)：没有 \(words.joined(separator: "、"))\(more > 0 ? "……（另有 \(more) 个）" : "")"
    case .partBehind(let word, let hit, let missing, let gap):
      "\(word)：有\(Self.one(hit))，其后 \(gap) 字之内没有\(Self.few(missing))"
    case .partBefore(let word, let hit, let missing): "\(word)：有\(Self.one(hit))，其前没有\(Self.few(missing))"
    case .oneCharacterOff(let word, let hit): "\(word)：\(Self.one(hit))只差一字"
    case .numberBelow(let line, let hit, let value, let least):
      "\(line)：\(Self.one(hit))是 \(value)，要求至少 \(least)"
    case .elsewhere(let line, let hit, let fields):
      "\(line)：有\(Self.one(hit))，但规则只看 \(fields.keys.joined(separator: "、"))"
    case .weak(let line, let hit):
      "\(line)：\(Self.one(hit))可能只是普通的词，要规则在帖里另有确定的变体写法才算"
    case .polarity(let line, let hit, .negated):
      "\(line)：\(Self.one(hit))说的是已有的事，规则只要否定、询问或承诺的（polarity: negated）"
    case .polarity(let line, let hit, _):
      "\(line)：\(Self.one(hit))被否定、询问或只是承诺，规则只要已有的事（polarity: affirmed）"
    case .allowed(let line, let hit, let phrase):
      "\(line)：\(Self.one(hit))在 allow 短语\(Self.one(phrase))之内 [\(phrase.word)，\(phrase.from)]"
    case .withdrawn(let line, let hit, let by):
      "\(line)：\(Self.one(hit))因 unless 的\(Self.one(by))而不计 [\(by.word)，\(by.from)]"
    case .tooFar(let group, let within, let distance, let hits):
      "\(group.map { "near 第 \($0) 组" } ?? "all")：要求 within \(within)，"
        + (distance.map { "最近的相隔 \($0) 字：\(Self.list(hits))" } ?? "各行不在同一字段")
    case .none(let hit): "none：有\(Self.one(hit)) [\(hit.from)]"
    case .condition(let written, let facts):
      "if \(written)：帖子\(facts.isEmpty ? "没有这些情况" : "是 " + facts.joined(separator: "、"))"
    case .whenFails: "when 不成立"
    case .outOfSeason(let from, let until, let date):
      "不在期内：\(date) 不在" + (from.map { " \($0) 起" } ?? "") + (until.map { " \($0) 止" } ?? "")
    case .status(let status): status == .draft ? "规则是草稿（draft），从不运行" : "规则在试行（shadow），不计分"
    case .replaced(let rule): "由规则 \(rule) 代为计分"
    case .gaveUp: "它的一个正则没有跑完"
    case .holdsAlone: "全部都有"
    case .levelIs(let level): "等级为\(level)"
    case .levelHigher(let level): "等级更高：\(level)，依据这一行"
    case .liftedBy(let category): "类别 \(category) 的 floor 把它提到这一级"
    case .levelLine(let level, let written): "\(level)：\(written)"
    case .compareIs(let text, let left, let value, let short):
      "\(text)：\(left.count > 24 ? "其值" : left + " ")\(value.map { "为 \($0)" } ?? "未知")\(short.map { "，差 \($0)" } ?? "")"
    case .partHolds(let text): "\(text)：成立"
    case .partFails(let text): "\(text)：不成立"
    case .oneOf: "其中之一"
    case .allOf: "全部"
    case .negated: "不得"
    case .floors(let categories, let level):
      "\(categories.joined(separator: "、")) 的规则一旦计分，即至少为\(level)"
    case .wouldHelp: "差一点命中、命中便加分的规则"
    case .leadIs(let lead, let route): "主办为\(lead)，\(route == "default" ? "因无路由适用" : "依路由 \(route)")"
    case .attempt(let name, let written, let isBeside): "路由 \(name)\(isBeside ? "（另行移交）" : "")：\(written)"
    case .atom(let atom):
      switch atom.kind {
      case .category(let name): "category \(name)：帖子有 \(atom.actual ?? "无")"
      case .topic(let glob): "topic \(glob)：首要主题是 \(atom.actual ?? "无")"
      case .anyTopic(let glob): "topic \(glob)：主题有 \(atom.actual ?? "无")"
      case .level(let level): "level \(level)：等级是 \(atom.actual ?? "无")"
      case .region(let name): "region \(name)：地区是 \(atom.actual ?? "未知")"
      case .source(let name): "source \(name)：来源是 \(atom.actual ?? "未知")"
      case .kind(let name): "kind \(name)：诉求类型是 \(atom.actual ?? "无")"
      }
    case .wonBy(let route): "适用，但排在前面的路由 \(route) 先胜出"
    case .besideOnly: "另行移交的路由不作主办，只是同时告知"
    case .topicShort(let standing):
      "主题 \(standing.topic) 有 \(standing.points) 分，比 \(standing.leading) 的 \(standing.leadingPoints) 分少 \(standing.short) 分"
    case .noRoute: "没有路由通向它"
    case .isDefault: "它是 default：无路由适用时由它主办"
    case .accused(let name, let field, let start): "帖子指向它（\(name)，\(field.key) \(start)），故不参与"
    case .part(let part):
      switch part {
      case .assist: "它协办"
      case .notify: "它被通知"
      case .beside: "另行移交给它"
      }
    case .oversees: "有部门被指时由它接手"
    }
  }

  private static func one(_ hit: Decision.Hit) -> String { "“\(hit.text)”（\(hit.place)）" }

  private static func list(_ hits: [Decision.Hit]) -> String { hits.map(one).joined(separator: "、") }

  private static func few(_ words: [String]) -> String {
    words.prefix(4).map { "“\($0)”" }.joined(separator: "或") + (words.count > 4 ? "等 \(words.count) 个" : "")
  }
}
