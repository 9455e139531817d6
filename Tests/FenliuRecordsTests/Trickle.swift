// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// A pipe out of which bytes come in the pieces that were put in, one a read: what a slow writer on a command line does.
final class Trickle {
  /// The path under which it can be opened for reading.
  var path: String { "/dev/fd/\(ends[0])" }
  private var ends: [CInt] = [-1, -1]

  /// Begins to write pieces of these lengths, the last one again and again.
  init(_ bytes: [UInt8], pieces: [Int]) {
    // The kernel's packet mode of pipes, `O_DIRECT`, which Swift does not import.
    #if arch(arm64)
      let packets: CInt = 0o200000
    #else
      let packets: CInt = 0o40000
    #endif
    guard unsafe pipe(&ends) == 0, fcntl(ends[1], F_SETFL, packets) == 0 else { preconditionFailure("no pipe") }
    let end = ends[1]
    Thread.detachNewThread {
      var place = 0
      var turn = 0
      while place < bytes.count {
        let length = min(max(1, pieces[min(turn, pieces.count - 1)]), 4096, bytes.count - place)
        let written = unsafe bytes[place..<place + length].withUnsafeBytes { unsafe write(end, $0.baseAddress, length) }
        guard written > 0 else { break }
        place += written
        turn += 1
      }
      close(end)
    }
  }

  deinit { close(ends[0]) }
}
