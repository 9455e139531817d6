// SPDX-License-Identifier: Apache-2.0

extension CommandSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .aboutFenliu: "Grades posts by a rules file and hands each to the department that must answer it."
    case .helpPack: "The folder of the pack: rules.yaml, map.yaml and what they include. (default: this folder)"
    case .helpLang: "The language of messages: zh or en. (default: the locale's)"
    case .helpAt: "The time of the run, such as 2026-11-20T20:00. (default: now)"
    case .helpNoColour: "Use no colour."
    case .noPack: "there is no rules.yaml in this folder; name a pack with --pack DIR"
    case .forgottenPack(let folder): "the folder of a pack is named with --pack: --pack \(folder)"
    case .packIsFile(let path): "\(path) is a file; a pack is the folder that holds rules.yaml"
    case .packWithoutRules(let path, let packs):
      "\(path): there is no rules.yaml in this folder"
        + (packs.isEmpty ? "" : "; did you mean \(packs.joined(separator: " or "))?")
    case .packWithoutMap(let path): "\(path): there is no map.yaml in this folder"
    case .badTime(let text): "'\(text)' is not a time; write it as 2026-11-20T20:00"
    case .aboutClassify: "Decides every post of the files: level, department, deadlines, and why."
    case .helpPosts: "Files of posts: JSON lines or CSV with a header, in UTF-8; '-' is standard input."
    case .helpOutput: "The folder for decisions, rejects, summary and manifest. (default: decisions to standard output)"
    case .helpFormat: "How decisions are written: jsonl with everything, or csv or xlsx with a row a post."
    case .helpColumns: "Which column is what, where the names are unusual: text=内容,id=编号"
    case .helpDateOrder: "What 03/04/2026 means: dmy or mdy. Without it such a row is rejected."
    case .helpMaxPost: "The most bytes of a post's title and text; longer ones are rejected."
    case .helpMatches: "How many matches a decision lists: usual (20 of 8 hits) or all."
    case .helpRejects: "The file for rejects when decisions go to standard output. (default: standard error)"
    case .helpJobs: "How many threads decide. The output is the same for any number. (default: all processors)"
    case .badJobs(let number): "--jobs \(number): from 1 to 1024 threads can work"
    case .rejectsAndOutput: "--rejects is for decisions on standard output; with -o, rejects go to that folder"
    case .standardInputTwice: "'-' stands twice among the files; standard input can be read once"
    case .notAColumn(let part):
      "--columns: '\(part)' is not COLUMN=NAME; columns are id, title, text, source, region, link, time, received, views, reposts, replies, likes"
    case .columnTwice(let part): "--columns: '\(part)' names a column that stands there already"
    case .folderInUse(let path): "another run is writing into \(path)"
    case .noTextColumn(let file, let found):
      "\(file): no column is a title or a text; there are: \(found.joined(separator: ", ")). Say which with --columns text=NAME"
    case .missingColumn(let file, let name, let found, let closest):
      "\(file): there is no column '\(name)'" + (closest.map { "; did you mean '\($0)'?" } ?? ";")
        + " there are: \(found.joined(separator: ", "))"
    case .wideSeparator(let file, let mark):
      "\(file): the columns of the first row are separated by the full-width '\(mark)'; write the comma ',' there and in all rows"
    case .ambiguousColumn(let file, let column, let names):
      "\(file): \(names.map { "'\($0)'" }.joined(separator: " and ")) could each be the \(column). Say which with --columns \(column)=NAME"
    case .brokenHeader(let file):
      "\(file): the first row is not a header: quotes that do not come out even, or lines without ends"
    case .unlistedColumns(let file, let names): "\(file): columns not read: \(names.joined(separator: ", "))"
    case .noPosts: "warning: there is no post in the input"
    case .saveAsUTF8: "rows that are not-utf8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"
    case .repeatedIDs(let count): "ids that came before: \(count); each post was decided all the same"
    case .batchDone(let posts, let decisions, let rejects):
      "\(posts) posts = \(decisions) decisions + \(rejects) rejects"
    case .batchLevels(let critical, let major, let larger, let general, let none):
      "critical \(critical), major \(major), larger \(larger), general \(general), none \(none)"
    case .postsSoFar(let posts): "\(posts) posts"
    case .rowsRejected(let rows): "rows that are no posts, and were left out: \(rows)"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .badText(let file, let line, let encoding):
      "\(file):\(line): read as \(encoding), it has bytes here that are no text; save the file as UTF-8"
    case .formatterDiffers: "internal error: a formatted text would not say the same; it was not written"
    }
  }
}
