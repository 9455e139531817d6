// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuDigest
import FenliuRecords
import FoundationEssentials
import Glibc

/// The folder in which `classify --last-good` keeps the pack of the last clean run.
///
///     STATE/county.json          which pack that was, and when the run was
///     STATE/DIGEST/county/…      its files, under the paths they have in their library
///
/// Files of a pack appear all at once, by the rename of their folder, and a record by its own; so a run that is killed leaves what
/// was there before. Whoever reads or writes holds the folder alone, for as long as that takes.
struct LastGoodStore {
  /// The folder, as it was typed.
  let folder: String

  /// What `NAME.json` holds.
  struct Record: Codable, Hashable {
    /// The digest of the pack, in hexadecimal.
    var sha256: String
    /// The time of the run, as its manifest has it.
    var at: String
  }

  /// Why the pack of the last clean run cannot be had.
  enum Refusal: Error {
    /// There was no clean run of a pack of that name.
    case none
    /// What lies there is not what was put there.
    case damaged(path: String)
  }

  /// Puts the files of a pack there, where they are not yet as they should be, so that a full disk is met before the work and not after.
  func keep(_ checked: CheckedPack) throws(OutputFailure) {
    let lock = try OutputFolder(patiently: folder)
    try store(checked.files, digest: checked.digest)
    _ = consume lock
  }

  /// Remembers a clean run by the pack of that name, and takes away the packs of which no record speaks any more.
  func remember(_ checked: CheckedPack, name: String, at time: String) throws(OutputFailure) {
    let lock = try OutputFolder(patiently: folder)
    // Another run may have cleaned up since.
    try store(checked.files, digest: checked.digest)
    var json = JSONWriter(.indented)
    json.beginObject()
    json.key("sha256")
    json.string(checked.digest)
    json.key("at")
    json.string(time)
    json.endObject()
    json.endLine()
    var file = try lock.file(name + ".json")
    try file.write(json.take())
    try lock.publish([file.finish()])
    removeForgotten()
  }

  /// The pack of the last clean run of that name, and its record.
  func recall(_ name: String) throws -> (pack: CheckedPack, record: Record) {
    guard let data = FileManager.default.contents(atPath: recordPath(of: name)) else { throw Refusal.none }
    let lock = try OutputFolder(patiently: folder)
    guard let record = try? JSONDecoder().decode(Record.self, from: data),
      SHA256Digest(hexadecimal: record.sha256) != nil
    else { throw Refusal.damaged(path: recordPath(of: name)) }
    let path = folder + "/" + record.sha256 + "/" + name
    guard let pack = try? CheckedPack(folder: path), pack.digest == record.sha256 else {
      throw Refusal.damaged(path: path)
    }
    _ = consume lock
    return (pack, record)
  }

  private func recordPath(of name: String) -> String { folder + "/" + name + ".json" }

  /// Writes files into the folder of their digest, unless it holds them already.
  private func store(_ files: [PackFile], digest: String) throws(OutputFailure) {
    let place = folder + "/" + digest
    let holdsAll = files.allSatisfy { file in
      FileManager.default.contents(atPath: place + "/" + file.path).map { Array($0) == file.bytes } ?? false
    }
    if holdsAll { return }
    let partial = place + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    for file in files {
      let parts = file.path.split(separator: "/")
      let above = partial + "/" + parts.dropLast().joined(separator: "/")
      var output = try OutputFolder(patiently: above).file(String(parts.last ?? ""))
      try output.write(file.bytes)
      try OutputFolder.publish([output.finish()], in: above)
    }
    try? FileManager.default.removeItem(atPath: place)
    guard unsafe rename(partial, place) == 0 else { throw .system(path: place, number: errno) }
  }

  private func removeForgotten() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let records = names.filter { $0.hasSuffix(".json") }.map { name in
      FileManager.default.contents(atPath: folder + "/" + name).flatMap {
        try? JSONDecoder().decode(Record.self, from: $0)
      }
    }
    // What a record says that cannot be read is not known, so nothing is known to be forgotten.
    guard records.allSatisfy({ $0 != nil }) else { return }
    let kept = Set(records.compactMap { $0?.sha256 })
    for name in names where !kept.contains(name) && SHA256Digest(hexadecimal: String(name.prefix(64))) != nil {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }
}
