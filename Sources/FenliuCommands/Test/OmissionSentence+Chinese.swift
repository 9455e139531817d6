// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension OmissionSentence {
  /// What was left out, in Chinese.
  var chinese: String {
    switch self {
    case .rule(let rule): "\(rule)：整条规则"
    case .any(let rule): "\(rule)：any 一行"
    case .allLine(let rule, let line): "\(rule)：all 的第 \(line) 行"
    case .allWithin(let rule): "\(rule)：all 的 within"
    case .noneLine(let rule): "\(rule)：none"
    case .near(let rule, let group): "\(rule)：near 的第 \(group) 组"
    case .nearLine(let rule, let group, let line): "\(rule)：near 第 \(group) 组的第 \(line) 行"
    case .nearWithin(let rule, let group): "\(rule)：near 第 \(group) 组的 within"
    case .whenPart(let rule, let place): "\(rule)：when 的第 \(place) 个条件"
    case .condition(let rule): "\(rule)：if"
    case .season(let rule): "\(rule)：from 与 until"
    case .fields(let rule): "\(rule)：where"
    case .polarity(let rule): "\(rule)：polarity"
    case .evasion(let rule): "\(rule)：evasion"
    case .unless(let rule): "\(rule)：unless"
    case .allow(let rule): "\(rule)：allow"
    case .replaces(let rule, let others): "\(rule)：replaces \(others.joined(separator: "、"))"
    case .list(let list): "$\(list)：词表的全部词"
    case .listAllow(let list): "$\(list)：词表的 allow"
    case .packAllow: "规则包的 allow"
    case .collective(let line): "collective 的第 \(line) 条"
    case .level(let level): "levels：\(level.title(in: .chinese))一行"
    case .floor(let category): "categories：\(category) 的 floor"
    case .route(let route): "routes：\(route)"
    case .escalation(let written): "escalate：\(written)"
    case .recusal: "recuse"
    case .step(let level, let step): "deadlines：\(level.title(in: .chinese))的 \(step)"
    case .routeStep(let route, let step): "routes：\(route) 的期限 \(step)"
    case .period(let name): "periods：\(name)"
    }
  }

  /// The test that would notice, in Chinese.
  var chineseAdvice: String {
    switch self {
    case .rule: "请写一条 hit 例句，或在案例的 rules 中写明这条规则"
    case .any: "请写一条 miss 例句，别的都有，只缺 any 的词"
    case .allLine, .nearLine: "请写一条 miss 例句，别的都有，只缺这一行的词"
    case .near: "请写一条 miss 例句，别的都有，只缺这一组"
    case .allWithin, .nearWithin: "请写一条 miss 例句，各行的词都有而相距更远"
    case .noneLine: "请写一条 miss 例句，其中有 none 的词"
    case .whenPart: "请写一条 miss 例句，只有这个条件不成立"
    case .condition: "请写一个不满足该条件的案例，在 not-rules 中写明这条规则"
    case .season: "请写一个日期在期外的案例，在 not-rules 中写明这条规则"
    case .fields: "请写一个词在另一字段的案例，在 not-rules 中写明这条规则"
    case .evasion: "请写一条 hit 例句，规则的词只以变体写法出现"
    case .polarity: "请写一条 miss 例句，把这些词反过来说（肯定的改为否定，否定的改为肯定）"
    case .unless: "请写一条 miss 例句，规则的词旁边有已成事实的 unless 词"
    case .allow: "请写一条含有 allow 短语的 miss 例句"
    case .replaces: "请写一个两条规则都命中的案例，由等级或主办看出哪条计分"
    case .list: "请写一条由该词表的词决定结果的例句"
    case .listAllow: "请写一条含有该词表 allow 短语的 miss 例句"
    case .collective: "请写一条只用这样的词（如“全班”）说出人数的 hit 例句"
    case .packAllow: "请写一条含有规则包 allow 短语的 miss 例句"
    case .level: "请写一个靠这一行达到该等级的案例"
    case .floor: "请写一个只靠 floor 达到该等级的案例"
    case .route: "请写一个走这条路由的案例，在 route 中写明"
    case .escalation: "请写一个符合这一行的案例，写明 notify，或在 due 中写明 notify"
    case .recusal: "请写一个指名部门的案例，写明 recused"
    case .step(let level, let step): "请写一个\(level.title(in: .chinese))的案例，在 due 中写明 \(step)"
    case .routeStep(let route, let step): "请写一个走路由 \(route) 的案例，在 due 中写明 \(step)"
    case .period(let name): "请写一个在时段“\(name)”内收到的案例，写明 notify，或在 due 中写明缩短的步骤"
    }
  }
}
