// SPDX-License-Identifier: Apache-2.0

/// The headings and short words of an explanation, by language.
enum ExplainWord: SpokenSentence, CaseIterable {
  case title, matches, shadow, withdrawn, level, total, topics, routes, fits, fitsNot, beside, lead, assist, notify
  case recused, sealed, deadlines, open, incomplete, because, nothing, leftOut, received, suggestedReply, atLatest, kind

  var chinese: String {
    switch self {
    case .title: "标题"
    case .matches: "命中"
    case .shadow: "试行规则"
    case .withdrawn: "不计"
    case .level: "等级"
    case .total: "合计"
    case .topics: "主题"
    case .routes: "路由"
    case .fits: "适用"
    case .fitsNot: "不适用"
    case .beside: "另行移交"
    case .lead: "主办"
    case .assist: "协办"
    case .notify: "通知"
    case .recused: "回避"
    case .sealed: "密封办理"
    case .deadlines: "期限"
    case .open: "待定"
    case .incomplete: "未完成"
    case .because: "理由"
    case .nothing: "无"
    case .leftOut: "未列出的命中"
    case .received: "收到"
    case .suggestedReply: "建议答复"
    case .atLatest: "（最迟）"
    case .kind: "诉求类型"
    }
  }

  var english: String {
    switch self {
    case .title: "title"
    case .matches: "matches"
    case .shadow: "rules on trial"
    case .withdrawn: "withdrawn"
    case .level: "level"
    case .total: "total"
    case .topics: "topics"
    case .routes: "routes"
    case .fits: "fits"
    case .fitsNot: "does not fit"
    case .beside: "beside"
    case .lead: "lead"
    case .assist: "assist"
    case .notify: "notify"
    case .recused: "recused"
    case .sealed: "sealed"
    case .deadlines: "deadlines"
    case .open: "open"
    case .incomplete: "incomplete"
    case .because: "because"
    case .nothing: "none"
    case .leftOut: "hits not listed"
    case .received: "received"
    case .suggestedReply: "suggested reply"
    case .atLatest: " at latest"
    case .kind: "kind of request"
    }
  }
}
