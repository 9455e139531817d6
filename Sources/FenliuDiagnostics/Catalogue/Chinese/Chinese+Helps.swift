// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// How to mend what no fix-it mends.
  static let helps = [
    "unclosed-choice": "选项写作 (拖欠|克扣)；要找括号本身请用 regex",
    "gap-at-edge": "词中的 … 是间隔：拖欠…工资",
    "bad-name": "名称由各种文字的字母和数字组成，中间可有 - . _",
    "unknown-topic": "主题在 topics 之下声明；写路径或名称都可以",
    "no-body": "请写 any、all、near 或 when",
    "bad-proximity": "请写字数，或 clause、sentence、post",
    "bad-day": "请写 YYYY-MM-DD，或每年的 MM-DD",
    "bad-time": "请写 2026-11-20T20:00:00+08:00 或 2026-11-20 20:00",
    "prohibited-needs": "它须有 basis、owner，以及 hit 和 miss 例句",
    "bad-bytes": "请把文件存为 UTF-8 编码",
    "yaml-anchor": "请在需要的地方直接写出值",
  ]
}
