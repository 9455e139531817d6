// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords
import FenliuRules
import FoundationEssentials
import Glibc

/// Copies a pack and what it shares with others into a folder of packs.
///
/// Nothing is overwritten: shared files that lie there already must be the same. All is written under one hidden name first and
/// moved to its place at the end, the pack last; what a copy that was killed left under that name is taken away by the next.
struct PackCopy {
  /// Why nothing was copied.
  enum Failure: Error, Hashable {
    case isThere(String)
    case differs(String)
    case system(path: String, number: CInt)
  }

  /// What was done.
  struct Done: Hashable {
    var copied = 0
    var kept = 0
  }

  /// The packs to copy from.
  let packs: ShippedPacks
  /// The pack to copy.
  let name: String
  /// The folder of packs to copy into.
  let target: String
  /// The name of the copy.
  let newName: String

  private static let stage = ".fenliu-init.partial"

  /// Copies all of it, or throws and leaves the folder as it was.
  func run() throws -> Done {
    let wasThere = RealPath.of(target) != nil
    do {
      let lock = try OutputFolder(target)
      let done = try copy()
      _ = consume lock
      return done
    } catch let failure as OutputFailure {
      if !wasThere { _ = unsafe rmdir(target) }
      throw CommandFailure(.output(failure))
    } catch {
      if !wasThere { _ = unsafe rmdir(target) }
      throw error
    }
  }

  private func copy() throws -> Done {
    let stage = target + "/" + Self.stage
    try? FileManager.default.removeItem(atPath: stage)
    defer { try? FileManager.default.removeItem(atPath: stage) }
    if exists(target + "/" + newName) { throw Failure.isThere(target + "/" + newName) }
    var done = Done()
    /// What is moved to its place, in this order.
    var moves: [String] = []
    for file in try sharedFiles() {
      let bytes = try contents(of: packs.library + "/" + file)
      let place = target + "/" + file
      if exists(place) {
        guard FileManager.default.contents(atPath: place) == bytes else { throw Failure.differs(place) }
        done.kept += 1
      } else {
        try write(bytes, to: stage + "/" + file)
        moves.append(file)
        done.copied += 1
      }
    }
    for file in try files(of: name) {
      try write(contents(of: packs.library + "/" + name + "/" + file), to: stage + "/" + newName + "/" + file)
      done.copied += 1
    }
    if let corpus = packs.corpus(of: name), !exists(stage + "/" + newName + "/corpus.jsonl") {
      try write(contents(of: corpus), to: stage + "/" + newName + "/corpus.jsonl")
      done.copied += 1
    }
    try publish(moves + [newName], from: stage)
    return done
  }

  /// Moves what was staged to its place; where that fails, takes back what was moved.
  private func publish(_ moves: [String], from stage: String) throws {
    var made: [String] = []
    do {
      for path in moves {
        var above = target
        for part in path.split(separator: "/").dropLast() {
          above += "/" + part
          if unsafe mkdir(above, 0o777) == 0 { made.append(above) } else if errno != EEXIST { throw failure(above) }
        }
        let place = target + "/" + path
        guard unsafe rename(stage + "/" + path, place) == 0 else { throw failure(place) }
        made.append(place)
      }
    } catch {
      for path in made.reversed() { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
  }

  /// The files beside the pack that it needs, relative to the library: all of the folders it reads from, and of `common`, whose
  /// restraint cases every pack is held to.
  private func sharedFiles() throws -> [String] {
    var folders: Set<String> = []
    for file in try RuleLoader().load(pack: packs.library + "/" + name).files {
      let parts = file.path.split(separator: "/")
      if parts.count > 1, let first = parts.first, first != name { folders.insert(String(first)) }
    }
    if exists(packs.library + "/common") { folders.insert("common") }
    return try folders.sorted().flatMap { folder in try files(of: folder).map { folder + "/" + $0 } }
  }

  /// The files in a folder of the library and below it, but for hidden ones, sorted.
  private func files(of folder: String) throws -> [String] {
    let top = packs.library + "/" + folder
    guard let all = try? FileManager.default.subpathsOfDirectory(atPath: top) else { throw failure(top) }
    return all.filter { path in
      var isFolder = false
      return !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && FileManager.default.fileExists(atPath: top + "/" + path, isDirectory: &isFolder) && !isFolder
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func contents(of path: String) throws -> Data {
    do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch { throw failure(path) }
  }

  private func write(_ bytes: Data, to path: String) throws {
    let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    do {
      try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
      try bytes.write(to: URL(fileURLWithPath: path))
    } catch {
      throw failure(path)
    }
  }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private func failure(_ path: String) -> Failure { .system(path: path, number: errno) }
}
