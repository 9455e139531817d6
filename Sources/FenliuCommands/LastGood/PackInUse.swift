// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import Glibc

/// The pack by which a run decides: the one at hand, or, where that has errors, the one of the last clean run.
struct PackInUse {
  let classifier: Classifier
  /// That the pack at hand was refused; nil: it is the one in use.
  let lastGood: LastGood?

  private let checked: CheckedPack
  /// The folder of the pack at hand, as it was typed.
  private let folder: String
  private let store: LastGoodStore?

  /// Loads the pack of the options; where it has errors and a store is given, the one of the last clean run.
  ///
  /// Says on standard error what is wrong with the pack at hand, and, before that, by which one the run decides.
  static func load(_ shared: SharedOptions, lastGood store: LastGoodStore?) throws -> PackInUse {
    let folder = try shared.packFolder()
    guard let store else {
      let pack = try PackAtHand.load(shared)
      return PackInUse(classifier: pack.classifier, lastGood: nil, checked: pack.checked, folder: folder, store: nil)
    }
    if PackAtHand.refusal(of: folder) != nil { return try recall(store, folder, refused: nil, style: shared.talkStyle) }
    let checked = try PackAtHand.check(folder: folder)
    guard case .success(let pack) = checked.pack else {
      return try recall(store, folder, refused: checked, style: shared.talkStyle)
    }
    do throws(OutputFailure) { try store.keep(checked) } catch { throw CommandFailure(.output(error)) }
    return PackInUse(
      classifier: try Classifier(pack.rules, pack.map), lastGood: nil, checked: checked, folder: folder, store: store)
  }

  /// Ends the run, whose results are in place: remembers it where it was clean, else says again what it was, and throws `answerIsNo`.
  func end(at time: String) throws(CommandFailure) {
    if let lastGood {
      StandardError.line(
        LastGoodSentence.decided(pack: folder, errors: lastGood.errors, lastCleanRun: lastGood.lastCleanRun).text)
      throw .answerIsNo
    }
    guard let store else { return }
    do throws(OutputFailure) {
      try store.remember(checked, name: Self.name(of: folder), at: time)
    } catch {
      throw CommandFailure(.output(error))
    }
  }

  /// The pack of the last clean run instead of the one in `folder`, which has errors or cannot be read at all.
  private static func recall(
    _ store: LastGoodStore, _ folder: String, refused: CheckedPack?, style: TerminalStyle
  ) throws -> PackInUse {
    let reason = SystemReason.text(of: PackAtHand.refusal(of: folder) ?? ENOENT)
    let trouble =
      refused.map { PackAtHand.text(of: $0, usesColour: style.hasColour) }
      ?? "fenliu: " + CommandSentence.cannotRead(path: folder, reason: reason).text + "\n"
    let name = name(of: folder)
    do {
      let (checked, record) = try store.recall(name)
      guard case .success(let pack) = checked.pack else {
        StandardError.write(trouble + PackAtHand.text(of: checked, usesColour: style.hasColour))
        StandardError.line(LastGoodSentence.notGoodAnyMore(path: checked.pathPrefix + name).text)
        throw CommandFailure.answerIsNo
      }
      let errors = refused?.diagnostics.count { $0.severity == .error } ?? 1
      let lastGood = LastGood(errors: errors, refused: refused?.digest, lastCleanRun: record.at)
      StandardError.line(LastGoodSentence.decides(pack: folder, errors: errors, lastCleanRun: record.at).text)
      StandardError.write(trouble)
      return PackInUse(
        classifier: try Classifier(pack.rules, pack.map), lastGood: lastGood, checked: checked, folder: folder,
        store: nil)
    } catch let refusal as LastGoodStore.Refusal {
      StandardError.write(trouble)
      switch refusal {
      case .none:
        StandardError.line(LastGoodSentence.noneYet(folder: store.folder, pack: name).text)
        throw refused == nil ? CommandFailure.cannotGoOn : .answerIsNo
      case .damaged(let path):
        StandardError.line(LastGoodSentence.damaged(path: path).text)
        throw CommandFailure.cannotGoOn
      }
    } catch let failure as OutputFailure {
      throw CommandFailure(.output(failure))
    }
  }

  /// The name of the pack: of its folder without links, else the last part of what was typed.
  private static func name(of folder: String) -> String {
    let real = RealPath.of(folder) ?? folder
    return real.split(separator: "/").last.map(String.init) ?? real
  }
}
