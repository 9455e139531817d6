// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

/// A part of a file in the YAML subset of the rule language, with its place.
public struct YAMLNode: Sendable {
  /// What kind of part it is.
  public enum Content: Sendable {
    /// Text. The schema decides what it means.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values. Invariant: no key stands twice.
    case mapping([YAMLEntry])
  }

  /// What it holds.
  public var content: Content
  /// Its bytes; of a block from the first key or item to the end of the last.
  public var span: SourceSpan
  /// Whether it is written in brackets or braces.
  public var isFlow: Bool

  /// A part of a file.
  public init(_ content: Content, span: SourceSpan, isFlow: Bool = false) {
    self.content = content
    self.span = span
    self.isFlow = isFlow
  }

  /// The scalar, if it is one.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { return scalar }
    return nil
  }

  /// The items, if it is a list.
  public var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  /// The entries, if it is a mapping.
  public var mapping: [YAMLEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// Whether nothing is written where a value could stand.
  public var isEmpty: Bool { scalar.map { $0.text.isEmpty && $0.style == .plain } ?? false }
}

/// A key with its value.
public struct YAMLEntry: Sendable {
  /// The key's text.
  public var key: String
  /// The key's bytes, with quotes.
  public var keySpan: SourceSpan
  /// What it is set to.
  public var value: YAMLNode

  /// A key with its value.
  public init(key: String, keySpan: SourceSpan, value: YAMLNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

/// A text in a YAML file, which knows where each of its bytes stands there.
public struct YAMLScalar: Hashable, Sendable {
  /// How it is written.
  public enum Style: Hashable, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// What it says, without quotes and escapes.
  public var text: String
  /// How it is written.
  public var style: Style
  /// Its bytes in the file, with quotes.
  public var span: SourceSpan
  /// For each byte of the text its place in the file, where the text is not there as it is; else nil.
  let places: [Int]?
  /// Where the first byte of the text stands, where it is there as it is.
  let start: Int

  /// A text that is in the file as it is, from `span`'s start or from the byte behind the quote.
  init(text: String, style: Style, span: SourceSpan, start: Int, places: [Int]? = nil) {
    self.text = text
    self.style = style
    self.span = span
    self.start = start
    self.places = places
  }

  /// Where the bytes `range` of the text stand in the file.
  public func span(of range: Range<Int>) -> SourceSpan {
    guard let places else {
      return SourceSpan(file: span.file, range: start + range.lowerBound..<start + range.upperBound)
    }
    let low = range.lowerBound < places.count ? places[range.lowerBound] : span.range.upperBound
    let high = range.isEmpty ? low : (range.upperBound - 1 < places.count ? places[range.upperBound - 1] + 1 : low)
    return SourceSpan(file: span.file, range: low..<max(low, high))
  }
}
