// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension TestSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .helpCoverage: "说明例句和案例触及了规则包的哪些部分：规则、词、路由、期限、等级。"
    case .helpRequireCoverage: "覆盖率的下限，如 rules=100%,routes=90%；达不到时以 1 结束。"
    case .helpMutate: "把每条规则、规则的每一部分、词表、路由、期限逐一去掉一次：总该有测试不通过。"
    case .helpMutateFloor: "其中至少要有百分之几被发现。（默认：全部）"
    case .helpGenerated: "程序写的部分（标有“# generated”或“# fenliu suggest”的词表和规则）也去掉。"
    case .helpJUnit: "把结果按 JUnit XML 写入该文件。"
    case .helpFormat: "结果的格式：text 或 json。"
    case .helpFilter: "只测 id 相符的规则（如 'wages-*'）以及与之有关的案例。"
    case .helpVerbose: "列出没有任何文字含有的每个词。"
    case .unknownMeasure(let name, let closest, let all):
      "--require-coverage：没有“\(name)”这一项"
        + (closest.map { "；是否指“\($0)”？" } ?? "；有：\(all.joined(separator: "、"))")
    case .badMutateFloor(let text): "--mutate-floor：“\(text)”不是比例；请写成 90%，从 0 到 100"
    case .badPercent(let part): "--require-coverage：“\(part)”不是比例；请写成 rules=90%，从 0 到 100"
    case .noRuleFits(let glob, let closest):
      "--filter：没有 id 符合“\(glob)”的规则" + (closest.map { "；是否指“\($0)”？" } ?? "")
    case .filterAndCoverage: "覆盖率针对整个规则包；请去掉 --filter"
    case .floorWithoutMutate: "--mutate-floor 与 --generated 只用于 --mutate"
    case .headWritten: "写有"
    case .headPassed: "相符"
    case .headFailed: "不符"
    case .headCameTrue: "已做到"
    case .rowCases: "案例"
    case .coverage: "覆盖"
    case .headMet: "触及"
    case .headTotal: "共"
    case .measure(let measure):
      switch measure {
      case .rules: "命中过的规则"
      case .caseRules: "案例命中过的规则"
      case .words: "出现过的词"
      case .routes: "走过的路由"
      case .escalations: "符合过的 escalate 行"
      case .deadlines: "产生过的期限"
      case .dueTimes: "核对过的期限"
      case .categories: "计过分的类别"
      case .levels: "达到过的等级"
      }
    case .neverHit: "从未命中的规则"
    case .neverHitByCases: "案例从未命中的规则"
    case .neverTaken: "案例从未走过的路由"
    case .neverFits: "没有案例符合的 escalate 行"
    case .neverDue: "没有案例产生的期限"
    case .neverCompared: "没有案例核对的期限"
    case .neverCounts: "没有案例计分的类别"
    case .neverReached: "没有案例达到的等级"
    case .andMore(let count): "另有 \(count) 个（--verbose）"
    case .neverMet: "出现过的词，按词表"
    case .wordsOfRules: "写在规则里的词"
    case .allowedPhrases: "allow 短语"
    case .belowFloor(let measure, let share, let floor):
      "\(TestSentence.measure(measure).chinese)：\(share)，低于要求的 \(floor)"
    case .mutationHead: "去除检验"
    case .survivor: "未发现"
    case .mutationDone(let caught, let all, let share, let survivors):
      "逐一去掉 \(all) 处：发现 \(caught) 处（\(share)），未发现 \(survivors) 处"
    case .mutationByExamples(let count): "只有自带例句才发现其缺失的规则：\(count) 条"
    case .mutationSkipped(let count): "程序所写、未去掉的：\(count) 处（--generated）"
    case .testsFailFirst: "本来就不通过的测试发现不了什么"
    case .noCorpusLine:
      "不是一个 JSON 对象；这里要的是写有期望（expect）的帖子，每行一个 JSON 对象。普通的导出文件请用 check --corpus、find 或 diff"
    case .emptyCorpus(let path): "\(path)：里面没有帖子"
    case .notTested(let path, let posts): "\(path)：\(posts) 条帖子没有 expect，未作测试"
    case .todo: "留待以后"
    }
  }
}
