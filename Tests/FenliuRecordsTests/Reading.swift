// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Glibc

/// A folder that goes away with the value that made it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/fenliu-records-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { preconditionFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a file of the folder; its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    var file = try OutputFile(name, in: path)
    try file.write(bytes)
    try OutputFolder.publish([try file.finish()], in: path)
    return path + "/" + name
  }

  deinit {
    if let folder = unsafe opendir(path) {
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        _ = unsafe unlink(path + "/" + name)
      }
      unsafe closedir(folder)
    }
    _ = unsafe rmdir(path)
  }
}

/// All that an input holds.
struct Reading {
  var records: [ParsedRecord] = []
  /// The label of each record.
  var labels: [String?] = []
  var unlisted: [String] = []
  /// The unlisted keys of all chunks, counted.
  var names = UnlistedNames()
  var chunks = 0
  var nature = InputNature()

  var posts: [Post] {
    records.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }
  var rejects: [Reject] {
    records.compactMap { if case .reject(let reject) = $0 { reject } else { nil } }
  }
  /// The reason of each row that is no post, nil for a post.
  var reasons: [Reject.Reason?] {
    records.map { if case .reject(let reject) = $0 { reject.reason } else { nil } }
  }

  /// Reads the file of that name with these bytes.
  init(_ bytes: [UInt8], name: String, options: RecordOptions = RecordOptions()) throws {
    let folder = TemporaryFolder()
    try self.init(path: try folder.file(name, bytes), in: folder.path, options: options)
  }

  /// Reads the input of that path; files are named as they are within `folder`.
  init(path: String, in folder: String, options: RecordOptions = RecordOptions()) throws {
    var stream = try RecordStream(path, options: options)
    var parser = RecordParser(stream.format)
    if case .csv(let layout) = stream.format.kind { unlisted = layout.unlisted }
    while let chunk = try stream.next() {
      chunks += 1
      parser = RecordParser.reusing(parser, for: chunk.format)
      if case .csv(let layout) = chunk.format.kind {
        let known = Set(unlisted)
        unlisted += layout.unlisted.filter { !known.contains($0) }
      }
      parser.begin(chunk)
      while let record = parser.next() {
        records.append(Self.relative(record, to: folder))
        labels.append(parser.label)
      }
      names.add(parser.unlisted)
      for name in parser.unlisted.map(\.name) where !unlisted.contains(name) { unlisted.append(name) }
    }
    nature = stream.nature
  }

  init(_ text: String, name: String, options: RecordOptions = RecordOptions()) throws {
    try self.init(Array(text.utf8), name: name, options: options)
  }

  /// The record with the folder's path taken from its file's name.
  private static func relative(_ record: ParsedRecord, to folder: String) -> ParsedRecord {
    switch record {
    case .post(var post):
      if post.id.hasPrefix(folder) { post.id = String(post.id.dropFirst(folder.count + 1)) }
      return .post(post)
    case .reject(var reject):
      if reject.file.hasPrefix(folder) { reject.file = String(reject.file.dropFirst(folder.count + 1)) }
      return .reject(reject)
    }
  }
}
