// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

extension DiffSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .aboutDiff: "比较两个规则包：哪些帖子的判定会变，是哪个词、哪条规则造成的。"
    case .helpOld: "旧规则包所在目录。"
    case .helpNew: "新规则包所在目录。"
    case .helpFormat: "结果的写法：text、markdown 或 json。"
    case .helpHTML: "另外写一份供浏览器查看的网页。"
    case .helpOutput: "存放结果的文件。（默认：标准输出）"
    case .helpExamples: "每组列出多少条帖子。"
    case .helpMaxChanged: "最多允许多少帖子有变化，如 2%、500 或 level=1%,lead=2%；超过则以 1 结束。"
    case .noPackOption: "--pack：diff 的两个规则包直接写在后面：fenliu diff 旧包 新包 帖子文件"
    case .badBound(let text): "--max-changed：“\(text)”无法识别；请写成 2%、500 或 level=1%,lead=2%"
    case .badExamples(let count): "--examples \(count)：应为 0 到 1000"
    case .tooManyChanged(let bound, let count, let posts, let share):
      "--max-changed \(bound)：\(posts) 条帖子中有 \(count) 条变化（\(share)），超过上限"
    case .title: "两个规则包的判定有何不同"
    case .samePacks: "两个规则包的规则和职责图相同"
    case .differingParts(let count): "有 \(count) 处不同"
    case .summary(let posts, let changed, let share): "\(posts) 条帖子中有 \(changed) 条判定有变（\(share)）"
    case .kinds: "变化的内容"
    case .levels: "等级"
    case .leads: "主办单位"
    case .groups: "变化的原因"
    case .change: "变化"
    case .posts: "帖子"
    case .share: "占比"
    case .before: "旧"
    case .after: "新"
    case .kind(let kind): Self.chineseName(of: kind)
    case .part(let part, let change, let title):
      (change.map(Self.chineseName) ?? "") + Self.chineseName(of: part) + (title.map { "（\($0)）" } ?? "")
    case .several(let parts): "共同造成：" + parts.joined(separator: "；")
    case .unproven: "未能分清"
    case .group(let number, let posts, let share): "\(number). \(posts) 条（\(share)）"
    case .kindCount(let kind, let count): "\(Self.chineseName(of: kind)) \(count) 条"
    case .oldPlace(let place): "旧：\(place)"
    case .newPlace(let place): "新：\(place)"
    case .steps(let steps): steps.joined(separator: "、")
    case .noRoute: "默认"
    case .noKind: "无"
    case .nothing: "没有帖子变化"
    case .turn(let old, let new): "\(old) → \(new)"
    case .named(let name, let value): "\(name)：\(value)"
    case .step(let step, let kind): "\(step)\(Self.chineseManner(of: kind))"
    case .examplesOf(let shown, let all): "\(all) 条中的 \(shown) 条"
    case .joined(let parts): parts.joined(separator: "，")
    }
  }

  private static func chineseName(of change: PartChange) -> String {
    switch change {
    case .added: "新增 "
    case .removed: "删除 "
    case .changed: "修改 "
    }
  }

  private static func chineseName(of kind: PostChange.Kind) -> String {
    switch kind {
    case .levelUp: "升级"
    case .levelDown: "降级"
    case .lead: "主办单位变更"
    case .route: "路由变更"
    case .categoryGained: "增加类别"
    case .categoryLost: "减少类别"
    case .earlier: "期限提前"
    case .later: "期限推后"
    case .stepGained: "增加期限"
    case .stepLost: "取消期限"
    case .assist: "协办变更"
    case .notify: "告知变更"
    case .beside: "另行移交变更"
    case .sealed: "保密变更"
    case .request: "诉求类型变更"
    }
  }

  private static func chineseManner(of kind: PostChange.Kind) -> String {
    switch kind {
    case .earlier: "提前"
    case .later: "推后"
    case .stepGained: "增加"
    default: "取消"
    }
  }

  private static func chineseName(of part: PackPart) -> String {
    switch part {
    case .word(let word, in: .list(let list)): "词“\(word)”（词表 $\(list)）"
    case .word(let word, in: .rule(let rule)): "词“\(word)”（规则 \(rule)）"
    case .rule(let rule): "规则 \(rule)"
    case .list(let list): "词表 $\(list)"
    case .allow: "规则包的例外短语（allow）"
    case .negators: "否定词（negators）"
    case .collective: "指许多人的词（collective）"
    case .weights: "权重（weights）"
    case .kinds: "诉求类型（kinds）"
    case .level(let level): "等级“\(level.title(in: .chinese))”的条件"
    case .category(let category): "类别 \(category)"
    case .route(let route): "路由 \(route)"
    case .routeOrder: "路由的先后"
    case .fallback: "默认单位"
    case .recusal: "回避"
    case .escalations: "上报（escalate）"
    case .periods: "时段（periods）"
    case .deadlines(let level): "等级“\(level.title(in: .chinese))”的期限"
    case .department(let department): "单位 \(department)"
    case .calendar: "日历"
    case .places: "地名"
    case .firstAsked: "首问单位（first-asked）"
    case .scripts: "文字种类（languages）"
    case .topicOrder: "主题的先后"
    }
  }
}
