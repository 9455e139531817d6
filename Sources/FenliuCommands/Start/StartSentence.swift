// SPDX-License-Identifier: Apache-2.0

/// What `init` says: facts, without wording.
enum StartSentence: SpokenSentence {
  case about
  case helpName, helpFolder, helpList, helpAs, helpRules
  case nameAndFolder, listAlone
  case notAName(String)
  case noLibrary
  case noPack(String, known: [String])
  case isThere(String)
  case differs(String)
  case copied(pack: String, files: Int, place: String)
  case kept(Int)
  case next
  case readme(String)

  var english: String {
    switch self {
    case .about: "Copies a pack that comes with the program, with all that it includes, to begin one's own with."
    case .helpName: "The pack: one of those that --list shows."
    case .helpFolder: "The folder of packs to copy it into, made where it is missing; the pack is a folder in it."
    case .helpList: "List the packs that come with the program, with their titles, and copy nothing."
    case .helpAs: "The name that the copy gets. (default: the pack's own)"
    case .helpRules:
      "The folder of packs to copy from. (default: FENLIU_RULES, else the one that came with the program)"
    case .nameAndFolder: "say which pack and where to: fenliu init county rules; fenliu init --list shows the packs"
    case .listAlone: "--list stands without a pack and a folder"
    case .notAName(let name): "'\(name)' cannot be the name of a folder of a pack"
    case .noLibrary:
      "there are no packs beside the program; say where they are with --rules DIR, or FENLIU_RULES in the environment"
    case .noPack(let name, let known): "there is no pack '\(name)'; there are: \(known.joined(separator: ", "))"
    case .isThere(let path): "\(path) exists already; nothing was copied"
    case .differs(let path): "\(path) exists already and is not the same; nothing was copied"
    case .copied(let pack, let files, let place): "copied the pack \(pack) to \(place): \(files) files"
    case .kept(let files): "\(files) files were there already, the same, and stay as they are"
    case .next: "next:"
    case .readme(let path): "to be read first: \(path)"
    }
  }

  var chinese: String {
    switch self {
    case .about: "复制程序自带的规则包，连同它引用的全部文件，以此为基础写自己的。"
    case .helpName: "规则包：--list 所列之一。"
    case .helpFolder: "存放规则包的目录，没有则新建；复制来的规则包是其中一个文件夹。"
    case .helpList: "列出程序自带的规则包及其标题，不复制。"
    case .helpAs: "复制后的名称。（默认：原名）"
    case .helpRules: "从哪个目录复制。（默认：环境变量 FENLIU_RULES，否则为程序自带的）"
    case .nameAndFolder: "请写明哪个规则包、复制到哪里：fenliu init county rules；fenliu init --list 列出全部规则包"
    case .listAlone: "--list 不与规则包和目录同用"
    case .notAName(let name): "“\(name)”不能用作规则包文件夹的名称"
    case .noLibrary: "程序旁边没有规则包；请用 --rules DIR 或环境变量 FENLIU_RULES 指明在哪里"
    case .noPack(let name, let known): "没有规则包“\(name)”；现有：\(known.joined(separator: "、"))"
    case .isThere(let path): "\(path) 已经存在；没有复制任何文件"
    case .differs(let path): "\(path) 已经存在，内容不同；没有复制任何文件"
    case .copied(let pack, let files, let place): "已把规则包 \(pack) 复制到 \(place)：文件 \(files) 个"
    case .kept(let files): "另有 \(files) 个文件本来就有，内容相同，未动"
    case .next: "接下来可以："
    case .readme(let path): "请先读：\(path)"
    }
  }
}
