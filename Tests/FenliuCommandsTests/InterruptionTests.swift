// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct InterruptionTests {
  /// Begins a run, sends the signal when the program listens for it and `isReady`, and gives how it ended and what it said.
  private static func interrupted(
    _ arguments: [String], by number: Int32, when isReady: () -> Bool = { true }
  ) throws -> (reason: Process.TerminationReason, status: Int32, talk: String) {
    let folder = WorkFolder()
    let process = Process()
    // The threads of tests hold signals back, and a program begins with what the thread held that began it.
    let unmasked =
      "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", unmasked, Program.path] + arguments
    process.environment = ["LANG": "C"]
    process.standardError = FileHandle(forWritingAtPath: try folder.file("err", ""))
    try process.run()
    while process.isRunning, !(listens(process.processIdentifier, to: number) && isReady()) {
      Thread.sleep(forTimeInterval: 0.01)
    }
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    return (
      process.terminationReason, process.terminationStatus, String(decoding: try folder.bytes("err"), as: UTF8.self)
    )
  }

  /// Whether the program runs in a process and has a handler for a signal, by the kernel's account of it.
  private static func listens(_ process: Int32, to number: Int32) -> Bool {
    // Before it became the program it was another one, with handlers of its own.
    guard
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe"))?.hasSuffix("/fenliu")
        == true,
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
      let caught = UInt64(line.dropFirst("SigCgt:".count).trimmingCharacters(in: .whitespaces), radix: 16)
    else { return false }
    return caught & (1 << UInt64(number - 1)) != 0
  }

  @Test(
    "interrupted, a run says that it can be gone on with, ends by the signal, and can be", arguments: [SIGINT, SIGTERM])
  func goesOn(number: Int32) throws {
    var random = SplitMix64(seed: 5)
    let folder = WorkFolder()
    let arguments = Interrupted.arguments(
      try Interrupted.inputs(folder, rows: 20_000, &random), folder.path + "/out", ["--at", Interrupted.time])
    let run = try Self.interrupted(arguments, by: number) {
      FileManager.default.fileExists(atPath: folder.path + "/out/progress.json")
    }
    #expect(run.reason == .uncaughtSignal && run.status == number)
    #expect(
      run.talk.hasSuffix(
        "\ninterrupted; most of what was decided is kept: the same command with --resume goes on, or says that all is there\n"
      ))
    let resumed = try Program.run(arguments + ["--resume"])
    #expect(resumed.code == 0 && resumed.talk.contains(": going on behind "))
  }

  @Test("where the input is no file, it says that there is nothing to go on with")
  func doesNotGoOn() throws {
    let folder = WorkFolder()
    let pipe = folder.path + "/pipe"
    // SAFETY: the C string is made for the call.
    let made = unsafe mkfifo(pipe, 0o600)
    #expect(made == 0)
    // Open for both, so that the program finds neither an end nor a row.
    let ends = try #require(FileHandle(forUpdatingAtPath: pipe))
    let run = try Self.interrupted(
      Interrupted.arguments([pipe], folder.path + "/out", ["--at", Interrupted.time]), by: SIGINT)
    try ends.close()
    #expect(run.reason == .uncaughtSignal && run.status == SIGINT)
    #expect(
      run.talk.hasSuffix("\ninterrupted; the input is no file, so that nothing can be gone on with: run it again\n"))
  }
}
