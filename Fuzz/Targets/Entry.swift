// SPDX-License-Identifier: Apache-2.0

/// Where libFuzzer comes in, on one thread, with some bytes at a time.
///
/// The environment names the target: one program holds all of them, so that one build does.
@_cdecl("LLVMFuzzerTestOneInput")
@safe public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: libFuzzer's buffer has `count` bytes and outlives the call; it is copied at once.
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  unsafe target.run(bytes)
  return 0
}

// SAFETY: libFuzzer calls from one thread only.
private nonisolated(unsafe) let target: any FuzzTarget = FuzzTargets.chosen()
