// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Files and folders: found, read, decoded.
  static let files = [
    "no-rules-file": "规则包里没有 rules.yaml 文件",
    "no-map-file": "规则包里没有 map.yaml 文件",
    "file-not-found": "“{path}”处没有文件",
    "file-not-readable": "文件“{path}”无法读取：{reason}",
    "outside-library": "“{path}”指到了规则库以外",
    "empty-glob": "没有文件符合“{path}”",
    "bad-bytes": "这些字节不是 {encoding} 编码",
    "file-too-large": "文件超过 {most} 兆字节",
    "bad-file-kind": "要包含的文件须以 .yaml、.txt、.tsv 或 .csv 结尾",
    "include-circle": "这个文件包含了它自己",
    "unused-ignore": "这里没有可以忽略的警告“{code}”",
  ]
}
