// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What is known of units: the words they begin, and how much of another unit they are.
///
/// The words are those that stand after numbers in ordinary Chinese. Where both readings are common (三天天气, 三十人均)
/// the table keeps the unit, because a missed count hides a group and a wrong one is seen by whoever reads the post.
enum UnitTable {
  /// 30人以下: no least.
  static let below = Array("以下".utf8)

  /// What may stand between 个 and a time: 两个多月, 一个半小时.
  private static let blurs = ["", "多", "来", "半", "余", "几", "把"]

  private static let times = [
    "月", "小时", "钟头", "星期", "礼拜", "季度", "学期", "学年", "世纪", "工作日", "自然月", "年头", "昼夜", "晚上", "早上", "上午", "下午",
    "夜晚", "白天", "周", "双休", "春节", "暑假", "寒假",
  ]

  private static let wordsOfMeasure: [String] =
    blurs.flatMap { blur in times.map { blur + $0 } }
    + ["别", "体", "税", "性", "案", "股", "位数", "头儿", "亿", "百分点", "点"]

  private static let wordsOfPeople = [
    "民", "次", "份", "类", "间", "床", "寝", "格", "权", "物", "际", "行道", "大代表", "大常委", "工智能", "工服务", "均收入", "均年", "均月",
    "均消费", "均可支配", "均面积",
  ]

  /// Words that begin with the unit, without the unit.
  static func continuations(of unit: String) -> [String] {
    switch unit {
    case "个": wordsOfMeasure
    case "名": ["牌", "单", "字", "称", "额", "义", "誉", "次", "胜", "著", "片", "堂", "气"]
    case "位": ["置", "于", "数", "小数", "密码", "号码", "移", "列"]
    case "人": wordsOfPeople
    case "个人": wordsOfPeople + ["信息", "账户", "账号", "隐私", "资料", "所得", "名义", "意见", "原因", "简历", "征信"]
    case "户": ["口", "型", "籍", "外"]
    case "口": ["井", "锅", "塘", "水", "窑", "缸", "棺", "钟", "池", "气", "径", "鱼塘"]
    case "天": ["气", "然气", "花", "津", "猫", "桥", "窗", "井", "堂", "灾", "安门"]
    case "月": ["份", "底", "初", "薪", "饼", "租", "费", "票", "嫂", "台", "色", "子"]
    case "日": ["期", "子", "常", "报", "本", "用", "程", "志", "历"]
    case "年": ["级", "代", "龄", "轻", "底", "初", "末", "度", "货", "检", "薪", "级", "纪", "份"]
    case "周": ["围", "边", "岁", "末", "转", "到", "期", "刊", "一", "二", "三", "四", "五", "六", "日"]
    case "星期", "礼拜": ["一", "二", "三", "四", "五", "六", "日", "天", "几"]
    case "元": ["旦", "宵", "素", "件", "首", "月"]
    case "块":
      [
        "地", "砖", "石", "板", "木", "田", "肉", "布", "表", "牌", "糖", "玻璃", "瓷", "屏", "面", "空", "土", "钢", "铁", "电", "墙", "区",
        "菜",
      ]
    case "分": ["钟", "之", "店", "公司", "局", "部", "校", "院", "别", "期", "析", "配", "类"]
    case "号":
      [
        "楼", "线", "院", "店", "门", "厅", "机", "码", "房", "井", "站", "文", "桥", "路", "公路", "仓", "库", "车", "口", "令", "晚", "早",
        "上午", "下午",
      ]
    default: []
    }
  }

  /// Longer words in which the unit stands for itself after all, without the unit.
  static func exceptions(of unit: String) -> [String] {
    switch unit {
    case "名": ["单位", "单亲", "单身"]
    case "天": ["气得", "气死", "气坏"]
    case "位": ["数学"]
    default: []
    }
  }

  /// How many of what `kind` counts make one `unit`, as a fraction.
  static func factor(of unit: String, in kind: NumberName) -> (Int, Int) {
    switch (kind, unit) {
    case (.months, "年"), (.months, "year"), (.months, "years"): (12, 1)
    case (.months, "季度"), (.months, "个季度"): (3, 1)
    case (.months, "周"), (.months, "星期"), (.months, "个星期"), (.months, "礼拜"), (.months, "个礼拜"), (.months, "week"),
      (.months, "weeks"):
      (7, 30)
    case (.months, "天"), (.months, "日"), (.months, "day"), (.months, "days"): (1, 30)
    case (.days, "周"), (.days, "星期"), (.days, "个星期"), (.days, "礼拜"), (.days, "个礼拜"), (.days, "week"), (.days, "weeks"):
      (7, 1)
    case (.days, "月"), (.days, "个月"), (.days, "month"), (.days, "months"): (30, 1)
    case (.days, "年"), (.days, "year"), (.days, "years"): (365, 1)
    case (.days, "小时"), (.days, "个小时"), (.days, "钟头"), (.days, "个钟头"), (.days, "hour"), (.days, "hours"): (1, 24)
    case (.amount, "角"), (.amount, "毛"): (1, 10)
    case (.amount, "分"): (1, 100)
    default: (1, 1)
    }
  }
}
