// SPDX-License-Identifier: Apache-2.0

extension CommandSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .aboutFenliu: "按规则文件给帖子定级，并转给主管部门。"
    case .helpPack: "规则包所在目录：rules.yaml、map.yaml 及其引用的文件。（默认：当前目录）"
    case .helpLang: "提示语言：zh 或 en。（默认：按系统区域）"
    case .helpAt: "本次运行的时间，如 2026-11-20T20:00。（默认：现在）"
    case .helpNoColour: "不使用颜色。"
    case .noPack: "当前目录没有 rules.yaml；请用 --pack DIR 指定规则包"
    case .forgottenPack(let folder): "规则包的文件夹要用 --pack 指明：--pack \(folder)"
    case .packIsFile(let path): "\(path) 是文件；规则包是存放 rules.yaml 的文件夹"
    case .packWithoutRules(let path, let packs):
      "\(path)：这个文件夹里没有 rules.yaml" + (packs.isEmpty ? "" : "；是不是 \(packs.joined(separator: " 或 "))？")
    case .packWithoutMap(let path): "\(path)：这个文件夹里没有 map.yaml"
    case .badTime(let text): "“\(text)”不是时间；请写成 2026-11-20T20:00"
    case .aboutClassify: "对文件中的每一条帖子作出判定：等级、主管部门、期限、理由。"
    case .helpPosts: "帖子文件：JSON 行、带表头的 CSV 或 XLSX 工作簿；UTF-8、GB18030 或 UTF-16，可为 gzip、zstd；“-”为标准输入。"
    case .helpOutput: "存放判定、退件、汇总和清单的目录。（默认：判定写到标准输出）"
    case .helpFormat: "判定的写法：jsonl 写全部内容，csv 或 xlsx 每帖一行。"
    case .helpColumns: "列名不常见时，指明各列：text=内容,id=编号"
    case .helpDateOrder: "03/04/2026 的含义：dmy 日在前，mdy 月在前。不指明则该行退件。"
    case .helpMaxPost: "标题与正文合计的最大字节数，超过的退件。"
    case .helpMatches: "每条判定列出多少命中：usual（20 条规则各 8 处）或 all（全部）。"
    case .helpRejects: "判定写到标准输出时，退件写入的文件。（默认：标准错误）"
    case .helpJobs: "用多少线程。多少都不影响输出。（默认：全部处理器）"
    case .badJobs(let number): "--jobs \(number)：线程数应为 1 到 1024"
    case .rejectsAndOutput: "--rejects 只用于判定写到标准输出时；有 -o 时退件写入该目录"
    case .outputIsStream: "-o 要的是文件夹；写到标准输出时不写 -o"
    case .standardInputTwice: "文件中“-”出现了两次；标准输入只能读一次"
    case .notAColumn(let part):
      "--columns：“\(part)”不是 列=名称；列有 id, title, text, source, region, link, time, received, views, reposts, replies, likes"
    case .columnTwice(let part): "--columns：“\(part)”与前面重复或矛盾"
    case .folderInUse(let path): "另一次运行正在写入 \(path)"
    case .noTextColumn(let file, let found, let closest):
      "\(file)：没有标题列或正文列；现有：\(found.joined(separator: "、"))。"
        + (closest.map { "是不是“\($0)”？请用 --columns text=\($0) 指明" } ?? "请用 --columns text=列名 指明")
        + "；标题、时间若也不叫常见的名字，一并写上：--columns text=列名,title=列名,time=列名"
    case .unsureText(let file, let candidates):
      "\(file)：有标题列，但没有认得出的正文列。若\(candidates.map { "“\($0)”" }.joined(separator: "或"))是正文，请写 --columns text=\(candidates[0])；"
        + "若确实没有正文，请写 --columns text= ，只按标题判定"
    case .missingColumn(let file, let name, let found, let closest):
      "\(file)：没有“\(name)”这一列；" + (closest.map { "是不是“\($0)”？" } ?? "") + "现有：\(found.joined(separator: "、"))"
    case .wideSeparator(let file, let mark): "\(file)：第一行用全角的“\(mark)”分列；请把各行的分隔符改成半角逗号“,”"
    case .ambiguousColumn(let file, let column, let names):
      "\(file)：\(names.map { "“\($0)”" }.joined(separator: "和"))都可能是 \(column)。请用 --columns \(column)=列名 指明"
    case .sameColumn(let file, let name): "\(file)：表头里有不止一列叫“\(name)”；请给其中一列改名"
    case .brokenHeader(let file): "\(file)：第一行不是表头：引号不成对，或没有换行"
    case .unlistedColumns(let file, let names): "\(file)：未读取的列：\(names.joined(separator: "、"))"
    case .noPosts: "警告：输入中没有帖子"
    case .saveAsUTF8: "not-utf8 的行不是 UTF-8：请把文件另存为 UTF-8（在 Excel 或 WPS 中为“CSV UTF-8”）"
    case .undated(let count, let decisions, let columns):
      "警告：\(decisions) 个判定中有 \(count) 个的帖子没有时间，期限从本次运行的时间（--at）算起"
        + (columns.isEmpty ? "" : "；\(columns.map { "“\($0)”" }.joined(separator: "、"))若是时间，请用 --columns time=列名 指明后重跑")
    case .future(let count, let decisions):
      "警告：\(decisions) 个判定中有 \(count) 个的帖子，时间在本次运行的时间（--at）之后，期限从运行时间算起；请核对时钟、时区和日月的先后（--date-order）"
    case .textless(let count, let decisions, let columns):
      "警告：\(decisions) 个判定中有 \(count) 个的帖子只有标题、没有正文；\(columns.map { "“\($0)”" }.joined(separator: "、"))若是正文，请用 --columns text=列名 指明后重跑"
    case .withCare(let sealed, let unread):
      [sealed > 0 ? "密封 \(sealed) 条（不得交给被反映的部门）" : "", unread > 0 ? "须人读 \(unread) 条（没有可读的文字）" : ""]
        .filter { !$0.isEmpty }.joined(separator: "，")
    case .repeatedIDs(let count): "\(count) 条帖子的编号重复，均已判定"
    case .batchDone(let posts, let decisions, let rejects): "共 \(posts) 条 = 判定 \(decisions) 条 + 退件 \(rejects) 条"
    case .batchLevels(let critical, let major, let larger, let general, let none):
      "特别重大 \(critical)，重大 \(major)，较大 \(larger)，一般 \(general)，无 \(none)"
    case .postsSoFar(let posts): "已处理 \(posts) 条"
    case .rowsRejected(let rows): "不成帖子而略过的行：\(rows)"
    case .cannotRead(let path, let reason): "无法读取 \(path)：\(reason)"
    case .cannotWrite(let path, let reason): "无法写入 \(path)：\(reason)"
    case .badText(let file, let line, let encoding): "\(file):\(line)：按 \(encoding) 读，这里有不成文字的字节；请把文件存为 UTF-8"
    case .formatterDiffers: "内部错误：整理后的内容会与原来不同，文件未动；请报告"
    }
  }
}
