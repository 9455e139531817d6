// SPDX-License-Identifier: Apache-2.0
import FenliuRegexSyntax
import Testing

@Suite("A regex taken apart")
struct RegexSyntaxTests {
  @Test(
    "its characters are folded as the text is, and nothing else changes",
    arguments: [
      ("討薪", "讨薪"), ("ＡＢＣ", #"\x{61}\x{62}\x{63}"#), ("工資|薪(?<months>\\d+)", "工资|薪(?<months>\\d+)"),
      (#"\x{8A0E}薪"#, "讨薪"), ("＊", #"\x{2a}"#), (#"\Q討*\E"#, #"\Q\E讨\Q*\E"#), ("[沒未]", "[沒未没]"),
      ("[ａ-ｃ]", #"[ａ-ｃ\x{61}-\x{63}]"#), ("[沒-]", "[沒没-]"), ("[^沒]", "[^沒没]"), ("欠\u{200B}薪", "欠(?:)薪"),
      ("[\u{200B}]薪", "(?!)薪"), ("[^\u{200B}]薪", "(?s:.)薪"), ("(?#討)欠", "(?#討)欠"), ("(?<討>欠)(?&討)", "(?<討>欠)(?&討)"),
      ("Wechat", "wechat"), (#"\p{Han}[[:alpha:]]\d"#, #"\p{Han}[[:alpha:]]\d"#), ("(?x) 討 # 討\n 薪", "(?x) 讨 # 討\n 薪"),
      ("[\\Q沒\\E]", "[\\Q沒\\E\\E没]"), ("(討", "(討"),
    ])
  func folds(source: String, folded: String) { #expect(RegexSyntax(parsing: source).folded == folded) }

  @Test(
    "loops without end over one character become loops over a group, and end-of-line comments go",
    arguments: [
      ("欠.*薪", "欠(?:.)*薪"), ("[a-z]+", "(?:[a-z])+"), (#"\d{2,}"#, #"(?:\d){2,}"#), ("a{2,9}", "a{2,9}"),
      (".*?", "(?:.)*?"), ("a*+", "(?:a)*+"), ("(a+)+", "((?:a)+)+"), ("(?x)a # b\n", "(?x)a \n"),
      (#"\Qa.*"#, #"\Qa.*\E"#),
      (#"\Qab\E*"#, #"\Qa\E(?:\x{62})\E*"#), ("討*", "(?:讨)*"), ("討薪*", "讨(?:薪)*"), ("(?x)a# b", "(?x)a"),
      ("a(?#c)*", "(?:a)(?#c)*"), (#"a{ }\Qb("#, #"a{ }\Qb(\E"#),
    ])
  func counts(source: String, counted: String) { #expect(RegexSyntax(parsing: source).counted == counted) }

  @Test("every match contains one of the necessary literals; nil where none is proven", arguments: RegexCases.literals)
  func literals(row: RegexCases.Row) {
    let expected = row.second == "-" ? nil : Set(row.second.split(separator: " ").map(String.init))
    #expect(RegexSyntax(parsing: row.first).necessaryLiterals.map { Set($0) } == expected)
  }

  @Test(
    "so many characters of a match lie before the first necessary literal at most; nil without a bound",
    arguments: [
      ("欠薪", 0), ("a{0,3}欠薪", 3), ("欠薪.*", 0), (".*欠薪", nil), ("(?:ab|c{2,5})讨薪", 5), ("讨薪|[^x]{4}工资", 4),
      ("(?:我|老子).{1,4}(?:学校|医院)", 6), ("(?:.{2}工资){2}", 2), ("(?<=欠.{3})[没未]发工资", 0), ("[^a]{0,9}+欠薪", 9),
      // `发` begins them all, but for those in which something stands before it.
      ("没?发(工资|薪)", 12), ("没??ab[a-k]", 6),
    ] as [(String, Int?)])
  func before(source: String, before: Int?) {
    #expect(RegexSyntax(parsing: source).charactersBeforeLiteral == before)
  }

  @Test(
    "what may not be used is found at its bytes",
    arguments: [
      (#"\b欠薪"#, RegexProblem.Kind.wordBoundary, 0..<2, ""), (#"\bspam"#, .wordBoundary, 0..<2, "(?<![A-Za-z0-9])"),
      (#"spam\b"#, .wordBoundary, 4..<6, "(?![A-Za-z0-9])"),
      ("[[:<:]]a", .wordBoundary, 0..<7, "(?<![A-Za-z0-9])"), (#"欠\Ba"#, .wordBoundary, 3..<5, "?"),
      (#"欠\K薪"#, .startReset, 3..<5, "?"), (#"a\Gb"#, .searchStart, 1..<3, "^"),
      (#"a\Cb"#, .singleByte, 1..<3, "."), ("a(?C1)b", .callout, 1..<6, ""),
      ("(*UCP)a", .verb, 0..<6, ""), ("a(*SKIP)b", .verb, 1..<8, ""), ("a(*PRUNE:x)", .verb, 1..<11, ""),
    ])
  func problems(source: String, kind: RegexProblem.Kind, span: Range<Int>, replacement: String) throws {
    let problem = try #require(RegexSyntax(parsing: source).problems.first)
    #expect(problem.kind == kind)
    #expect(problem.span == span)
    if replacement != "?" { #expect(problem.mend?.replacement == replacement) }
  }

  @Test(
    "what looks like a forbidden thing and is none is let pass",
    arguments: [#"[\b]"#, #"\Q\b\E"#, #"\\b"#, "(*pla:a)", "(?x)# \\b", "(?#\\b)"])
  func noProblems(source: String) { #expect(RegexSyntax(parsing: source).problems.isEmpty) }

  @Test("names of groups in all three spellings are found")
  func names() {
    let syntax = RegexSyntax(parsing: "(?<months>a)(?'days'b)(?P<people>c)(?:d)(?<=e)")
    #expect(syntax.groupNames.map(\.name) == ["months", "days", "people"])
    #expect(syntax.groupNames.map(\.span) == [3..<9, 15..<19, 26..<32])
  }

  @Test(
    "the steps of one start offset have a bound where no loop is without end",
    arguments: [
      ("欠薪", 3), ("(没|未)发", 6), (#"\d{1,3}个"#, 12), ("(a+)+", nil), ("欠.*薪", nil), ("(a|aa){1,3}", 39),
      ("(a|b){1,3}", 17),
      ("(?R)", nil), (#"(a)\1"#, nil), ("(?>a{1,3})b", 10),
    ])
  func stepBound(source: String, bound: Int?) {
    let found = RegexSyntax(parsing: source).stepBound
    #expect((found == nil) == (bound == nil), "\(source): \(String(describing: found))")
    if let found, let bound { #expect(found <= 2 * bound) }
  }

  @Test("loops without end that do not nest have a bound that grows with the text")
  func growth() {
    #expect(RegexSyntax(parsing: "欠.*薪").stepsPerStart?.count == 2)
    #expect(RegexSyntax(parsing: ".*.*=.*").stepsPerStart?.count == 4)
    #expect(RegexSyntax(parsing: "(a+)+$").stepsPerStart == nil)
    #expect(RegexSyntax(parsing: "(a|b)+$").stepsPerStart?.count == 2)
    #expect(RegexSyntax(parsing: "(a|ab)+$").stepsPerStart == nil)
  }

  @Test(
    "a regex is anchored where every way through it begins at the beginning of the text",
    arguments: [
      ("^欠", true), (#"\A欠|^薪"#, true), ("^欠|薪", false), ("(?m)^欠", false), ("(?m)(?-m:^欠)", true), ("欠^", false),
      ("(?=^)欠", false), ("(^欠)", true), ("^*欠", false), ("", false),
    ])
  func anchored(source: String, isAnchored: Bool) {
    #expect(RegexSyntax(parsing: source).isAnchored == isAnchored)
  }

  @Test(
    "the length of a match has a bound where the regex gives one",
    arguments: [
      ("欠薪", 2), ("欠.{0,8}薪", 10), ("欠?", 1), ("(?=欠)薪", 1), ("欠*", nil), (#"\R"#, 2), (#"(欠)\1"#, nil), ("欠|拖欠", 2),
      ("(^)*欠", 1),
    ])
  func maximumLength(source: String, length: Int?) {
    #expect(RegexSyntax(parsing: source).maximumLength == length)
  }
}
