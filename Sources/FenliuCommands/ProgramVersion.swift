// SPDX-License-Identifier: Apache-2.0

/// Which Fenliu this is, as `--version` and every manifest say it.
enum ProgramVersion {
  /// Major, minor and patch.
  static let current = "0.1.0"
}
