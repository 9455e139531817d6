// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The checkout that the tests stand in, and the folder of real posts beside it.
public enum SharedData {
  /// The top folder of the checkout.
  public static let repository: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The folder `shared`: what `FENLIU_SHARED` names, else the one beside the checkout.
  public static let folder: String =
    ProcessInfo.processInfo.environment["FENLIU_SHARED"] ?? repository + "/../shared"

  /// Whether the real posts are there. Tests that need them are skipped by name where they are not.
  public static let isPresent: Bool = FileManager.default.fileExists(atPath: folder + "/data")
}
