// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import Testing

@testable import FenliuMatching

/// Who is taken for the one who speaks. A grievance that is taken for a quotation is lost.
@Suite struct SpeechTests {
  /// Whether 甲 is the writer's own word.
  private func isOwn(_ text: String) -> Bool {
    let bytes = Sample.normalized(text).bytes
    var zones = FieldZones()
    zones.read(bytes.span)
    let before = text.prefix { $0 != "甲" }.utf8.count
    let zone = zones.zones(of: before..<before + 3, in: .text).first
    return zone == .own || zone == .emphasis
  }

  /// The words of a complaint in quotation marks, of more characters than a name has.
  private static let quoted = "“甲老板拖欠工资三个月”"

  @Test(
    "what nobody has said yet is the writer's",
    arguments: [
      "至今无人答复", "一直没答复", "三个月没有任何回复", "等了三个月还不回复", "至今未见正式回复", "劳动局没有回复", "劳动局拒绝回答", "他们从来不说",
      "无锡劳动局没有答复", "投诉三个月仍未回应", "没什么好说", "没人告诉我", "谁也没有承诺",
      "请劳动局答复", "请县长回复", "强烈要求答复", "请求答复", "求领导回复", "请相关职能部门按程序进行答复", "现请职能部门答复", "何时能回应", "何时答复", "望领导回复",
      "希望县长能够回答", "盼回复", "期待局长答复", "等待劳动局答复", "恳请领导答复", "能否答复", "劳动局应该答复", "谁来回答", "局长怎么答复", "麻烦领导回复", "劳动局什么时候回复",
      "督促劳动局尽快答复", "业主委员会及时进行回复", "请问局长如何答复", "请劳动局，并答复",
    ])
  func nothingIsSaid(clause: String) {
    for speech in ["：甲", "：\(Self.quoted)", Self.quoted, "，\(Self.quoted)"] {
      #expect(isOwn(clause + speech), "\(clause)\(speech)")
    }
  }

  @Test(
    "what the writer says is his own, whoever he says it to",
    arguments: [
      "我说", "我们说", "我写道", "我在信里写道", "我大声喊", "我替工友说", "向您诉说", "求助信写道", "今天我说", "当时我回答", "我就对守门卫工作人员说", "我对我们老板说",
      "我跟局长说",
      "我们三十名工友写道", "我去劳动局说", "所以我再次强调说", "俺们说", "本人写道", "跟老板说", "多次向劳动局说", "给县长写道", "写信给县长说", "找领导说", "替工友们说",
      "我们公司全体员工说",
      "我们和老板说", "代表全体业主说", "我打电话给局长说", "我不禁问道", "我的答复", "我给局长打电话，说",
      "来电人称", "市民来电表示", "投诉人表示", "来电人说", "市民称", "来访人说", "举报人称", "信访人表示", "业主来电说", "该求助者说", "联名信写道",
    ])
  func theWriterSpeaks(clause: String) {
    for speech in ["：甲", "：\(Self.quoted)", Self.quoted] { #expect(isOwn(clause + speech), "\(clause)\(speech)") }
  }

  @Test(
    "how something is said, and other words",
    arguments: [
      "长话短说", "实话实说", "简单说", "具体说", "补充说", "有苦难说", "老实说", "总的说", "对我来说", "比如说", "据说", "听说", "俗话说", "也就是说", "严格说", "再说",
      "换句话说", "凭良心说",
      "难道", "还我公道", "人行道", "大道", "味道", "街道", "报道", "据报道", "主干道", "知道", "渠道", "管道", "厚道", "霸道", "一道", "门道", "常言道",
      "劳动法所称", "以下简称", "号称", "俗称", "职称", "名称", "自称", "人称", "著称", "让我们一起呐喊",
    ])
  func otherWords(clause: String) {
    for speech in ["：甲", "：\(Self.quoted)", Self.quoted] { #expect(isOwn(clause + speech), "\(clause)\(speech)") }
  }

  @Test(
    "what somebody else says is quoted",
    arguments: [
      "老板对我说", "劳动局回复", "信访局短信写道", "物业对我说", "我老板说", "我们老板跟我说", "他说", "他们说", "当时他就说", "工作人员告诉我", "他们告诉我", "村委会负责人告诉我说",
      "该公司工作人员还说", "县教育局答复", "对方说", "蒋燕说", "张某说", "我们一位退休老干部说", "接电话的竟然对我说", "县政府给予我的答复", "我收到劳动局的答复", "不锈钢厂老板说",
      "无锡市劳动局答复",
      "老板不耐烦地说", "仲裁委陈科长说", "医生强硬的说", "老板在电话说", "县自然资源和规划局答复", "没想到办事人员说", "收费的医师过来说", "12345回复", "对此劳动局答复", "去劳动局他们说",
      "有人说",
    ])
  func othersSpeak(clause: String) {
    for speech in ["：甲", "：\(Self.quoted)", "：“甲”"] { #expect(!isOwn(clause + speech), "\(clause)\(speech)") }
  }

  @Test(
    "before quotation marks nobody needs a name",
    arguments: [
      "劳动局称", "他们扬言道", "开发商承诺", "老板骂", "进门威胁说", "我被告知", "我被老板威胁", "气焰嚣张地说", "公告称", "老板娘笑道", "下午老板来了，说", "劳动局来电表示",
      "回函告知",
    ])
  func marksTell(clause: String) {
    for speech in ["：\(Self.quoted)", Self.quoted] { #expect(!isOwn(clause + speech), "\(clause)\(speech)") }
  }

  @Test("a clause that is too long to be read announces nothing")
  func longClauses() {
    #expect(isOwn("请" + String(repeating: "好", count: 70) + "局长答复：甲"))
    #expect(isOwn(String(repeating: "好", count: 70) + "他说\(Self.quoted)"))
  }
}
