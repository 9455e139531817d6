// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuEvasion
import FenliuModel

/// The line of a decision, from its draft: the bytes that `DecisionWriter` writes of the `Decision`, without making one.
extension DecisionPieces {
  /// Appends the object, with times of `zone`.
  func append(_ draft: borrowing DecisionDraft, in zone: Zone, to line: inout [UInt8]) {
    let all = bytes.span
    line.append(words: #"{"id":"#)
    line.append(quoted: draft.id)
    line.append(words: #","level":""#)
    line.append(contentsOf: draft.level.key.utf8)
    line.append(words: #"","total":"#)
    line.append(points: draft.total)
    line.append(words: #","points":{"#)
    for place in draft.points.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(copying: all, categories[draft.points[place].category.index])
      line.append(points: draft.points[place].points)
    }
    line.append(words: #"},"topics":["#)
    for place in draft.topics.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(copying: all, topics[draft.topics[place].topic.index])
      line.append(points: draft.topics[place].points)
      line.append(UInt8(ascii: "}"))
    }
    line.append(words: #"],"matches":["#)
    append(draft.matches, of: draft, to: &line)
    line.append(words: #"],"left-out":"#)
    line.append(decimal: draft.leftOut)
    line.append(words: #","withdrawn":["#)
    for place in draft.withdrawn.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(copying: all, withdrawn[draft.withdrawn[place].rule.index])
      append(draft.withdrawn[place].hit, of: draft, to: &line)
      line.append(words: #","by":"#)
      append(draft.withdrawn[place].by, of: draft, to: &line)
      line.append(UInt8(ascii: "}"))
    }
    line.append(words: #"],"numbers":{"#)
    append(draft.numbers, to: &line)
    line.append(words: #"},"reach":"#)
    if let reach = draft.reach { line.append(decimal: reach) } else { line.append(words: "null") }
    line.append(words: #","received":"#)
    line.append(quoted: draft.routed.start, in: zone)
    appendRoute(of: draft, in: zone, to: &line)
    line.append(words: #","shadow":["#)
    append(draft.shadow, of: draft, to: &line)
    line.append(words: #"],"incomplete":["#)
    for place in draft.incomplete.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(quoted: names.describe(draft.incomplete[place]))
    }
    line.append(words: #"],"because":["#)
    let sentences = draft.because.bytes.span
    for place in 0..<draft.because.count {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(quoted: sentences.extracting(draft.because.range(of: place)))
    }
    line.append(copying: all, rules)
    // Beyond the fixed keys, and only where there is something to say.
    if let department = draft.routed.ifReturned {
      line.append(words: #","if-returned":"#)
      line.append(copying: all, departments[department.index])
    }
    if let reply = draft.routed.suggestedReply {
      line.append(words: #","suggest-reply":"#)
      line.append(quoted: reply)
    }
    if let kind = draft.routed.kind {
      line.append(words: #","kind":"#)
      line.append(quoted: kind)
    }
    line.append(UInt8(ascii: "}"))
  }

  /// Appends matches with commas between them.
  private func append(
    _ matches: [DecisionDraft.Match], of draft: borrowing DecisionDraft, to line: inout [UInt8]
  ) {
    for place in matches.indices {
      let match = matches[place]
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(copying: bytes.span, self.matches[match.rule.index])
      line.append(points: match.points)
      line.append(words: #","hits":["#)
      for place in match.hits {
        if place > match.hits.lowerBound { line.append(UInt8(ascii: ",")) }
        append(draft.hits[place], of: draft, to: &line)
      }
      line.append(words: "]}")
    }
  }

  /// Appends a hit. Most of a line is hits: each is written into room that was made for it at once.
  @inline(__always)
  private func append(_ hit: DecisionDraft.Hit, of draft: borrowing DecisionDraft, to line: inout [UInt8]) {
    let text = draft.texts.span.extracting(hit.text)
    let source = bytes.span.extracting(sources[Int(hit.source.index)])
    let plainEnd = ByteSearch.stringStop(text, from: 0, before: text.count)
    let most = 110 + Self.mostOfTricks + source.count + (plainEnd == text.count ? text.count : 6 * text.count)
    line.append(addingCapacity: most) { room in
      room.append(words: hit.field == .title ? #"{"field":"title","start":"# : #"{"field":"text","start":"#)
      room.append(decimal: hit.start)
      room.append(words: #","end":"#)
      room.append(decimal: hit.end)
      room.append(words: #","text":""#)
      room.append(escaping: text, plainTo: plainEnd)
      room.append(UInt8(ascii: "\""))
      append(hit.zone, to: &room)
      if !hit.tricks.isEmpty { append(hit.tricks, to: &room) }
      room.append(copying: source)
    }
  }

  /// Appends the zone of a hit, unless it is read as the writer's own.
  @inline(__always)
  private func append(_ zone: TextZone, to room: inout OutputSpan<UInt8>) {
    switch zone {
    case .own, .emphasis: break
    case .quoted: room.append(words: #","zone":"quoted""#)
    case .repost: room.append(words: #","zone":"repost""#)
    case .tag: room.append(words: #","zone":"tag""#)
    case .mention: room.append(words: #","zone":"mention""#)
    case .link: room.append(words: #","zone":"link""#)
    }
  }

  /// The most bytes that the tricks of a hit take.
  private static let mostOfTricks = 16 + Trick.allCases.reduce(0) { $0 + $1.key.utf8.count + 3 }

  /// Appends how the word of a hit is disguised.
  private func append(_ tricks: Tricks, to room: inout OutputSpan<UInt8>) {
    room.append(words: #","tricks":["#)
    var isFirst = true
    for trick in tricks.members {
      if !isFirst { room.append(UInt8(ascii: ",")) }
      isFirst = false
      room.append(UInt8(ascii: "\""))
      for byte in trick.key.utf8 { room.append(byte) }
      room.append(UInt8(ascii: "\""))
    }
    room.append(UInt8(ascii: "]"))
  }

  private func append(_ numbers: Numbers, to line: inout [UInt8]) {
    if numbers.isEmpty { return }
    var isFirst = true
    for name in NumberName.allCases {
      guard let number = numbers[name] else { continue }
      if !isFirst { line.append(UInt8(ascii: ",")) }
      isFirst = false
      line.append(quoted: name.key)
      line.append(UInt8(ascii: ":"))
      line.append(number: number)
    }
  }

  /// Appends route, routes beside and deadlines.
  private func appendRoute(of draft: borrowing DecisionDraft, in zone: Zone, to line: inout [UInt8]) {
    let all = bytes.span
    line.append(words: #","route":{"name":"#)
    line.append(copying: all, routes[draft.routed.route?.index ?? routes.count - 1])
    line.append(words: #","lead":"#)
    line.append(copying: all, departments[draft.routed.lead.index])
    line.append(words: #","assist":["#)
    for place in draft.routed.assist.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(copying: all, departments[draft.routed.assist[place].department.index])
    }
    line.append(words: #"],"notify":["#)
    append(draft.routed.notify, to: &line)
    line.append(words: #"],"recused":"#)
    if let recused = draft.recused {
      line.append(words: #"{"from":"#)
      line.append(copying: all, departments[recused.from.index])
      line.append(words: #","name":"#)
      line.append(quoted: recused.name)
      line.append(words: #","field":"#)
      line.append(quoted: recused.field.key)
      line.append(words: #","start":"#)
      line.append(decimal: recused.start)
      line.append(UInt8(ascii: "}"))
    } else {
      line.append(words: "null")
    }
    line.append(words: draft.routed.isSealed ? #","sealed":true},"beside":["# : #","sealed":false},"beside":["#)
    for place in draft.routed.beside.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(words: #"{"name":"#)
      line.append(copying: all, routes[draft.routed.beside[place].route.index])
      line.append(words: #","lead":"#)
      line.append(copying: all, departments[draft.routed.beside[place].lead.index])
      line.append(words: #","assist":["#)
      append(draft.routed.beside[place].assist, to: &line)
      line.append(words: #"],"notify":["#)
      append(draft.routed.beside[place].notify, to: &line)
      line.append(words: "]}")
    }
    line.append(words: #"],"deadlines":{"#)
    for place in draft.routed.deadlines.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(quoted: draft.routed.deadlines[place].step)
      line.append(UInt8(ascii: ":"))
      if let due = draft.routed.deadlines[place].due {
        line.append(quoted: due, in: zone)
      } else {
        line.append(words: "null")
      }
    }
    line.append(UInt8(ascii: "}"))
  }

  private func append(_ departments: [DepartmentID], to line: inout [UInt8]) {
    for place in departments.indices {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(copying: bytes.span, self.departments[departments[place].index])
    }
  }
}
