// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The parts that posts are made of: what a pack's files name, and what is hard for one step or another.
enum Vocabulary {
  /// All runs of letters and digits in the files of a folder, and the signs that texts live on.
  static func words(of folders: [String]) throws -> [String] {
    var found: Set<String> = []
    for folder in folders {
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        guard [".yaml", ".txt", ".tsv"].contains(where: path.hasSuffix),
          let text = FileManager.default.contents(atPath: folder + "/" + path)
        else { continue }
        let runs = String(decoding: text, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
        for run in runs where run.utf8.count <= 60 { found.insert(String(run)) }
      }
    }
    // A set has no order of its own.
    return found.sorted() + signs
  }

  /// One character each that some step treats in its own way.
  static let signs = [
    "，", "。", "！", "？", "；", "\n", " ", "\u{3000}", "、", "：", "(", ")", "“", "”", "…", "-", ".", ",", "/", "@", "#",
    "http://", "www.a", "a", "z", "1", "0", "9", "一", "十", "百", "千", "万", "亿", "三十多", "近", "几", "名", "个", "人", "元", "月",
    "日", "年", "第", "前", "没", "未", "不", "吗", "说好", "如果", "遥遥无期", "什么", "ﷺ", "\u{0301}", "\u{200B}", "\u{200D}",
    "\u{FEFF}", "\u{202E}", "\u{2028}", "Ａ", "１", "Ａ\u{0301}", "İ", "ß", "ﬀ", "𠮷", "👨‍👩‍👧", "討", "薪", "國", "\u{0}",
    "0351-1234567", "13900000000", "2019年3月20日", "10:30", "三分之二", "3-502", "12栋301户", "G20", "1.2.3",
  ].filter { $0 != "\u{0}" }
}
