// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The keys of a line of `collective`.
extension SchemaKeys {
  static let collectiveLine = SchemaKeys(
    "collective-line",
    [
      SchemaKey(
        "words", .form("^\\$.+$"), "A word list, by $NAME, whose words stand for so many people.", "词表（$名字），其中的词代表许多人。",
        example: "$集体"),
      SchemaKey("any", .words, "Words of its own.", "直接写出的词。", example: "[全班, 整个班]"),
      SchemaKey(
        "people", .either([people, .named(people)]), required: true,
        "How many people each word stands for: one number, or one for each tag that the list's words carry.",
        "每个词算多少人：一个数；或按词表里词的标签各给一个数。", example: "{class: 30, village: 200}"),
    ])

  private static let people = SchemaValue.integer(least: CollectiveLine.leastPeople)
}
