// SPDX-License-Identifier: Apache-2.0

/// What names of people look like. Written by us from common knowledge: no list of real persons is behind it.
enum NameTables {
  /// Surnames that hardly begin an ordinary word. What follows one is taken for a name unless the word is among `ordinary`.
  static let plainSurnames = Set(
    """
    王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 朱 胡 郭 罗 郑 梁 谢 宋 唐 邓 冯 韩 曹 彭 肖 蔡 潘 董 袁 蒋 杜 苏 魏 吕 沈 姚 卢 傅 姜 崔 \
    谭 廖 汪 陆 贾 韦 邱 侯 邹 熊 孟 秦 阎 薛 尹 黎 陶 贺 郝 龚 邵 覃 柳 樊 聂 庞 殷 詹 冉 翟 邢 俞 柯 梅 裴 霍 骆 舒 \
    靳 耿 焦 颜 倪 葛 岳 祁 佘 阮 晏 欧阳 司马 上官 诸葛
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Surnames that are also everyday characters: names only where something beside them says so.
  static let commonSurnames = Set(
    """
    马 林 何 高 许 曾 田 于 余 叶 程 丁 任 钟 范 金 石 戴 夏 方 白 江 段 雷 史 龙 顾 毛 万 钱 严 武 莫 孔 汤 欧 易 阳 向 尤 左 文 \
    成 祝 章 费 常 康 洪 时 安 齐 牛 温 甘 华 池 管 路 关 乔 申 鲍 兰 申 游 简 祖 项 卜 宁 古 季 包 曲 车 符 艾 凌 盛 房 单 商 \
    童 全 鲁 伍 屈 谷 辛 纪 燕 喻 米 丘 付 代
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Ordinary words that begin with a plain surname.
  static let ordinary = words(
    """
    王牌 王国 王者 王朝 王法 李子 李树 张贴 张开 张嘴 张口 张榜 张罗 张扬 张望 陈旧 陈述 陈列 陈年 陈规 陈情 陈皮 陈设 杨树 杨梅 \
    杨柳 黄金 黄牛 黄色 黄泥 黄土 黄河 黄线 黄标 黄昏 黄豆 黄瓜 黄沙 黄水 黄灯 黄花 黄页 黄连 黄疸 黄芪 黄褐 周边 周围 周末 周期 \
    周年 周一 周二 周三 周四 周五 周六 周日 周天 周岁 周转 周折 周到 周密 周身 周知 周全 周长 周报 孙子 孙女 孙辈 孙儿 朱砂 胡乱 \
    胡同 胡子 胡说 胡搞 胡作 胡编 胡来 胡须 胡椒 胡萝 胡闹 胡言 罗列 罗非 郑重 郑州 梁柱 谢谢 谢意 谢绝 唐突 唐朝 唐氏 韩国 韩语 \
    韩式 肖像 董事 杜绝 杜撰 杜仲 苏打 苏醒 苏州 沈阳 姜汁 姜片 陆续 陆地 陆路 陆军 熊猫 黎明 陶瓷 陶土 陶艺 贺卡 贺词 柳树 柳条 \
    柳州 潘多 焦虑 焦急 焦点 焦化 焦炭 焦黑 颜色 颜料 颜面 梅毒 梅雨 梅花 舒服 舒适 舒张 舒缓 舒心 徐徐 秦岭 汪汪 郭外 \
    葛根 岳父 岳母
    """)

  /// Ordinary words that end with a plain surname.
  static let ordinaryEnds = words(
    """
    霸王 阎王 称王 大王 国王 龙王 女王 君王 天王 行李 桃李 紧张 主张 扩张 嚣张 纸张 一张 几张 两张 三张 四张 五张 多张 这张 那张 \
    张张 开张 夸张 慌张 伸张 声张 舒张 每张 整张 有张 大张 新陈 白杨 发黄 变黄 枯黄 泛黄 金黄 扫黄 蛋黄 橘黄 涉黄 焦黄 昏黄 淡黄 \
    每周 一周 上周 下周 本周 两周 三周 四周 五周 六周 几周 多周 孕周 圆周 半周 当周 整周 子孙 儿孙 外孙 祖孙 二胡 含胡 收罗 包罗 \
    搜罗 阎罗 桥梁 房梁 栋梁 鼻梁 脊梁 大梁 横梁 感谢 多谢 致谢 答谢 酬谢 拜谢 代谢 谢谢 荒唐 生肖 不肖 古董 江苏 复苏 师傅 生姜 \
    老姜 一汪 大陆 登陆 着陆 内陆 商贾 诸侯 狗熊 熏陶 祝贺 庆贺 垂柳 杨柳 心焦 聚焦 烧焦 容颜 端倪 青梅 杨梅 话梅 山岳 商埠
    """)

  /// What people are called by behind their name.
  static let titles = words(
    """
    先生 女士 小姐 老师 同志 师傅 医生 大夫 护士 主任 书记 局长 厅长 县长 市长 省长 区长 镇长 乡长 村长 校长 院长 所长 处长 科长 \
    队长 站长 部长 经理 总经 董事 老板 律师 法官 警官 教授 阿姨 叔叔 大爷 大妈 奶奶 爷爷 医师 教练 支书 会计 副主 副书 副局 副县 \
    副镇 副校 副院 等人
    """)

  /// What stands before a name.
  static let cues = words(
    """
    我叫 名叫 叫做 姓名 署名 本人 我是 诉人 报人 系人 映人 法人 表人 患者 伤者 死者 责人 当事 丈夫 妻子 儿子 女儿 父亲 母亲 书记 局长 \
    厅长 县长 市长 镇长 校长 院长 老板 经理 主任 老师 医生
    """)

  /// What stands before a name in English.
  static let englishTitles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "sir", "madam", "prof", "named"]

  /// Given names of English that are hardly ordinary words.
  static let englishNames = Set(
    """
    james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony steven paul andrew joshua \
    kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott \
    brandon benjamin samuel gregory alexander patrick jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan \
    jeremy harold keith christian roger noah gerald terry sean arthur austin noel lawrence jesse dylan bryan jordan bruce albert willie \
    gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley mary patricia jennifer linda \
    elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda \
    dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen \
    samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly \
    lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice \
    jean abigail alice julia judy sophia doris isabella theresa diana marie denise danielle beverly amber brittany natalie rose jane \
    smith johnson williams jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson jackson thompson
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
