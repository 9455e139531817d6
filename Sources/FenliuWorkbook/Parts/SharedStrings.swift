// SPDX-License-Identifier: Apache-2.0

/// The texts that cells refer to by number.
///
/// Up to a budget they are in memory, beyond it in a temporary file. The index is held in the same way: 8 bytes a text, the place
/// where it ends, shifted by one bit that says whether the text is whole.
struct SharedStrings: ~Copyable {
  private(set) var count = 0
  private var texts: SpillingBytes
  private var ends: SpillingBytes
  private var scratch: [UInt8] = []

  init(bytesInMemory: Int, temporaryFilesIn folder: String) {
    texts = SpillingBytes(inMemory: bytesInMemory, temporaryFilesIn: folder)
    ends = SpillingBytes(inMemory: bytesInMemory / 4, temporaryFilesIn: folder)
  }

  /// Adds a text; one that is not whole was longer than a cell may be.
  mutating func append(_ text: [UInt8], isWhole: Bool) throws(WorkbookFailure) {
    try texts.append(isWhole ? text : [])
    let entry = UInt64(texts.count) << 1 | (isWhole ? 0 : 1)
    try ends.append((0..<8).map { UInt8(truncatingIfNeeded: entry >> (8 * UInt64($0))) })
    count += 1
  }

  /// What a number stands for.
  enum Reading {
    case text, tooLong, missing
  }

  /// Appends the text with this number to `bytes`, if there is one.
  mutating func read(_ index: Int, into bytes: inout [UInt8]) throws(WorkbookFailure) -> Reading {
    guard (0..<count).contains(index) else { return .missing }
    scratch.removeAll(keepingCapacity: true)
    try ends.read(max(0, index * 8 - 8)..<index * 8 + 8, into: &scratch)
    let entry = number(at: scratch.count - 8)
    if entry & 1 == 1 { return .tooLong }
    let start = index == 0 ? 0 : number(at: 0) >> 1
    try texts.read(start..<entry >> 1, into: &bytes)
    return .text
  }

  private func number(at place: Int) -> Int {
    var value = 0
    for index in (0..<8).reversed() { value = value << 8 | Int(scratch[place + index]) }
    return value
  }
}

/// Reads the part in which they stand: of rich text all runs, of phonetic ones none.
final class SharedStringsReader: XMLHandler {
  private(set) var strings: SharedStrings?
  private var text: [UInt8] = []
  private var isWhole = true
  private var isPhonetic = false
  private let limits: WorkbookLimits

  init(limits: WorkbookLimits, temporaryFilesIn folder: String) {
    self.limits = limits
    strings = SharedStrings(bytesInMemory: limits.stringBytesInMemory, temporaryFilesIn: folder)
    super.init(root: .sst)
  }

  /// Gives away what was read.
  func take() -> SharedStrings {
    guard let strings = strings.take() else { preconditionFailure("the strings were taken before") }
    return strings
  }

  override func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {
    switch tag {
    case .si:
      text.removeAll(keepingCapacity: true)
      isWhole = true
    case .rPh: isPhonetic = true
    case .t: wantsText = !isPhonetic
    default: break
    }
  }

  override func text(_ bytes: Span<UInt8>) {
    guard isWhole else { return }
    if text.count + bytes.count > limits.cellBytes { isWhole = false } else { text.append(copying: bytes) }
  }

  override func end(_ tag: XMLTag) {
    switch tag {
    case .t: wantsText = false
    case .rPh: isPhonetic = false
    case .si:
      guard let count = strings?.count, count < limits.strings else {
        fault = .tooMany("strings", limit: limits.strings)
        return
      }
      do throws(WorkbookFailure) {
        try strings?.append(CellText.unescaped(text), isWhole: isWhole)
      } catch {
        failure = error
      }
    default: break
    }
  }
}
