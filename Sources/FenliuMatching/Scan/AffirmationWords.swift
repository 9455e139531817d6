// SPDX-License-Identifier: Apache-2.0

/// The words that deny, ask or promise, as people write them; a pack adds negators of its own.
///
/// Choosing is one-sided: a negator too many leaves a grievance standing that was settled, one too few drops a grievance.
enum AffirmationWords {
  static let negators = [
    "没", "未", "不", "无", "别", "勿", "尚未", "还没", "从未", "并未", "何时", "几时", "什么时候", "啥时候", "何日", "哪天", "哪年", "多久", "遥遥无期",
    "无期",
    "无望", "无果", "落空", "泡汤", "假的", "骗人", "谎称", "谎报", "号称", "除非", "如果", "要是", "假如", "希望", "盼", "请求", "要求", "等着", "才能",
    "能否",
    "是否", "难以", "很难", "拒绝", "拒不", "not", "no", "never", "n't", "n’t", "without", "unless", "until", "if",
  ]

  /// Words behind what is asked.
  static let questions = ["吗", "嘛", "么", "呢"]

  /// The same behind what `polarity` asks about: 呢 and 嘛 end sentences that ask nothing.
  static let questionsOfPolarity = ["吗", "么"]

  /// What says of something before it that it is not so, however it is put.
  static let refutations = [
    "不存在", "不属实", "不实", "没有发生", "没发生", "未发生", "没有此事", "没有这回事", "没有这事", "没有的事", "无此事", "谣言", "是假的", "子虚乌有", "不成立",
    "不是真的", "纯属虚构",
    "遥遥无期", "无期", "无望", "无果", "落空", "泡汤",
  ]

  static let promises = [
    "说好", "说是", "说会", "说要", "说过", "承诺", "答应", "许诺", "允诺", "保证", "扬言", "口头", "promise", "promised", "promises", "will",
    "would",
  ]

  /// Words that contain one of those and mean something else.
  static let exemptions = [
    "不久", "不但", "不仅", "不只", "不光", "不过", "不断", "不少", "不错", "不料", "不管", "不论", "不愧", "不禁", "不胜", "不得不", "差不多", "了不起", "无论",
    "无不",
    "无比", "未来", "没想到", "没收", "别人", "别的", "区别", "特别", "级别", "个别", "分别", "性别", "类别", "告别", "保证金", "保证书", "承诺书", "什么",
    "怎么", "那么", "这么",
    "多么", "要么", "不好意思", "要求已", "要求均", "希望小学",
  ]

  /// The same for `polarity`, where a negation too many loses a grievance: names, what deny something else than the hit, and how something
  /// is done.
  static let exemptionsOfPolarity =
    exemptions + [
      "别墅", "别克", "别院", "别处", "别家", "差别", "派别", "国别", "判别", "鉴别", "不锈钢", "不动产", "未央", "无锡", "无为县", "无为市", "无极县", "无棣",
      "无线", "无烟", "无缝",
      "无障碍", "无纺", "无铅", "无人", "没人", "没有人", "没有任何人", "无一人", "没谁", "无一个人", "无任何人", "未成年", "未婚", "未知", "未经", "未按", "未依法",
      "未取得", "不按", "不明",
      "不良", "不法", "不当", "不合理", "不合格", "不合规", "不正当", "不幸", "不慎", "不小心", "不停", "不定期", "不止", "不服", "不满", "不知", "不顾", "不听",
      "不守", "不同", "不足", "不惜", "不负责",
      "不公", "不平等", "不规范", "不文明", "不安全", "不到", "来不及", "不时", "不日", "不符", "不作为", "不给力", "无良", "无证", "无照", "无故", "无理", "无偿",
      "无奈", "无辜", "无耻", "无视", "无名",
      "无语", "无序", "无端", "无情", "无意", "没完没了", "没日没夜", "没几天", "没多久", "没过多久", "没过几", "没到", "没用多久", "没法活", "不堪",
      "不得已", "不由得", "忍不住",
    ]

  /// Two negations that make one strong yes of what stands beside them: 没少拖欠 is to owe a good deal, 没有不欠 to owe without exception.
  static let doubled = [
    "没少", "没有少", "未少", "没有不", "没有一个不", "没有一家不", "没有谁不", "没一个不", "没一家不", "无一不", "无一例外", "无人不", "不能不", "不会不",
    "不可不", "不可能不", "不应不", "免不了", "少不了", "并非没", "并非不", "并不是没", "不无", "不乏", "不外乎", "无非",
  ]

  /// What holds one of those and denies all the same: a question (能不能不收费), or one denial of a word that begins with another (没有不合理收费).
  static let negatorsOfPolarity =
    negators + [
      "能不能不", "会不会不", "可不可不", "可不可能不", "该不该不", "有没有少", "有没有不",
    ]
    + (exemptionsOfPolarity.filter { $0.hasPrefix("不") } + ["不实", "不对", "不妥", "不正常", "不道德", "不诚信", "不达标"])
    .flatMap { ["没有" + $0, "无" + $0] }
}
