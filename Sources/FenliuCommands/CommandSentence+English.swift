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
    case .helpPosts:
      "Files of posts: JSON lines, CSV with a header or XLSX; UTF-8, GB18030 or UTF-16, also as gzip or zstd; '-' is standard input."
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
    case .outputIsStream: "-o names a folder; without it decisions go to standard output"
    case .standardInputTwice: "'-' stands twice among the files; standard input can be read once"
    case .notAColumn(let part):
      "--columns: '\(part)' is not COLUMN=NAME; columns are id, title, text, source, region, link, time, received, views, reposts, replies, likes"
    case .columnTwice(let part):
      "--columns: '\(part)' names a column that stands there already, or is said not to be there"
    case .folderInUse(let path): "another run is writing into \(path)"
    case .noTextColumn(let file, let found, let closest):
      "\(file): no column is a title or a text; there are: \(found.joined(separator: ", ")). "
        + (closest.map { "Did you mean '\($0)'? Say it with --columns text=\($0)" }
          ?? "Say which with --columns text=NAME")
        + "; where title and time have no usual names either: --columns text=NAME,title=NAME,time=NAME"
    case .unsureText(let file, let candidates):
      "\(file): there is a title but no column that is known to be the text. "
        + "If \(candidates.map { "'\($0)'" }.joined(separator: " or ")) is the text, say so with --columns text=\(candidates[0]); "
        + "where there is none, --columns text= decides by titles alone"
    case .missingColumn(let file, let name, let found, let closest):
      "\(file): there is no column '\(name)'" + (closest.map { "; did you mean '\($0)'?" } ?? ";")
        + " there are: \(found.joined(separator: ", "))"
    case .wideSeparator(let file, let mark):
      "\(file): the columns of the first row are separated by the full-width '\(mark)'; write the comma ',' there and in all rows"
    case .ambiguousColumn(let file, let column, let names):
      "\(file): \(names.map { "'\($0)'" }.joined(separator: " and ")) could each be the \(column). Say which with --columns \(column)=NAME"
    case .sameColumn(let file, let name):
      "\(file): more than one column of the header is called '\(name)'; rename one of them"
    case .brokenHeader(let file):
      "\(file): the first row is not a header: quotes that do not come out even, or lines without ends"
    case .unlistedColumns(let file, let names): "\(file): columns not read: \(names.joined(separator: ", "))"
    case .noPosts: "warning: there is no post in the input"
    case .saveAsUTF8: "rows that are not-utf8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"
    case .undated(let count, let decisions, let columns):
      "warning: the posts of \(count) of \(decisions) decisions have no time, so that their deadlines start with this run (--at)"
        + (columns.isEmpty
          ? ""
          : "; if \(columns.map { "'\($0)'" }.joined(separator: ", ")) is one, say so with --columns time=NAME and run again")
    case .future(let count, let decisions):
      "warning: the posts of \(count) of \(decisions) decisions have a time that lies after this run (--at), with which their deadlines start; "
        + "is the clock right, and the order of day and month (--date-order)?"
    case .textless(let count, let decisions, let columns):
      "warning: \(count) of \(decisions) decisions have a title and no text; if \(columns.map { "'\($0)'" }.joined(separator: " or ")) is the text, "
        + "say so with --columns text=NAME and run again"
    case .withCare(let sealed, let unread):
      [
        sealed > 0 ? "\(sealed) sealed (not for the department complained of)" : "",
        unread > 0 ? "\(unread) for somebody to read (no text that can be read)" : "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
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
