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
}
