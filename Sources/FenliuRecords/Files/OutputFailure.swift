// SPDX-License-Identifier: Apache-2.0

/// Why an output cannot be written.
public enum OutputFailure: Error, Hashable, Sendable {
  /// The system refused, with its error number.
  case system(path: String, number: Int32)
  /// Another run is writing into the same folder.
  case inUse(path: String)
  /// What an interrupted run left there is not there any more, or was changed.
  case changed(path: String)
  /// Whoever read the output has gone away.
  case closedPipe
}
