// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

/// The words by which `Speech` tells who speaks, found in one pass over a clause.
///
/// Choosing is one-sided: a word too many leaves a quotation among the writer's own words, one too few loses a grievance.
struct SpeechWords: Sendable {
  /// What a word says of the clause that a verb of saying ends.
  enum Role: UInt8, Sendable {
    /// Nothing was said.
    case denies
    /// Something is to be said, or who says it is asked.
    case asks
    /// Looks like one of the other words, and is none.
    case exempts
    /// Ends with the verb, and is another word.
    case stops
    /// The writer.
    case selves
    /// The writer, as a clerk who takes a call writes him down, or his letter.
    case writers
    /// Those who share his lot.
    case fellows
    /// Somebody else who may speak.
    case speakers
    /// The same, where nothing else can be meant.
    case pronouns
    /// To whom, for whom: what follows is spoken to, and does not speak.
    case turns
    /// What the writer got is somebody else's.
    case receives
    /// May stand before the subject, or instead of one.
    case opens
  }

  typealias Finding = (role: Role, range: Range<Int>)

  static let shared = SpeechWords()

  private let automaton: KeywordAutomaton
  private let roles: [Role]

  private init() {
    let words = Self.words.flatMap { role, words in words.split(separator: " ").map { (role, String($0)) } }
    automaton = KeywordAutomaton(words.map(\.1))
    roles = words.map(\.0)
  }

  /// The words of a clause by where they end; what lies in an exempting word is left out.
  func findings(in range: Range<Int>, of text: Span<UInt8>) -> [Finding] {
    var found: [Finding] = []
    automaton.forEachHit(in: text.extracting(range)) { literal, place in
      found.append(
        (roles[Int(literal.index)], place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound))
    }
    let exempting = found.filter { $0.role == .exempts }
    if exempting.isEmpty { return found }
    return found.filter { finding in
      ![.denies, .asks, .turns, .stops].contains(finding.role)
        || !exempting.contains {
          $0.range.lowerBound <= finding.range.lowerBound && finding.range.upperBound <= $0.range.upperBound
        }
    }
  }

  /// Whether a family name that many have, and that begins few other words, stands at a byte.
  static func isName(_ scalar: UInt32) -> Bool { names.contains(scalar) }

  private static let names = Set(
    ("王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡杜叶苏魏吕丁沈卢姜崔钟谭陆汪范廖韦贾邹熊孟秦邱尹薛闫雷侯龙陶黎贺顾"
      + "毛郝龚邵万钱戴严莫孔常汤武乔赖文").unicodeScalars.map(\.value))

  private static let words: [(Role, String)] = [
    (.denies, "没 未 不 无 拒 勿"),
    (
      .asks,
      """
      请 求 恳 盼 望 希 待 何时 何日 几时 什么 啥 如何 怎 谁 哪 能否 可否 是否 能不能 会不会 要不要 多久 期待 等着 在等 还等 坐等 等您 等你 等贵 静候 等候 \
      尽快 尽早 早日 及时 立即 立刻 务必 应当 应该 必须 理应 理当 应予 应给 须给 需要 急需 呼吁 督促 敦促 责令 责成 催促 麻烦 拜托 劳烦 讨个 要个 给个 给一个 \
      建议 关于 针对 不满 质疑 让我们
      """
    ),
    (
      .exempts,
      """
      不锈钢 不耐烦 不屑 不但 不仅 不光 不过 不断 不久 不料 不时 不日 不服 不客气 不动产 不以为然 不紧不慢 不冷不热 无锡 无奈 无理 无赖 无耻 无情 无意 无所谓 毫无 未央 \
      没想到 待遇 优待 过来说 出来说 回来说 后来说 进来说 起来说 房和 源和 育和 化和 展和 业和 生和 政和 望城 望江 望奎 看望 失望 探望 绝望 邀请 申请 聘请 请示 请假 需求 追求 要求其 接待 招待 对待 看待 虐待 \
      应急 给予 给出 给的 给了 对此 对方 对面 对外 对接 同行 同时 同样 同意 同事 与会 与此 到场 到时 到底 去年 去世 和平 和谐 向来 写字 打人 找来 代理 代办 代理人 代表团 \
      为人 为此 因为 认为 作为 行为 希望小学 那么 这么 什么的 参与 到来 直到 得到 收到 接到 等到 拿到 遇到 看到 听到 找到 合同 共和 暖和
      """
    ),
    // Other words, and how something is said.
    (
      .stops,
      """
      想说 要说 该说 得说 敢说 能说 可说 好说 难说 来说 如说 是说 再说 以说 据说 听说 或者说 先说 没说 别说 小说 传说 解说 虽说 若说 按说 照说 且说 单说 细说 短说 胡说 瞎说 \
      乱说 妄说 诉说 述说 劝说 游说 演说 评说 实说 俗话说 古话说 老话说 常话说 句话说 实话说 真话说 良心话说 的话说 总的说 具体说 总体说 概括说 客观说 通俗说 确切说 俗语说 常言说 \
      明白说 坦白说 坦率说 有话直说 实话直说 挑明说 说一说 说说 你说 您说 诸位说 补充说 直接说 严格说 一般说 相对说 公平说 公正说 良心说 道理说 往大说 往小说 反过来说 笼统说 \
      准确说 真心说 负责任说 首先说 其次说 最后说 总之说 知说是 就是说是 \
      简称 名称 职称 全称 俗称 统称 合称 号称 自称 古称 也称 人称 又称 所称 文后称 以下称 戏称 尊称 敬称 昵称 别称 对称 匀称 著称 堪称 可称 并称 通称 旧称 美称 誉称 被称 \
      之称 原称 泛称 总称 代称 爱称 雅称 谦称 贬称 改称 更称 相称 惯称 常言道 呐喊
      """
    ),
    (.selves, "我 俺 咱 本人 笔者 小编 鄙人"),
    (
      .writers,
      """
      来电人 来电者 来访人 来访者 来信人 来函人 投诉人 投诉者 举报人 举报者 反映人 反映者 求助人 求助者 诉求人 信访人 上访人 申诉人 报案人 报警人 留言人 写信人 发帖人 咨询人 \
      建议人 提问人 当事人 受害人 申请人 发件人 市民 群众来 群众反映 居民来 居民反映 村民来 村民反映 业主来 业主反映 家长来 家长反映 网友来 网友反映 职工来 职工反映 乘客来 学生来 \
      求助信 举报信 投诉信 上访信 申诉信 申诉书 联名信 请愿书 控告信 控告书 起诉书 公开信 诉状 信里 信中 信上 来信 诉求 横幅 标语 帖子 替工友
      """
    ),
    (.fellows, "工友 工人 农民工 民工 职工 员工 业主 村民 居民 住户 群众 家长 学生 全体 同学 大家 众人 乡亲 家人 家属 代表"),
    (
      .speakers,
      """
      人员 领导 老板 经理 主任 局 厅 法院 检察院 医院 学院 委 部门 部里 项目部 中心 公司 集团 企业 物业 客服 热线 医生 医师 大夫 护士 老师 教师 学校 校方 园方 园长 校长 院长 \
      院方 书记 县长 市长 区长 省长 州长 乡长 镇长 村长 组长 处长 科长 所长 队长 站长 厂长 局长 厅长 部长 会长 社长 店长 班长 行长 董事长 秘书长 总理 总书记 干部 警察 民警 城管 \
      派出所 法官 庭长 律师 银行 单位 街道 社区 政府 支队 大队 中队 工厂 厂方 厂里 厂家 矿上 矿方 矿里 开发商 商家 店家 店主 卖家 卖方 房东 中介 司机 师傅 保安 门卫 专家 记者 \
      秘书 会计 店员 柜员 业务员 销售 顾问 负责人 男子 女子 老头 党员 公务员 收费员 售票员 乘务员 包工头 工头 会所 管理处 办事处 办公室 街道办 拆迁办 信访办 管委 站 村支 支书 \
      房管所 车管所 收费的 接电话的 守门的 开车的 总监 总经 董事 法人 承包 业委会 村委 居委 组委 党委 纪委 有人 人家 别人 甲方 乙方 被告 消防 交警 城投 建投 商场 超市 酒店 宾馆 景区 驾校 热线 12345 12328 12306
      """
    ),
    (.pronouns, "他 她 其 对方 你们 贵单位 贵局 贵公司 人家 工作人员 负责人"),
    (.turns, "向 跟 给 对 找 去 到 和 与 同 替 代 帮 为 致电 致信 写信 打电话 拨打 联系"),
    (.receives, "收到 接到 得到 等到 等来 换来 拿到"),
    (
      .opens,
      """
      并 还 又 也 都 就 只 则 却 再 才 仍 均 竟 便 已 曾 正 刚 先 后 而 但 可 却是 然后 接着 甚至 最后 而且 并且 同时 依然 一直 多次 屡次 再次 反复 每次 每每 反而 居然 竟然 \
      于是 所以 因此 因而 但是 可是 不过 随后 后来 当时 当场 现在 今天 昨天 前天 日前 近日 最近 至今 今年 去年 对此 为此 如此 这样 这么 那么 直接 亲自 亲口 当面 口头 书面 \
      明确 公开 正式 现 今 马上 终于 只好 只能 从而 一再 大声 高声 哭着 含泪 跪着 联名 集体 一起 共同 分别 曾经 已经 仅仅 只是 反正 另外 此外 另 故 遂 特 即
      """
    ),
  ]
}
