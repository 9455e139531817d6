// SPDX-License-Identifier: Apache-2.0

extension ResumeSentence {
  /// The sentence in Chinese.
  var chinese: String {
    switch self {
    case .helpResume: "接着做 -o 目录里中断的那次运行；结果与没有中断的一样。"
    case .helpCheckpoint: "每读多少输入存一次进度，以便中断后接着做。"
    case .checkpointTooSmall: "--checkpoint：至少 64k"
    case .needsFolder: "--resume 只用于结果写到目录的运行；请用 -o 指明目录"
    case .needsFiles: "--resume：标准输入不能重读；请把帖子存成文件"
    case .nothingToResume(let folder): "\(folder)：这里没有中断的运行可以接着做；去掉 --resume 就从头开始"
    case .isComplete(let folder): "\(folder)：这次运行已经完成，没有要做的了"
    case .isOther(let folder): "\(folder)：这里没有中断的运行，只有另一次运行的结果："
    case .beganAnew(let folder): "\(folder)：这里有一次中断的运行；现在从头开始（用 --resume 可以接着做）"
    case .goesOn(let folder, let posts): "\(folder)：已有 \(posts) 条，接着做"
    case .published(let folder): "\(folder)：中断的运行其实已经做完，结果现已就位"
    case .hasChanged(let folder): "\(folder)：中断的运行不能接着做，因为有了变动："
    case .change(let change): change.chinese
    case .howToBeginAnew: "去掉 --resume 就从头开始"
    case .interrupted(true): "已中断；已判定的大多留着：同一命令加上 --resume 就接着做，若已做完则会说明"
    case .interrupted(false): "已中断；输入不是文件，不能接着做，请重新运行"
    case .replaced(let folder, let time, let gone):
      "\(folder)：替换了 \(time) 那次运行的结果" + (gone.isEmpty ? "" : "，其中 \(gone.joined(separator: "、")) 已移除")
        + "；要保留各次结果，请每次用不同的 -o"
    case .howToGoOn: "已判定的都留着：同一命令加上 --resume 就接着做"
    case .brokenRecord(let path): "\(path)：已损坏，不能接着做；去掉 --resume 就从头开始"
    case .changedOutput(let path): "\(path)：与中断时留下的不一样，不能接着做；去掉 --resume 就从头开始"
    case .changedInput(let file): "\(file)：与中断前读到的不一样，不能接着做；去掉 --resume 就从头开始"
    }
  }
}

extension RunChange {
  fileprivate var chinese: String {
    switch self {
    case .version(let old, let new): "程序：当时 \(old)，现在 \(new)"
    case .pack(let old, let new): "规则包：当时 sha256 \(old)，现在 \(new)；判定有何不同可用 `fenliu diff` 查看"
    case .option(let name, let old, let new):
      "--\(name)：当时\(old.map { " " + $0 } ?? "未给")，现在\(new.map { " " + $0 } ?? "未给")"
    case .time(let old, let new): "--at：当时 \(old)，现在 \(new)；不写 --at 就用当时的"
    case .inputCount(let old, let new): "输入文件：当时 \(old) 个，现在 \(new) 个"
    case .inputName(let place, let old, let new): "第 \(place) 个输入文件：当时 \(old)，现在 \(new)"
    case .inputLength(let file, let old, let new): "\(file)：当时 \(old) 字节，现在 \(new) 字节"
    case .inputTime(let file): "\(file)：运行开始后改动过（修改时间不同）"
    case .inputContent(let file): "\(file)：内容与已读的不一样"
    case .inputIsNoFile(let file): "\(file)：不是普通文件，不能重读"
    }
  }
}
