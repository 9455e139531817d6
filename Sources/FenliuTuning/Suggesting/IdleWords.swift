// SPDX-License-Identifier: Apache-2.0

/// Words that say nothing of what a post is about: greetings, forms of address, pleas, words of grammar, and what places are called.
///
/// Written by us. A fit finds reasons to give some of them points, because in a sample everything leans to some side; in the next
/// month's posts they lean to another.
enum IdleWords {
  /// Characters with which no natural word begins.
  static let neverFirst = Set(
    "的了吗呢吧啊们着过得地之乎者也而且或则其与及以于被把将我你您他她它咱这那哪个些每各该此本只仅才就都又再还很太更最是给让由去和向在对为有到从要会能想说做看问没不未等请望很常非并但却即若使及至所".map(String.init))
  /// Characters with which no natural word ends.
  static let neverLast = Set("的了吗呢吧啊是在和与及而或之以于被把将我你您他她它咱这那哪每各该此很太更最就都又再还对从到向让使给为因不没未请去来说".map(String.init))
  /// Words of alphabets with which no n-gram begins or ends, and which are no suggestion by themselves.
  static let english = Set(
    """
    the an is are was were be been am and or but if then than that this these those it its it's i'm i've to of in on at for with from by \
    as so do does did has have had will would can could should may might there here what which who whom whose hi hello hey please \
    thanks thank dear regards my your our their his her we you they he she me us them
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Ordinary words that begin with one of `neverFirst` all the same.
  static let words = Set(
    """
    在职 在编 在校 在岗 在建 对口 对外 到期 到账 到位 从业 有毒 有害 有偿 有线 有限 有机 地铁 地下 地质 地基 地税 不合 不动 不达 非法 非物 非遗 \
    未成 未婚 不孕 不锈 要价 会计 会员 会诊 能源 能耗 看病 看护 做工 没收 常务 常住 并购 说明书 由来 过路 过桥 过期 过敏 着火 之家 者 使馆 \
    去世 向阳 或 等级 望江 给付 给水 让利 为民
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that say nothing, alone or put together.
  static let chinese = Set(
    """
    您好 你好 大家好 领导 领导们 尊敬 敬爱 亲爱 谢谢 感谢 多谢 万分感谢 致谢 敬礼 此致 再次 希望 望 盼 恳请 请求 恳求 请问 请 想问 \
    想请问 询问 咨询 投诉 举报 反映 反应 建议 求助 问题 情况 关于 有关 相关 部门 上级 政府 单位 人员 工作 工作人员 处理 解决 回复 \
    答复 落实 调查 核实 查处 重视 关注 关心 百忙 之中 帮助 帮忙 协调 公道 为民 做主 百姓 老百姓 人民 群众 市民 网友 网民 本人 我们 \
    你们 他们 大家 自己 别人 有人 什么 怎么 怎样 为什么 为何 如何 哪里 何时 多久 时候 现在 目前 今天 昨天 明天 今年 去年 明年 最近 \
    近日 日前 以前 以后 之前 之后 后来 一直 已经 曾经 多次 经常 每天 每次 每年 这样 那样 这种 那种 这个 那个 这些 那些 一个 一些 一下 \
    一次 没有 不能 不是 不会 不知 不知道 知道 可以 可是 但是 因为 所以 如果 虽然 而且 或者 还是 还有 就是 只是 只有 都是 也是 真的 \
    非常 十分 特别 严重 强烈 尽快 尽早 早日 及时 马上 立即 至今 到底 究竟 难道 是否 是不是 能不能 可不可以 对于 根据 按照 通过 \
    进行 得到 引起 造成 导致 影响 发现 认为 觉得 感觉 打电话 电话 联系 平台 网上 书记 市长 县长 局长 厅长 省长 区长 镇长 主任 先生 \
    女士 同志 省里 市里 县里 区里 镇里 村里 当地 附近 本地 外地 地方 这里 那里 一点 有点 许多 很多 好多 大量 不少 所有 全部 其他 其它 \
    等等 等 说法 理由 原因 事情 事实 真实 谢 您 你 我 他 是 的 了 在 和 有 不 也 都 就 还 对 为 给 让 被 把 向 与 及 请您 望您 好
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What ordinary words end with 省, 市, 县, 镇, 乡, 村, 区, 州: every other word that does is a place.
  static let notPlaces = Set(
    """
    节省 本省 全省 外省 跨省 城市 超市 门市 股市 上市 菜市 夜市 集市 都市 楼市 早市 全市 本市 市县 区县 小区 社区 城区 景区 园区 校区 \
    库区 矿区 山区 灾区 厂区 片区 辖区 地区 老区 新区 郊区 市区 县区 学区 城镇 乡镇 村镇 集镇 农村 乡村 山村 行政村 自然村 新村 全村 \
    本村 驻村 入村 进村 下乡 家乡 老乡 城乡 同乡 务工返乡 返乡 县乡 全县 本县 出县 全镇 全乡 商业区 开发区 工业区 工业园区 高新区 \
    住宅小区 生活区 居民区 住宅区 旅游区 风景区 保护区 自治区 服务区 经开区 示范区 病区 疫区 城中村 商住小区 旅游景区 \
    居民小区 安置小区 棚户区 老城区 中心城区 主城区
    """.split(whereSeparator: \.isWhitespace).map(String.init))
  static let placeEnds = Set("省市县镇乡村区州".map(String.init))

  /// Whether an n-gram says nothing, or is the name of a place.
  static func isIdle(_ ngram: NgramIndex.Ngram) -> Bool {
    switch ngram.kind {
    case .alphabet: ngram.units.first.map(english.contains) ?? true || ngram.units.last.map(english.contains) ?? true
    case .han:
      neverFirst.contains(ngram.units[0]) && !words.contains(ngram.units.prefix(2).joined())
        || neverLast.contains(ngram.units[ngram.units.count - 1])
        || isPlace(ngram.units) || isPutTogether(ngram.units)
    }
  }

  /// Whether it is the name of a place, or begins with one.
  private static func isPlace(_ units: [String]) -> Bool {
    for place in units.indices.dropFirst() where placeEnds.contains(units[place]) {
      let name = units[...place]
      // 小区 and the like make ordinary words with whatever stands before them.
      if (2...min(4, name.count)).contains(where: { notPlaces.contains(name.suffix($0).joined()) }) { continue }
      // The character may begin a word as well: 市场, 区别, 村民.
      if place + 1 < units.count, wordsBehind.contains(units[place] + units[place + 1]) { continue }
      return true
    }
    return false
  }

  /// Ordinary words that begin with one of `placeEnds`.
  private static let wordsBehind = Set(
    """
    市场 市政 市民 市容 市价 市面 市区 市县 市直 省级 省会 省内 省厅 省钱 省道 省直 市级 县级 县城 县直 镇上 乡镇 乡村 乡亲 乡下 \
    村民 村委 村干 村支 村组 村里 村庄 村医 村小 村道 村镇 村校 村村 村级 区别 区域 区分 区间 区级 区内 镇卫 镇中 乡卫 乡中 \
    镇政 乡政 区政 市公 县公 县人 市人 区人
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Whether it is made of idle words alone.
  private static func isPutTogether(_ units: [String]) -> Bool {
    // Invariant: reached[n]: the first n units are idle words one after the other.
    var reached = [true] + Array(repeating: false, count: units.count)
    for end in 1...units.count {
      reached[end] = (max(0, end - 4)..<end).contains { reached[$0] && chinese.contains(units[$0..<end].joined()) }
    }
    return reached[units.count]
  }
}
