// SPDX-License-Identifier: Apache-2.0

extension CommandSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .aboutFenliu: "按规则文件给帖子定级，并转给主管部门。"
    case .helpPack: "规则包所在目录：rules.yaml、map.yaml 及其引用的文件。（默认：当前目录）"
    case .helpLang: "提示语言：zh 或 en。（默认：按系统区域）"
    case .helpAt: "本次运行的时间，如 2026-11-20T20:00。（默认：现在）"
    case .helpNoColour: "不使用颜色。"
    case .noPack: "当前目录没有 rules.yaml；请用 --pack DIR 指定规则包"
    case .badTime(let text): "“\(text)”不是时间；请写成 2026-11-20T20:00"
    case .postsSoFar(let posts): "已处理 \(posts) 条"
    case .cannotRead(let path, let reason): "无法读取 \(path)：\(reason)"
    case .cannotWrite(let path, let reason): "无法写入 \(path)：\(reason)"
    }
  }
}
