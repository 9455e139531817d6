// SPDX-License-Identifier: Apache-2.0

/// What `classify --last-good` says: facts, without wording.
enum LastGoodSentence: SpokenSentence {
  case help
  case decides(pack: String, errors: Int, lastCleanRun: String)
  case decided(pack: String, errors: Int, lastCleanRun: String)
  case noneYet(folder: String, pack: String)
  case damaged(path: String)
  case notGoodAnyMore(path: String)

  var english: String {
    switch self {
    case .help:
      "A folder that keeps the pack of the last clean run: it decides where the pack has errors (exit code 1)."
    case .decides(let pack, let errors, let time):
      "fenliu: \(pack) has errors (\(errors)): this run decides by the pack of the last clean run, of \(time)"
    case .decided(let pack, let errors, let time):
      "fenliu: decided by the pack of the last clean run, of \(time), because \(pack) has errors (\(errors)); mend them: fenliu check --pack \(pack)"
    case .noneYet(let folder, let pack): "fenliu: \(folder) has no pack '\(pack)' of a clean run"
    case .damaged(let path):
      "fenliu: \(path) is not what the last clean run left there; nothing is decided by it. The next clean run puts it right"
    case .notGoodAnyMore(let path):
      "fenliu: \(path), the pack of the last clean run, has errors for this version of fenliu; nothing is decided by it"
    }
  }

  var chinese: String {
    switch self {
    case .help: "保存上次正常运行所用规则包的目录；规则包有错误时按它判定，并以 1 结束。"
    case .decides(let pack, let errors, let time):
      "fenliu: \(pack) 有错误 \(errors) 处：本次按上次正常运行（\(time)）的规则包判定"
    case .decided(let pack, let errors, let time):
      "fenliu: 因 \(pack) 有错误 \(errors) 处，本次是按上次正常运行（\(time)）的规则包判定的；请改正：fenliu check --pack \(pack)"
    case .noneYet(let folder, let pack): "fenliu: \(folder) 中还没有正常运行过的规则包“\(pack)”"
    case .damaged(let path): "fenliu: \(path) 与上次正常运行所存的不同，不按它判定；下次正常运行会重新存好"
    case .notGoodAnyMore(let path): "fenliu: 上次正常运行的规则包 \(path) 对本版本的 fenliu 来说有错误，不按它判定"
    }
  }
}
