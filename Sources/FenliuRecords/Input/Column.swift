// SPDX-License-Identifier: Apache-2.0

/// What is read of a row. Everything else is dropped unread.
public enum Column: Int, Hashable, Sendable, CaseIterable {
  case id, title, text, source, region, link, time, received, views, reposts, replies, likes
  /// What a person said a post is. Read only where a command was told its name; no part of the post.
  case label

  /// The name in `--columns` and in rejects.
  public var key: String {
    switch self {
    case .id: "id"
    case .title: "title"
    case .text: "text"
    case .source: "source"
    case .region: "region"
    case .link: "link"
    case .time: "time"
    case .received: "received"
    case .views: "views"
    case .reposts: "reposts"
    case .replies: "replies"
    case .likes: "likes"
    case .label: "label"
    }
  }

  /// The column of a key.
  public init?(key: some StringProtocol) {
    guard let column = Column.allCases.first(where: { $0.key == key }) else { return nil }
    self = column
  }

  /// The names that exports give it, in the form of `ColumnNames.folded`: small letters, half width, without blanks and signs.
  public var usualNames: [String] {
    switch self {
    case .id:
      ["id", "编号", "留言编号", "帖子编号", "工单编号", "工单号", "信件编号", "诉求编号", "流水号", "postid", "messageid", "recordid"]
    case .title:
      ["title", "标题", "主题", "留言主题", "留言标题", "帖子标题", "诉求标题", "工单标题", "信件标题", "subject", "headline"]
    case .text:
      [
        "text", "内容", "正文", "留言内容", "留言正文", "留言详情", "留言内容详情", "帖子内容", "帖子正文", "反映内容", "反映情况", "反映问题", "诉求", "诉求内容",
        "诉求正文", "诉求详情", "诉求描述", "问题描述", "问题内容", "事项描述", "事件描述", "情况描述", "具体内容", "详细内容", "详细描述", "来信内容", "来电内容",
        "投诉内容", "工单内容", "工单描述", "信件内容", "信件正文", "信件正文内容", "content", "body", "message",
      ]
    case .source: ["source", "来源", "平台", "来源平台", "渠道", "platform", "channel"]
    case .region: ["region", "地区", "区域", "所属地区", "所属区域", "area"]
    case .link: ["link", "链接", "网址", "原文链接", "url"]
    case .time:
      [
        "time", "时间", "发布时间", "发帖时间", "留言时间", "发表时间", "发布日期", "提交时间", "提交日期",
        "反映时间", "诉求时间", "来电时间", "来信时间", "创建时间", "published", "publishedat", "publishtime",
        "createdat", "date",
      ]
    case .received: ["received", "收到时间", "接收时间", "来件时间", "受理时间", "登记时间", "receivedat", "receivedtime"]
    case .views: ["views", "阅读", "浏览", "阅读数", "阅读量", "浏览数", "浏览量", "reads", "viewcount"]
    case .reposts: ["reposts", "转发", "转发数", "转发量", "shares", "retweets", "forwards", "repostcount"]
    case .replies: ["replies", "评论", "评论数", "评论量", "回复数", "comments", "replycount", "commentcount"]
    case .likes: ["likes", "点赞", "点赞数", "点赞量", "赞", "likecount"]
    case .label: []
    }
  }
}
