// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// A regex taken apart, to prove things about it before it is run.
///
/// PCRE2 alone decides whether a regex is valid. This parser knows PCRE2's syntax well enough to say which literals every
/// match must contain, how many steps a search may take, and how to write the regex for normalized text. What it does not
/// understand it makes no claim about: `necessaryLiterals`, `stepsPerStart` and `maximumLength` are then nil.
///
/// ```swift
/// let regex = RegexSyntax(parsing: "討薪|(?<months>[一二三])個月沒發(工資|薪)")
/// regex.folded              // "讨薪|(?<months>[一二三])个月没发(工资|薪)"
/// regex.necessaryLiterals   // ["个月没发工资", "个月没发薪", "讨薪"]
/// ```
public final class RegexSyntax: Sendable {
  /// The regex as it was written.
  public let source: String
  /// What may not be used, by place.
  public let problems: [RegexProblem]
  /// The names of groups in the order they are written, with the bytes of the name.
  public let groupNames: [GroupName]
  /// The regex for normalized text: the characters it names are folded as the text is.
  public let folded: String
  /// `folded` with its loops written so that PCRE2 counts each character given back, and without comments to the line's
  /// end. It finds the same hits.
  public let counted: String
  /// Literals in normalized UTF-8 of which every match contains at least one; nil where none is proven necessary.
  ///
  /// Each has a character beyond ASCII or at least two characters; none is contained in another; sorted by bytes.
  public let necessaryLiterals: [String]?
  /// The most characters of a match that lie before the first of those literals in it; nil where no bound is proven.
  public let charactersBeforeLiteral: Int?
  /// A bound on the steps one start offset can take, as a polynomial in the number of characters ahead, constant first.
  /// Nil where none is proven.
  public let stepsPerStart: [Int]?
  /// A bound on the characters looked at between two steps that PCRE2 counts while it runs `counted`; a polynomial as
  /// `stepsPerStart`. What `scansPerStart` bounds is not part of it.
  public let scansPerStep: [Int]
  /// A bound on the characters looked at once at each start offset without a count: by looks and atomic groups at the
  /// head of the regex.
  public let scansPerStart: [Int]
  /// Whether a search that fails at some place fails in all the rest of the line, as with `(?=.*a)(?=.*b).+`.
  public let failsForLine: Bool
  /// The most characters a match can have; nil where there is no bound.
  public let maximumLength: Int?
  /// Whether every match starts at the beginning of the text, because the regex begins with `\A`, or with `^` and never
  /// says `(?m)`.
  public let isAnchored: Bool

  /// The name of a group.
  public struct GroupName: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Its bytes in the regex.
    public let span: Range<Int>
  }

  /// The bound on the steps of one start offset where it does not depend on the text: then searches take linear time.
  public var stepBound: Int? {
    guard let stepsPerStart, stepsPerStart.count <= 1 else { return nil }
    return stepsPerStart.first ?? 0
  }

  /// Takes a regex apart. Time linear in its length, but for small sets that are multiplied out.
  public init(parsing source: String) {
    var parser = RegexParser(source)
    let tree = parser.parse()
    self.source = source
    problems = parser.problems.sorted { $0.span.lowerBound < $1.span.lowerBound }
    groupNames = parser.groupNames
    let isCountable = RegexCall.areCountable(parser.calls, in: tree)
    guard let tree else {
      folded = source
      // Where a quotation is open it ends; elsewhere the mark is ignored.
      counted = source + "\\E"
      necessaryLiterals = nil
      charactersBeforeLiteral = nil
      stepsPerStart = nil
      scansPerStep = isCountable ? RegexScans.unknown(length: source.utf8.count) : [Growth.largest]
      scansPerStart = []
      failsForLine = false
      maximumLength = nil
      isAnchored = false
      return
    }
    var writer = RegexWriter(source: source, comments: parser.comments)
    writer.fold(tree)
    folded = writer.text(isQuoteOpen: false)
    writer.count(tree)
    writer.dropComments()
    counted = writer.text(isQuoteOpen: parser.endsInQuote)
    let isWhole = problems.allSatisfy { $0.kind == .wordBoundary }
    let proof = isWhole ? LiteralProof.necessaryLiterals(of: tree) : nil
    necessaryLiterals = proof?.literals
    charactersBeforeLiteral = proof?.before
    stepsPerStart = isWhole ? RegexWork.stepsPerStart(of: tree) : nil
    (scansPerStart, scansPerStep) = isCountable ? RegexScans.bounds(of: tree) : ([], [Growth.largest])
    failsForLine = isWhole && tree.failsForLine(source: source)
    maximumLength = isWhole ? RegexLength.maximum(of: tree) : nil
    isAnchored = isWhole && tree.isAnchored
  }
}
