// SPDX-License-Identifier: Apache-2.0

/// Words that stand in most texts of their language, whatever they are about. Normalized.
enum CommonWords {
  static let all: Set<String> = Set(chinese + english)

  private static let chinese = [
    "我们", "你们", "他们", "她们", "它们", "咱们", "大家", "自己", "别人", "这个", "那个", "这些", "那些", "这里", "那里", "这样", "那样", "这么",
    "那么", "什么", "怎么", "怎样", "哪里", "哪个", "为什么", "因为", "所以", "但是", "可是", "而且", "并且", "或者", "还是", "就是", "不是", "只是",
    "也是", "都是", "如果", "虽然", "然后", "后来", "已经", "正在", "可以", "可能", "应该", "没有", "还有", "知道", "觉得", "认为", "现在", "今天",
    "昨天", "明天", "时候", "时间", "一个", "一些", "一下", "一直", "一样", "非常", "特别", "比较", "真的", "其他", "有些", "有的", "有人", "有点",
    "起来", "出来", "下来", "过来", "对于", "关于", "通过", "根据", "以及", "请问", "谢谢", "您好", "你好",
  ]

  private static let english = [
    "a", "an", "the", "and", "or", "but", "if", "so", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as",
    "is", "are", "was", "were", "be", "been", "have", "has", "had", "do", "does", "did", "not", "no", "yes", "i", "you",
    "he", "she", "it", "we", "they", "me", "my", "your", "his", "her", "our", "their", "this", "that", "these", "those",
    "there", "here", "what", "when", "where", "who", "why", "how", "all", "any", "some", "can", "will", "would",
    "should", "very", "just",
  ]
}
