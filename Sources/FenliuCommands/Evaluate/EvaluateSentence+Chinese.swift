// SPDX-License-Identifier: Apache-2.0
import FenliuTuning

extension EvaluateSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .about: "把分流结果与标签对照，并说明每条规则、每个词的作用。"
    case .helpLabel: "存放标签的列。"
    case .helpAgainst: "标签与什么对照：lead（主办）、topic（主题）、category（类别）或 level（等级）。"
    case .helpLabels: "说明标签含义的文件：标签（可用 * 和 ?）、制表符、键；“-”表示不计，“none”表示反例。"
    case .helpOnly: "只看一个类：其余都算作“无”。"
    case .helpNoWords: "不逐词计算。"
    case .helpTop: "文本中每张表最多几行。"
    case .helpSeed: "计算区间所用的种子。"
    case .helpResamples: "为计算区间重抽几次；0 表示不算。"
    case .helpAtLeast: "指标的下限，如 macro-f1=0.85,recall:prohibited=0.7；达不到时以 1 结束。"
    case .helpFormat: "结果的格式：text 或 json。"
    case .helpHTML: "另把结果写成一个 HTML 页面。"
    case .helpPosts: "页面上最多几条帖子。"
    case .helpOutput: "把结果写入该文件，而不是标准输出。"
    case .noPosts: "请给出帖子文件，或用 - 表示标准输入"
    case .emptyLabel: "--label 是空的"
    case .badResamples(let count): "--resamples \(count)：应在 0 到 100000 之间"
    case .badTop(let count): "一张表不能有 \(count) 行"
    case .onePlace(let path): "--html 与 -o 都是 \(path)"
    case .badFloor(let part): "“\(part)”不是下限；请写成 macro-f1=0.85，从 0 到 1"
    case .unknownFigure(let name, let closest, let all):
      "--at-least：没有“\(name)”这一指标"
        + (closest.map { "；是否指“\(Self.figure($0))”？" } ?? "；有：\(all.map(Self.figure).joined(separator: "、"))")
    case .notALabelLine: "每行应为：标签、制表符、标签的含义"
    case .labelMeansNothing(let label, let aim, let closest, let all):
      "规则包里没有名为“\(label)”的\(Self.noun(aim))"
        + (closest.map { "；是否指“\($0)”？" } ?? (all.count > 20 ? "" : "；有：\(all.joined(separator: "、"))"))
    case .noNegatives(let aim): "“none”：每条帖子都有\(Self.noun(aim))；请与 --only 同用，或写“-”表示不计"
    case .unlabelled(let posts, let column): "不计：“\(column)”列没有标签的帖子 \(posts) 条"
    case .unknownLabels(let posts, let labels, let aim):
      "不计：标签不是规则包中\(Self.noun(aim))的帖子 \(posts) 条："
        + labels.prefix(20).map { "\($0.label)（\($0.posts)）" }.joined(separator: "、") + (labels.count > 20 ? "……" : "")
    case .nothingToCompare: "没有一条帖子的标签有含义：无从对照"
    case .belowFloor(let name, let value, let least):
      "\(name)：\(value.map(Decimals.three) ?? "无")，低于要求的 \(Decimals.three(least))"
    case .title(let aim): "分流结果与标签对照：\(Self.noun(aim))"
    case .compared(let posts, let right): "对照 \(posts) 条，相符 \(right) 条，不符 \(posts - right) 条"
    case .notCompared(let rejects, let unlabelled, let leftOut, let unknown):
      "未对照：无标签 \(unlabelled) 条，--labels 不计 \(leftOut) 条，标签无含义 \(unknown) 条，不成帖子的行 \(rejects) 行"
    case .figures: "指标"
    case .classes: "各类"
    case .confusion: "混淆矩阵（行：标签，列：结果）"
    case .mixUps: "误作他类"
    case .rules: "规则"
    case .words: "词"
    case .unusedWords: "没有帖子含有的词"
    case .unusedNone: "每个词都出现过"
    case .untouched: "没有规则触及的帖子"
    case .wrongPosts: "结果不符的帖子"
    case .untouchedPosts(let count, let all): "\(all) 条中有 \(count) 条"
    case .more(let count): "……另有 \(count) 条"
    case .legend:
      "精确率：它计分的帖子中与标签相符的比例；重叠：同类另一规则也找到的比例，以所列者为最多；独有：只有它找到的；变错、变对、其他：去掉它后由对变错、由错变对、对错不变而结果不同的帖子"
    case .legendWords: "词的各列同上"
    case .accuracy: "准确率"
    case .macroF1: "宏平均 F1"
    case .microF1: "微平均 F1"
    case .headFigure: "指标"
    case .headValue: "值"
    case .headInterval: "95% 区间"
    case .headClass: "类"
    case .headTitle: "名称"
    case .headLabelled: "标签"
    case .headDecided: "结果"
    case .headPrecision: "精确率"
    case .headRecall: "召回率"
    case .headF1: "F1"
    case .headLabel: "标签"
    case .headPosts: "帖子"
    case .headNone: "无"
    case .headLeftOut: "不计"
    case .headRule: "规则"
    case .headWord: "词"
    case .headPlace: "位置"
    case .headHits: "命中"
    case .headCounts: "计分"
    case .headOverlap: "重叠"
    case .headMate: "重叠最多"
    case .headAlone: "独有"
    case .headLost: "变错"
    case .headGained: "变对"
    case .headOther: "其他"
    case .headOwner: "词表或规则"
    case .headUnused: "未出现"
    case .headAll: "共"
    case .wasDecided: "结果"
    case .labelSays: "标签"
    case .headRoute: "路由"
    case .nothingHits: "没有命中"
    case .postsNotShown(let count): "另有 \(count) 条未列出（--posts）"
    }
  }

  /// `f1:LABEL` as a Chinese reader is to write it.
  private static func figure(_ name: String) -> String { name.replacing("LABEL", with: "标签") }

  private static func noun(_ aim: LabelAim) -> String {
    switch aim {
    case .lead: "部门"
    case .topic: "主题"
    case .category: "类别"
    case .level: "等级"
    }
  }
}
