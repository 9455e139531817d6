// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Keys and the kinds of their values.
  static let schema = [
    "unknown-key": "{owner}没有名为“{key}”的键",
    "missing-key": "{owner}缺少键“{key}”",
    "wrong-kind": "这里应当是{expected}，而不是{found}",
    "empty-value": "键“{key}”没有值",
    "unknown-value": "“{value}”不是“{key}”可取的值；可取 {values}",
    "bad-number": "“{value}”不是数字",
    "bad-version": "本程序读取第 1 版规则语言，而不是“{value}”",
  ]
}
