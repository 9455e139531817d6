// SPDX-License-Identifier: Apache-2.0

/// What `find` says: facts, without wording.
enum FindSentence: SpokenSentence {
  case aboutFind, helpPattern, helpNot, helpWhere, helpContext, helpMaxPerPost, helpLimit, helpSort, helpCount,
    helpFormat
  case needsPack(String)
  case noPattern, noPosts
  case unknownName(String, closest: String?)
  case notACount(option: String, String)
  case notALimit(String)
  case slip(String, meant: String)
  case badPattern
  case placesShown(shown: Int, of: Int)
  case incomplete(Int)
  case found(posts: Int, of: Int, share: String, hits: Int)
  case neighbours(String, [String])
  case pattern, week, region, posts, hits, of, share, unknown, before, behind

  var english: String {
    switch self {
    case .aboutFind: "Shows where posts have a word, a pattern, a list or a rule, and counts by week and region."
    case .helpPattern:
      "What to find: a word as in rules (拖欠…工资, spam*), /regex/, $list, rule:ID, category:KEY, topic:GLOB. May be repeated; then all other arguments are files."
    case .helpNot: "Leave out posts that contain this pattern. May be repeated."
    case .helpWhere: "Only hits in this field: title or text. May be repeated."
    case .helpContext: "How many columns are shown on each side."
    case .helpMaxPerPost: "At most so many places of a post are shown."
    case .helpLimit: "At most so many places are shown: a number, or all."
    case .helpSort: "Sort the places by what stands on the left or right; else they come in the order of posts."
    case .helpCount: "Only count."
    case .helpFormat: "How results are printed: text, json or csv."
    case .needsPack(let pattern): "'\(pattern)' is something of a pack; name the pack with --pack"
    case .noPattern: "no pattern; write one before the files, or with -e"
    case .noPosts: "no file of posts; '-' is standard input"
    case .unknownName(let pattern, let closest):
      "'\(pattern)': the pack has no such thing" + (closest.map { "; did you mean '\($0)'?" } ?? "")
    case .notACount(let option, let text): "\(option): '\(text)' is not a number of places"
    case .notALimit(let text): "--limit: '\(text)' is not a number of places; write a number, or all"
    case .slip(let pattern, let meant): "'\(pattern)': did you mean '\(meant)'?"
    case .badPattern: "PATTERN"
    case .placesShown(let shown, let all): "\(shown) of \(all) places shown; --limit all shows every one"
    case .incomplete(let posts): "posts that have too much to look at, so that hits may be missing: \(posts)"
    case .found(let posts, let all, let share, let hits): "\(posts) of \(all) posts (\(share)), \(hits) hits"
    case .pattern: "pattern"
    case .week: "week"
    case .region: "region"
    case .posts: "posts"
    case .hits: "hits"
    case .of: "of"
    case .share: "share"
    case .unknown: "unknown"
    case .before: "before"
    case .behind: "behind"
    case .neighbours(let side, let most): "\(side): \(most.joined(separator: ", "))"
    }
  }

  var chinese: String {
    switch self {
    case .aboutFind: "查找帖子中的词、模式、词表或规则，显示上下文，并按周、按地区计数。"
    case .helpPattern:
      "要找的内容：与规则写法相同的词（拖欠…工资、spam*）、/正则/、$词表、rule:编号、category:类别、topic:主题。可多次给出；此时其余参数都是文件。"
    case .helpNot: "含有此内容的帖子不算。可多次给出。"
    case .helpWhere: "只看这一部分的命中：title（标题）或 text（正文）。可多次给出。"
    case .helpContext: "左右各显示多少列。"
    case .helpMaxPerPost: "每条帖子最多显示多少处。"
    case .helpLimit: "最多显示多少处：数字，或 all（全部）。"
    case .helpSort: "按左边（left）或右边（right）的文字排列；不指明则按帖子的顺序。"
    case .helpCount: "只计数。"
    case .helpFormat: "结果的写法：text、json 或 csv。"
    case .needsPack(let pattern): "“\(pattern)”是规则包里的内容；请用 --pack 指明规则包"
    case .noPattern: "没有写要找什么；请写在文件之前，或用 -e"
    case .noPosts: "没有写帖子文件；“-”为标准输入"
    case .unknownName(let pattern, let closest):
      "“\(pattern)”：规则包里没有" + (closest.map { "；是不是“\($0)”？" } ?? "")
    case .notACount(let option, let text): "\(option)：“\(text)”不是数目"
    case .notALimit(let text): "--limit：“\(text)”不是数目；请写数字，或 all（全部）"
    case .slip(let pattern, let meant): "“\(pattern)”：是不是“\(meant)”？"
    case .badPattern: "查找内容"
    case .placesShown(let shown, let all): "共 \(all) 处，只显示了 \(shown) 处；--limit all 显示全部"
    case .incomplete(let posts): "内容过多、可能漏掉命中的帖子：\(posts) 条"
    case .found(let posts, let all, let share, let hits): "\(all) 条帖子中有 \(posts) 条（\(share)），共 \(hits) 处"
    case .pattern: "查找内容"
    case .week: "周"
    case .region: "地区"
    case .posts: "帖子"
    case .hits: "处"
    case .of: "总数"
    case .share: "占比"
    case .unknown: "不详"
    case .before: "前面"
    case .behind: "后面"
    case .neighbours(let side, let most): "\(side)：\(most.joined(separator: "、"))"
    }
  }
}
