// SPDX-License-Identifier: Apache-2.0
internal import CExpat

/// Whoever takes the elements of a part. The order is that of the document.
class XMLHandler {
  /// Set to end reading: the part is not what it ought to be.
  var fault: WorkbookFailure.Fault?
  /// Set at the end of an element to have reading paused there.
  var pauses = false
  /// Whether text is wanted at the moment.
  var wantsText = false
  /// Something that went wrong beside the part, such as a full disk.
  var failure: WorkbookFailure?
  /// The element that the whole part must be.
  let root: XMLTag

  init(root: XMLTag) { self.root = root }

  func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {}
  func end(_ tag: XMLTag) {}
  func text(_ bytes: Span<UInt8>) {}
}

/// A part of the archive on its way through the XML parser, which is given no more than it must have.
///
/// No document type is taken, so that there are no entities but XML's own five; nothing outside the part is ever read.
@safe final class XMLPart<Handler: XMLHandler> {
  let handler: Handler
  private let context: XMLContext
  private let entry: ZipEntry
  private let limits: WorkbookLimits
  // SAFETY: made by `init` for this object alone and freed once, by `deinit`; its calls back go to `context`, which lives as long.
  private nonisolated(unsafe) let parser: XML_Parser
  private var isPaused = false
  private var isAtEnd = false
  private var fed = 0

  /// Begins to read `part` of the archive.
  init(
    _ part: String, of archive: ZipArchive, limit: Int, limits: WorkbookLimits, handler: Handler
  ) throws(WorkbookFailure) {
    entry = try archive.entry(part, limit: limit)
    guard let made = unsafe XML_ParserCreateNS(nil, XMLTag.separator) else {
      preconditionFailure("no memory for a parser")
    }
    unsafe parser = made
    self.limits = limits
    self.handler = handler
    context = unsafe XMLContext(handler: handler, parser: made, depthLimit: limits.depth)
    context.listen()
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads on until the handler pauses; false at the end of the part.
  func advance() throws(WorkbookFailure) -> Bool {
    while true {
      let status: XML_Status
      if isPaused {
        isPaused = false
        status = unsafe XML_ResumeParser(parser)
      } else if isAtEnd {
        return false
      } else {
        status = try feed()
      }
      if let failure = handler.failure { throw failure }
      switch status {
      case XML_STATUS_SUSPENDED:
        isPaused = true
        return true
      case XML_STATUS_OK:
        let taken = unsafe max(0, Int(XML_GetCurrentByteIndex(parser)))
        guard fed - taken <= limits.tagBytes else {
          throw .broken(part: entry.part, .tooMany("bytes in one tag", limit: limits.tagBytes))
        }
      default: throw .broken(part: entry.part, fault)
      }
    }
  }

  /// Reads the whole part.
  func readAll() throws(WorkbookFailure) { while try advance() {} }

  private func feed() throws(WorkbookFailure) -> XML_Status {
    let size = 65_536
    guard let room = unsafe XML_GetBuffer(parser, CInt(size)) else {
      throw .broken(part: entry.part, .tooMany("bytes in one tag", limit: limits.tagBytes))
    }
    let got = try unsafe entry.read(into: UnsafeMutableRawBufferPointer(start: room, count: size))
    fed += got
    isAtEnd = got == 0
    return unsafe XML_ParseBuffer(parser, CInt(got), isAtEnd ? 1 : 0)
  }

  private var fault: WorkbookFailure.Fault {
    let line = unsafe Int(XML_GetCurrentLineNumber(parser))
    switch handler.fault ?? context.fault {
    case .unexpected?: return .unexpected(line: line)
    case let fault?: return fault
    case nil: return .notXML(line: line)
    }
  }
}

/// Where the parser's calls back arrive.
@safe final class XMLContext {
  var fault: WorkbookFailure.Fault?
  private let handler: XMLHandler
  // SAFETY: the owner of the parser owns this object too, and lets go of both at once.
  private nonisolated(unsafe) let parser: XML_Parser
  private let depthLimit: Int
  private var depth = 0

  init(handler: XMLHandler, parser: XML_Parser, depthLimit: Int) {
    self.handler = handler
    unsafe self.parser = parser
    self.depthLimit = depthLimit
  }

  /// Asks the parser to call back.
  func listen() {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name = unsafe name, let attributes = unsafe attributes else { return }
        unsafe XMLContext.with(data) { context in unsafe context.begin(XMLTag(name), XMLAttributes(attributes)) }
      },
      { data, name in
        guard let name = unsafe name else { return }
        unsafe XMLContext.with(data) { context in context.end(unsafe XMLTag(name)) }
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text = unsafe text else { return }
      unsafe XMLContext.with(data) { context in
        guard context.handler.wantsText else { return }
        let start = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        context.handler.text(unsafe Span(_unsafeStart: start, count: Int(count)))
        context.stopIfAsked()
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe XMLContext.with(data) { context in
        context.fault = .doctype
        context.stopIfAsked()
      }
    }
  }

  private static func with(_ data: UnsafeMutableRawPointer?, _ body: (XMLContext) -> Void) {
    guard let data = unsafe data else { return }
    unsafe Unmanaged<XMLContext>.fromOpaque(data)._withUnsafeGuaranteedRef { body($0) }
  }

  private func begin(_ tag: XMLTag, _ attributes: consuming XMLAttributes) {
    depth += 1
    if depth > depthLimit {
      fault = .tooMany("levels", limit: depthLimit)
    } else if depth == 1, tag != handler.root {
      fault = .unexpected(line: 0)
    } else {
      handler.begin(tag, attributes)
    }
    stopIfAsked()
  }

  private func end(_ tag: XMLTag) {
    depth -= 1
    handler.end(tag)
    stopIfAsked()
  }

  private func stopIfAsked() {
    if fault != nil || handler.fault != nil || handler.failure != nil {
      unsafe XML_StopParser(parser, 0)
    } else if handler.pauses {
      handler.pauses = false
      unsafe XML_StopParser(parser, 1)
    }
  }
}
