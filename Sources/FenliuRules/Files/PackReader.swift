// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
import FenliuDigest
import FenliuModel

/// Reads the files of one pack, and remembers what it has read.
///
/// Everything is named by its path relative to the library, the folder that holds the packs. No path and no link leads
/// outside of it. One load owns a reader, on one thread.
public final class PackReader {
  private static let mostMegabytes = 64

  /// Where diagnostics of this load gather.
  public let findings: Findings
  /// The files read so far.
  public private(set) var sources = SourceFiles()
  /// The library's folder, without links.
  let library: String
  /// The pack's folder, relative to the library.
  let pack: String
  private var ids: [String: FileID] = [:]
  private var digests: [String: SHA256Digest] = [:]
  /// The bytes of the files, by path; the same memory as in `sources` where the file is plain UTF-8.
  private var raw: [String: [UInt8]] = [:]
  private var tables: [FileID: LineTable] = [:]
  /// Files with bad bytes: reported once, and not asked for again.
  private var unreadable: Set<FileID> = []

  /// A reader for the pack in the folder `path`; nil where no folder lies there.
  init?(pack path: String, findings: Findings) {
    guard let folder = FileSystem.realPath(path), let slash = folder.lastIndex(of: "/"), folder != "/" else {
      return nil
    }
    self.findings = findings
    library = String(folder[..<slash])
    pack = String(folder[folder.index(after: slash)...])
  }

  /// The file at a path relative to the library, decoded; nil, with a report at `place`, where it cannot be read.
  ///
  /// A file is read once, however often it is asked for.
  public func read(_ path: String, namedAt place: SourceSpan?) -> FileID? {
    if let known = ids[path] { return unreadable.contains(known) ? nil : known }
    guard let real = FileSystem.realPath(library + "/" + path) else {
      findings.error(.fileNotFound, ["path": .text(path)], at: place)
      return nil
    }
    guard real.hasPrefix(library + "/") || library.isEmpty else {
      findings.error(.outsideLibrary, ["path": .text(path)], at: place)
      return nil
    }
    let raw: [UInt8]
    do {
      raw = try FileSystem.read(real, atMost: Self.mostMegabytes << 20)
    } catch {
      report(error, path, place)
      return nil
    }
    let decoded = TextDecoder.decode(raw)
    let id = sources.append(SourceFile(path: path, bytes: decoded.bytes))
    ids[path] = id
    digests[path] = SHA256Digest(of: raw)
    self.raw[path] = raw
    if let bad = decoded.bad {
      let span = SourceSpan(file: id, range: bad..<decoded.bytes.count)
      findings.error(.badBytes, ["encoding": .text(decoded.encoding)], at: span)
      unreadable.insert(id)
      return nil
    }
    return id
  }

  /// The top node of a YAML file; nil, with a report, where it cannot be read.
  public func tree(_ path: String, namedAt place: SourceSpan?) -> YAMLNode? {
    read(path, namedAt: place).flatMap { YAMLTree.read($0, in: sources, into: findings) }
  }

  /// Whether a file lies at a path relative to the library.
  public func exists(_ path: String) -> Bool { FileSystem.realPath(library + "/" + path) != nil }

  /// The path that a reference in a file leads to; nil, with a report, where it leads outside the library.
  public func path(of reference: YAMLScalar) -> String? {
    guard let path = LibraryPath.resolve(reference.text, from: sources[reference.span.file].path) else {
      findings.error(.outsideLibrary, ["path": .text(reference.text)], at: reference.span)
      return nil
    }
    return path
  }

  /// The paths that fit a reference with stars, sorted; without a star the path itself.
  public func paths(fitting reference: YAMLScalar) -> [String] {
    guard let glob = path(of: reference) else { return [] }
    guard glob.contains("*") else { return [glob] }
    var found = [""]
    for part in glob.split(separator: "/") {
      found = found.flatMap { folder -> [String] in
        let prefix = folder.isEmpty ? "" : folder + "/"
        guard part.contains("*") else { return [prefix + part] }
        let names = (try? FileSystem.names(in: library + "/" + folder)) ?? []
        return names.filter { LibraryPath.fits($0, part) }.map { prefix + $0 }
      }
    }
    found = found.filter { FileSystem.realPath(library + "/" + $0) != nil }
    if found.isEmpty { findings.warning(.emptyGlob, ["path": .text(reference.text)], at: reference.span) }
    return found
  }

  /// The paths of the pack's own files whose names fit a glob, sorted.
  func packFiles(fitting glob: String) -> [String] {
    let names = (try? FileSystem.names(in: library + "/" + pack)) ?? []
    return names.filter { LibraryPath.fits($0, glob) }.map { pack + "/" + $0 }
  }

  /// The line, counted from 1, on which a span begins.
  public func line(of span: SourceSpan) -> Int {
    if tables[span.file] == nil { tables[span.file] = LineTable(sources[span.file]) }
    return tables[span.file]!.line(at: span.range.lowerBound)
  }

  /// The files that were read, as they lay on the disk, sorted by the bytes of the paths.
  func files() -> [PackFile] {
    raw.map { PackFile(path: $0.key, bytes: $0.value) }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The SHA-256 of the pack: of one line `PATH NUL HEX LF` for each file read, sorted by the bytes of the paths.
  func digest() -> String {
    var bytes: [UInt8] = []
    for path in digests.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes += path.utf8
      bytes.append(0)
      bytes += digests[path]!.description.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return SHA256Digest(of: bytes).description
  }

  private func report(_ failure: FileSystem.Failure, _ path: String, _ place: SourceSpan?) {
    switch failure {
    case .absent: findings.error(.fileNotFound, ["path": .text(path)], at: place)
    case .tooLarge: findings.error(.fileTooLarge, ["most": .number(Self.mostMegabytes)], at: place)
    case .refused(let reason):
      findings.error(.fileNotReadable, ["path": .text(path), "reason": .text(reason)], at: place)
    }
  }
}
