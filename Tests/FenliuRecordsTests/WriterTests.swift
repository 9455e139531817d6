// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite struct WriterTests {
  /// A decision in which everything is there that can be.
  static var full: Decision {
    let hit = Decision.Hit(
      field: .text, start: 0, end: 4, text: "三十\"多\n名", word: "number people", from: "mine/rules.yaml:36")
    var said = hit
    said.zone = .quoted
    var route = Decision.Route(
      name: "wages", lead: "labour", assist: ["union"], notify: ["duty", "leader"], isSealed: true)
    route.recused = Decision.Recused(from: "labour", name: "劳资科", field: .title, start: 3)
    route.ifReturned = "duty"
    route.suggestedReply = "请联系 12345"
    var decision = Decision(id: "c-001", received: Instant(seconds: 1_795_176_000), route: route, rules: "ab12")
    decision.level = .larger
    decision.total = Points(hundredths: 548)
    decision.points = [
      .init(name: "early-sign", points: Points(hundredths: 200)), .init(name: "表扬", points: Points(hundredths: 5)),
    ]
    decision.topics = [.init(name: "labour.wages", points: Points(hundredths: 1090))]
    decision.matches = [.init(rule: "r", category: "action", topic: nil, points: Points(hundredths: -25), hits: [hit])]
    decision.leftOut = 3
    decision.withdrawn = [.init(rule: "r", hit: hit, by: said)]
    decision.numbers.people = 30
    decision.numbers.days = 0.5
    decision.reach = 1200
    decision.beside = [.init(name: "fraud", lead: "duty", assist: [], notify: ["x"])]
    decision.deadlines = [.init(step: "resolve", due: Instant(seconds: 1_795_176_000)), .init(step: "sheet", due: nil)]
    decision.shadow = [.init(rule: "s", category: "trend", topic: "a.b", points: .one, hits: [])]
    decision.incomplete = ["calendar:2027"]
    decision.because = ["一", "二"]
    return decision
  }

  @Test("a decision is one line with the keys of the design in their order")
  func decisionLine() {
    var writer = DecisionWriter(zone: .shanghai)
    writer.write(Self.full)
    let hit =
      #"{"field":"text","start":0,"end":4,"text":"三十\"多\n名","word":"number people","from":"mine/rules.yaml:36"}"#
    let said =
      #"{"field":"text","start":0,"end":4,"text":"三十\"多\n名","zone":"quoted","word":"number people","from":"mine/rules.yaml:36"}"#
    let expected =
      #"{"id":"c-001","level":"larger","total":5.48,"points":{"early-sign":2,"表扬":0.05},"topics":[{"topic":"labour.wages","points":10.9}],"#
      + #""matches":[{"rule":"r","category":"action","topic":null,"points":-0.25,"hits":["# + hit
      + #"]}],"left-out":3,"#
      + #""withdrawn":[{"rule":"r","hit":"# + hit + #","by":"# + said
      + #"}],"numbers":{"people":30,"days":0.5},"reach":1200,"#
      + #""received":"2026-11-20T20:00:00+08:00","route":{"name":"wages","lead":"labour","assist":["union"],"notify":["duty","leader"],"#
      + #""recused":{"from":"labour","name":"劳资科","field":"title","start":3},"sealed":true},"#
      + #""beside":[{"name":"fraud","lead":"duty","assist":[],"notify":["x"]}],"deadlines":{"resolve":"2026-11-20T20:00:00+08:00","sheet":null},"#
      + #""shadow":[{"rule":"s","category":"trend","topic":"a.b","points":1,"hits":[]}],"incomplete":["calendar:2027"],"because":["一","二"],"#
      + #""rules":"sha256:ab12","if-returned":"duty","suggest-reply":"请联系 12345"}"# + "\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test("a table has a row a decision, and no cell that a spreadsheet would run")
  func table() {
    var decision = Self.full
    decision.id = "=HYPERLINK(1)"
    decision.because = ["+1, 2", "3"]
    decision.kind = "complain"
    var table = DecisionTable(zone: .shanghai, leads: ["labour": .init(title: "劳资科", contact: "=2楼, 201")])
    table.write(decision)
    #expect(
      String(decoding: DecisionTable.head() + table.take(), as: UTF8.self)
        == "\u{FEFF}id,level,total,lead,lead-title,contact,assist,topics,categories,due,because,route,notify,beside,sealed,incomplete,kind\r\n"
        + "'=HYPERLINK(1),larger,5.48,labour,劳资科,\"'=2楼, 201\",union,labour.wages 10.9,early-sign 2; 表扬 0.05,"
        + "resolve 2026-11-20T20:00:00+08:00; sheet ?,\"'+1, 2; 3\",wages,duty; leader,fraud duty,sealed,calendar:2027,complain\r\n"
    )
  }

  @Test(
    "a cell that begins like a formula has an apostrophe before it",
    arguments: ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
  func formulas(start: String) {
    var csv = CSVWriter()
    csv.textCell(start + "1")
    csv.textCell("1" + start)
    csv.endRow()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "'\(start)1,1\(start)\r\n")
  }

  @Test("a text that is written as JSON is read back the same", arguments: Seeds.standard)
  func readsBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var json = JSONWriter()
    var expected: [String] = []
    for _ in 0..<100 {
      var text = "x"
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        let scalar = ([0x7F, 0x800, 0xFFFF, 0x10FFFF] as [UInt32]).randomElement(using: &random)!
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...scalar, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      expected.append(text)
      json.beginObject()
      json.key("text")
      json.string(text)
      json.endObject()
      json.endLine()
    }
    let reading = try Reading(json.bytes, name: "a.jsonl", options: RecordOptions(chunkSize: 10_000))
    #expect(reading.posts.map { Array($0.text!.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test("numbers are written in their shortest form")
  func numbers() {
    var json = JSONWriter()
    json.beginArray()
    for number in [0, 7, -7, 10, -10, 123_456, Int.max, Int.min] { json.number(number) }
    for number in [0, 0.5, 30, -2, 1e20, .infinity, .nan, 0.1] as [Double] { json.number(number) }
    for points in [0, 5, 50, 100, 105, 110, -5, -1234] { json.number(Points(hundredths: points)) }
    json.endArray()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == "[0,7,-7,10,-10,123456,9223372036854775807,-9223372036854775808,"
        + "0,0.5,30,-2,1e+20,null,null,0.1,0,0.05,0.5,1,1.05,1.1,-0.05,-12.34]")
  }

  @Test("what people read is laid out a line an element, and empty things stay on theirs")
  func indented() {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.key("a")
    json.beginObject()
    json.endObject()
    json.key("b")
    json.strings(["x", "y"])
    json.endObject()
    json.endLine()
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == "{\n  \"a\": {},\n  \"b\": [\n    \"x\",\n    \"y\"\n  ]\n}\n")
  }
}
