// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension TestSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .helpCoverage: "Tell what of the pack examples and cases reach: rules, words, routes, deadlines, levels."
    case .helpRequireCoverage:
      "What coverage must at least be, such as rules=100%,routes=90%; else the program ends with 1."
    case .helpMutate: "Leave each rule, part of a rule, list, route and deadline out once: some test must fail."
    case .helpMutateFloor: "How much of that must be noticed, in percent. (default: all)"
    case .helpGenerated:
      "Leave out too what a program wrote: lists and rules marked '# generated' or '# fenliu suggest'."
    case .helpJUnit: "Write the results to this file as JUnit XML."
    case .helpFormat: "How results are printed: text or json."
    case .helpFilter: "Only rules whose ids fit, such as 'wages-*', and the cases that concern them."
    case .helpVerbose: "Name every word that no text has."
    case .unknownMeasure(let name, let closest, let all):
      "--require-coverage: nothing is measured as '\(name)'"
        + (closest.map { "; did you mean '\($0)'?" } ?? "; there are: \(all.joined(separator: ", "))")
    case .badMutateFloor(let text): "--mutate-floor: '\(text)' is not a share; write it as 90%, from 0 to 100"
    case .badPercent(let part): "--require-coverage: '\(part)' is not a share; write it as rules=90%, from 0 to 100"
    case .noRuleFits(let glob, let closest):
      "--filter: no rule's id fits '\(glob)'" + (closest.map { "; did you mean '\($0)'?" } ?? "")
    case .filterAndCoverage: "coverage is of the whole pack; leave out --filter"
    case .floorWithoutMutate: "--mutate-floor and --generated are for --mutate"
    case .headWritten: "written"
    case .headPassed: "passed"
    case .headFailed: "failed"
    case .headCameTrue: "came true"
    case .rowCases: "cases"
    case .coverage: "coverage"
    case .headMet: "met"
    case .headTotal: "of"
    case .measure(let measure):
      switch measure {
      case .rules: "rules hit"
      case .caseRules: "rules hit by cases"
      case .words: "words met"
      case .routes: "routes taken"
      case .escalations: "escalate lines that fit"
      case .deadlines: "deadlines set"
      case .dueTimes: "deadlines compared"
      case .categories: "categories that count"
      case .levels: "levels reached"
      }
    case .neverHit: "rules that nothing hits"
    case .neverHitByCases: "rules that no case hits"
    case .neverTaken: "routes that no case takes"
    case .neverFits: "escalate lines that fit no case"
    case .neverDue: "deadlines that no case sets"
    case .neverCompared: "deadlines that no case compares"
    case .neverCounts: "categories that count in no case"
    case .neverReached: "levels that no case reaches"
    case .andMore(let count): "and \(count) more (--verbose)"
    case .neverMet: "words met, of lists"
    case .wordsOfRules: "in the rules themselves"
    case .allowedPhrases: "allowed phrases"
    case .belowFloor(let measure, let share, let floor):
      "\(TestSentence.measure(measure).english): \(share), below the \(floor) that are required"
    case .mutationHead: "mutation"
    case .survivor: "NOT NOTICED"
    case .mutationDone(let caught, let all, let share, let survivors):
      "\(all) things left out, one at a time: \(caught) noticed (\(share)), \(survivors) not"
    case .mutationByExamples(let count): "rules whose loss only their own examples notice: \(count)"
    case .mutationSkipped(let count): "written by a program and not left out: \(count) (--generated)"
    case .testsFailFirst: "tests that fail already can notice nothing"
    case .noCorpusLine:
      "this is not one JSON object; a corpus for tests has posts with what is expected of them, one JSON object a line. Exports are for check --corpus, find and diff"
    case .emptyCorpus(let path): "\(path): there is no post in it"
    case .notTested(let path, let posts): "\(path): \(posts) posts have no expect and were not tested"
    case .todo: "to be done one day"
    }
  }
}
