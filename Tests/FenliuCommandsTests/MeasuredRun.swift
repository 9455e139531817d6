// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// The built program, fed through a pipe and watched from outside: how it ended, and the most memory it held at once.
struct MeasuredRun {
  /// What the program reads from standard input.
  enum Feed: Sendable {
    case nothing
    case bytes([UInt8])
    /// The block so many times, made while it is read.
    case blocks([[UInt8]], block: [UInt8], times: Int, end: [UInt8] = [])
  }

  /// The exit code; nil where a signal ended it.
  let code: Int32?
  /// Whether it was ended here because the time was up.
  let wasStopped: Bool
  /// The most memory it held at once, in bytes.
  let peakMemory: Int
  let output: [UInt8]
  let talk: String

  /// The program: the one beside the tests, or what `FENLIU_PROGRAM` names, since an optimized one reads the largest inputs sooner.
  private static let program = ProcessInfo.processInfo.environment["FENLIU_PROGRAM"] ?? Program.path

  var memory: String { "\(peakMemory >> 20) MB" }

  /// Runs the program; after `patience` seconds it is ended.
  static func run(_ arguments: [String], feed: Feed = .nothing, patience: Double = 120) throws -> MeasuredRun {
    signal(SIGPIPE, SIG_IGN)
    let folder = WorkFolder()
    let (out, err) = (try folder.file("out", ""), try folder.file("err", ""))
    var ends: [CInt] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw POSIXError(.EIO) }
    // Programs that other tests start meanwhile must not hold the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY, 0)
    // Linux counts what a process held before it became the program, too: so a small one stands between, and tells what its child held.
    let usage = folder.path + "/usage"
    let between = """
      import resource, subprocess, sys
      child, stopped = subprocess.Popen(sys.argv[3:]), 0
      try:
          child.wait(float(sys.argv[2]))
      except subprocess.TimeoutExpired:
          stopped = 1
          child.kill()
          child.wait()
      peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
      open(sys.argv[1], "w").write(f"{peak} {child.returncode} {stopped}")
      """
    let interpreter = "/usr/bin/python3"
    var words = unsafe list([interpreter, "-c", between, usage, String(patience), program] + arguments)
    var environment = unsafe list(["LANG=C", "TMPDIR=" + folder.path])
    defer {
      for place in unsafe words.indices { unsafe free(words[place]) }
      for place in unsafe environment.indices { unsafe free(environment[place]) }
    }
    var process: pid_t = 0
    let status = unsafe posix_spawn(&process, interpreter, &actions, nil, &words, &environment)
    close(ends[0])
    guard status == 0 else {
      close(ends[1])
      throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EIO)
    }
    let (input, child) = (ends[1], process)
    let feeder = Thread {
      write(feed, to: input)
      close(input)
    }
    feeder.start()
    var result: CInt = 0
    while unsafe waitpid(child, &result, 0) < 0, errno == EINTR {}
    let told = String(decoding: try folder.bytes("usage"), as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard result == 0, told.count == 3 else { throw POSIXError(.ECHILD) }
    return MeasuredRun(
      code: told[1] >= 0 ? Int32(told[1]) : nil, wasStopped: told[2] == 1, peakMemory: told[0] << 10,
      output: try folder.bytes("out"), talk: String(decoding: try folder.bytes("err"), as: UTF8.self))
  }

  /// Words as C wants them.
  private static func list(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var list: [UnsafeMutablePointer<CChar>?] = unsafe []
    for word in words { unsafe list.append(strdup(word)) }
    unsafe list.append(nil)
    return unsafe list
  }

  private static func write(_ feed: Feed, to pipe: CInt) {
    switch feed {
    case .nothing: break
    case .bytes(let bytes): _ = write(bytes, to: pipe)
    case .blocks(let first, let block, let times, let end):
      for bytes in first where !write(bytes, to: pipe) { return }
      for _ in 0..<times where !write(block, to: pipe) { return }
      _ = write(end, to: pipe)
    }
  }

  /// False when the reader has gone away.
  private static func write(_ bytes: [UInt8], to pipe: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(pipe, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
