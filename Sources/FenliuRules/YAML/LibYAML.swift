// SPDX-License-Identifier: Apache-2.0
import CYaml

/// libyaml's view of a text: its events, or the first thing that ends its reading.
///
/// This is the only file that sees libyaml. libyaml counts places in characters; everything here counts bytes.
struct LibYAML {
  struct Event {
    enum Kind {
      case documentStart
      case scalar(text: String, style: YAMLScalar.Style)
      case alias
      case sequenceStart(isFlow: Bool)
      case mappingStart(isFlow: Bool)
      case end
    }

    let kind: Kind
    let range: Range<Int>
    let hasAnchor: Bool
    let hasTag: Bool
  }

  struct Problem: Hashable {
    /// libyaml's own words, which the catalogues translate.
    let words: String
    /// What libyaml was doing: "while scanning an alias".
    let context: String
    let offset: Int
    let contextOffset: Int

    /// Whether a bracket, brace or quote that was opened at `contextOffset` has no end.
    var isAboutAnEnd: Bool {
      words.hasSuffix("',' or ']'") || words.hasSuffix("',' or '}'") || words == "found unexpected end of stream"
    }
  }

  var events: [Event] = []
  var problem: Problem?

  /// Reads `bytes`, which must be UTF-8 without a byte order mark.
  static func read(_ bytes: [UInt8]) -> LibYAML {
    var result = LibYAML()
    let offsets = CharacterOffsets(bytes)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var parser = unsafe yaml_parser_t()
      guard unsafe yaml_parser_initialize(&parser) == 1 else { preconditionFailure("no memory for a YAML parser") }
      defer { unsafe yaml_parser_delete(&parser) }
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      while true {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
          result.problem = unsafe problem(of: parser, offsets)
          return
        }
        defer { unsafe yaml_event_delete(&event) }
        if unsafe event.type == YAML_STREAM_END_EVENT { return }
        if let read = unsafe Self.event(event, offsets) { result.events.append(read) }
      }
    }
    return result
  }

  private static func event(_ event: yaml_event_t, _ offsets: CharacterOffsets) -> Event? {
    let range = unsafe offsets.byte(at: event.start_mark.index)..<offsets.byte(at: event.end_mark.index)
    func made(_ kind: Event.Kind, anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?)
      -> Event
    {
      unsafe Event(kind: kind, range: range, hasAnchor: anchor != nil, hasTag: tag != nil)
    }
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart, anchor: nil, tag: nil)
    case YAML_ALIAS_EVENT: return made(.alias, anchor: nil, tag: nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return made(.end, anchor: nil, tag: nil)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return unsafe made(
        .scalar(text: text, style: style(scalar.style)), anchor: scalar.anchor, tag: scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe made(
        .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE), anchor: start.anchor, tag: start.tag)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe made(
        .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE), anchor: start.anchor, tag: start.tag)
    default: return nil
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func problem(of parser: yaml_parser_t, _ offsets: CharacterOffsets) -> Problem {
    let words = unsafe parser.problem.map { unsafe String(cString: $0) } ?? ""
    let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
    let isReader = unsafe parser.error == YAML_READER_ERROR
    let offset =
      unsafe isReader ? min(Int(parser.problem_offset), offsets.end) : offsets.byte(at: parser.problem_mark.index)
    let contextOffset = unsafe context.isEmpty ? offset : offsets.byte(at: parser.context_mark.index)
    return Problem(words: words, context: context, offset: offset, contextOffset: contextOffset)
  }
}

/// The byte at which each character of a text starts.
private struct CharacterOffsets {
  /// nil where all is ASCII and both counts are the same.
  private let starts: [Int]?
  let end: Int

  init(_ bytes: [UInt8]) {
    end = bytes.count
    starts =
      bytes.contains { $0 >= 0x80 }
      ? bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } : nil
  }

  func byte(at index: some BinaryInteger) -> Int {
    guard let starts else { return min(Int(index), end) }
    return Int(index) < starts.count ? starts[Int(index)] : end
  }
}
