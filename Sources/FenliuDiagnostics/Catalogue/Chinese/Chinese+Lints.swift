// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// What checks find that compile and run the rules.
  static let lints = merged(
    [
      "prohibited-hits-restraint": "规则“{rule}”命中了克制案例“{case}”，违禁规则都不得命中它"
    ], wordLints, ruleLints, otherLints, costLints)

  private static let wordLints = [
    "same-normalized": "“{word}”与“{other}”归一化后相同，查找的是同一个词",
    "word-inside-word": "凡有“{word}”之处，都已找到“{other}”",
    "word-twice-in-line": "规则“{rule}”的同一行里有两个“{word}”",
    "word-in-two-lines": "规则“{rule}”有两行都含“{word}”，一处命中就满足两行",
    "single-character-word": "“{word}”只有一个字，许多别的词里都有它",
    "common-word": "“{word}”几乎什么内容的帖子里都有",
    "short-latin-word": "“{word}”太短，也会是别的事物的缩写",
    "word-with-separator": "“{word}”是一个含有“{sign}”的词；词表每行只写一个词",
    "dots-for-gap": "“{word}”只有在帖子也写有“{dots}”时才会命中；间隔须写作 …",
    "word-in-allow": "“{word}”在“{rule}”中从不算数：allow 里也有它",
    "word-in-unless": "“{word}”在“{rule}”中会把自己的命中撤掉：它含有 unless 的“{other}”",
    "word-in-none": "“{word}”不会使“{rule}”成立：它含有 none 的“{other}”",
    "allow-without-word": "“{word}”里不会有任何命中，不必放行",
    "known-negator": "“{word}”不必列出，本来就表示否定",
  ]

  private static let ruleLints = [
    "rule-never-holds": "规则“{rule}”对任何文字都不会成立：它把自己的命中全部排除了",
    "condition-never-holds": "没有帖子能满足这个 {key}",
    "rule-shadowed": "“{rule}”命中的帖子“{other}”都会命中，后者给同一类别和主题的分不更少",
    "rule-always-replaced": "“{rule}”从不算数：它命中之处，“{other}”都会命中并替代它",
    "duplicate-rule": "规则“{rule}”查找的内容与“{other}”相同",
    "contradicting-rules": "对于“{word}”，规则“{rule}”减分，而“{other}”加分",
    "rule-expired": "“{rule}”的最后一天是 {day}，已经过去",
    "rule-not-begun": "“{rule}”的第一天是 {day}，尚未到来",
    "whole-year-season": "01-01 到 12-31 是全年，与不写季节相同",
    "rule-deprecated": "规则“{rule}”已弃用，但仍在计分",
    "rule-without-effect": "规则“{rule}”的状态是 {status}，不改变任何结果",
    "rule-gives-nothing": "规则“{rule}”不给分，而它的类别只看分",
    "rule-without-hit-example": "没有例句说明“{rule}”会命中什么",
    "rule-without-miss-example": "没有例句说明“{rule}”的 {key} 排除了什么",
    "replaces-nothing": "“{name}”的状态是 {status}，没有分可以失去",
    "each-without-effect": "“{rule}”的 each 最多只数一个词，与不写相同",
    "all-with-one-line": "只有一行的 all 就是 any",
    "case-expects-nothing": "案例“{name}”没有预期，总是通过",
    "unused-list": "没有规则使用词表“{name}”",
    "unused-topic": "没有规则给出主题“{name}”",
    "unused-category": "没有规则属于类别“{name}”",
    "level-never-reached": "这一行从不会把帖子定为 {level}",
    "weight-without-effect": "“{key}”的这个权重不起作用",
  ]

  private static let otherLints = [
    "slow-regex": "针对这个正则构造的文字，{half} 个字要用 {steps} 步，{length} 个字超过 {most} 步：运算量{growth}",
    "regex-is-word": "这个正则就是一个普通的词",
    "regex-is-choice": "这个正则就是几个普通的词任选其一",
    "unread-group": "没有谁读取分组“{name}”",
    "owner-without-contact": "部门“{department}”负责答复，却没有联系方式 contact",
    "lead-named-twice": "路由“{route}”已由“{department}”主办",
    "personal-number": "这里像是真实个人的{kind}",
    "too-broad": "{kind}“{name}”命中了 {posts} 个帖子中的 {hits} 个（{share}%）",
    "never-hits": "规则“{rule}”在 {posts} 个帖子中一个也没有命中",
  ]

  private static let costLints = [
    "costly-regex":
      "第 {rank} 慢的规则“{rule}”：每帖 {time} 微秒（全部规则共 {all} 微秒），其中这个正则 {part} 微秒，在 {posts} 个帖子中运行 {runs} 个，命中 {hits} 个",
    "costly-word":
      "第 {rank} 慢的规则“{rule}”：每帖 {time} 微秒（全部规则共 {all} 微秒），其中词 {part} 微秒，出现最多的“{word}”在 {posts} 个帖子中有 {finds} 处；这一行命中 {hits} 个帖子",
    "costly-number":
      "第 {rank} 慢的规则“{rule}”：每帖 {time} 微秒（全部规则共 {all} 微秒），其中在 {units} 个单位前读数 {part} 微秒，{posts} 个帖子",
  ]

  /// How to mend what lints find.
  static let lintHelps = [
    "single-character-word": "请写长一些的词，或让规则同时要求别的内容",
    "common-word": "请写只有这类帖子才有的词，或让规则同时要求别的内容",
    "word-in-two-lines": "请从其中一行去掉它",
    "owner-without-contact": "请加上 contact：电话或地点",
    "slow-regex": "请写上限，如把 * 写成 {0,30}，或不要在循环里再套循环",
    "rule-without-hit-example": "请加上 examples: {hit: [一句应当命中的话]}",
    "costly-regex": "它运行前要等的词：{q literal}。请写进更长或更少见、且必须出现的词；若几乎每次运行都命中，可把循环的上限改小",
    "costly-word": "请换成比“{word}”更长或更少见的词，除非它几乎总是命中",
    "costly-number": "请只写人们真正使用的单位",
    "too-broad": "请写长一些的词，或让规则同时要求别的内容",
    "unused-topic": "由规则用 topic: 给出，或去掉这一行",
    "unread-group": "名为 people、months、days、amount 的分组会读作数字",
  ]

  /// Words of our own that lints name.
  static let lintTerms = [
    "mobile-number": "手机号", "landline-number": "电话号码", "identity-number": "身份证号", "bank-number": "银行卡号",
    "mail-address": "电子邮箱", "plate-number": "车牌号", "passport-number": "护照号", "qq-number": "QQ 号",
    "wechat-name": "微信号",
    "grows-square": "随长度的平方增长", "grows-power": "随长度的高次方增长", "grows-explosion": "每多一个字都成倍增长",
    "no-word": "无",
  ]

  /// What related places of lints are.
  static let lintNotes = ["the-other-one": "另一处"]
}
