// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords
import Testing

@Suite struct LabelTests {
  private static let lines = """
    {"id":"1","text":"路坏了","label":" 交通 "}
    {"id":"2","text":"水停了"}
    {"id":"3","label":null,"text":"灯不亮"}
    """

  @Test("a label is read from the column that was named, and stands in no post")
  func jsonLines() throws {
    let options = RecordOptions(names: ColumnNames().reading(label: "label"))
    let reading = try Reading(Self.lines, name: "posts.jsonl", options: options)
    #expect(reading.labels == ["交通", nil, nil])
    #expect(reading.posts.map(\.text) == ["路坏了", "水停了", "灯不亮"])
    #expect(reading.unlisted.isEmpty)
  }

  @Test("a column of labels that nobody named is not read")
  func unnamed() throws {
    let reading = try Reading(Self.lines, name: "posts.jsonl")
    #expect(reading.labels == [nil, nil, nil])
    #expect(reading.unlisted == ["label"])
  }

  @Test("a table that lacks the column of labels ends the run")
  func missing() {
    let options = RecordOptions(names: ColumnNames().reading(label: "部门"))
    #expect(throws: InputFailure.missingColumn(file: "", name: "部门", found: ["编号", "内容"])) {
      do {
        _ = try Reading("编号,内容\n1,路坏了\n", name: "posts.csv", options: options)
      } catch InputFailure.missingColumn(_, let name, let found) {
        throw InputFailure.missingColumn(file: "", name: name, found: found)
      }
    }
  }

  @Test("a column of ours that is named for labels is not read as what it was")
  func renamed() throws {
    let options = RecordOptions(names: ColumnNames().reading(label: "来源"))
    let reading = try Reading("编号,来源,内容\n1,微博,路坏了\n", name: "posts.csv", options: options)
    #expect(reading.labels == ["微博"])
    #expect(reading.posts.map(\.source) == [nil])
  }

  @Test("--columns cannot make a column of labels")
  func notByColumns() {
    #expect(throws: ColumnNamesProblem.notAColumn("label=部门")) { try ColumnNames(parsing: "label=部门") }
  }
}
