// SPDX-License-Identifier: Apache-2.0

extension ResumeSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .helpResume: "Go on with the interrupted run in the folder of -o; the results are those of an undisturbed one."
    case .helpCheckpoint: "How much of the input lies between two points at which a run can be taken up again."
    case .checkpointTooSmall: "--checkpoint: at least 64k"
    case .needsFolder: "--resume is for runs that write into a folder; name it with -o"
    case .needsFiles: "--resume: standard input cannot be read again; save the posts to a file"
    case .nothingToResume(let folder):
      "\(folder): there is no interrupted run here to go on with; leave out --resume to begin one"
    case .isComplete(let folder): "\(folder): this run is complete; nothing was left to do"
    case .isOther(let folder): "\(folder): no interrupted run is here, but the results of another one:"
    case .beganAnew(let folder):
      "\(folder): an interrupted run was here; it begins anew (--resume would have gone on with it)"
    case .goesOn(let folder, let posts): "\(folder): going on behind \(posts) posts"
    case .published(let folder): "\(folder): the interrupted run was finished; its results have their names now"
    case .hasChanged(let folder): "\(folder): the interrupted run cannot be gone on with, because something changed:"
    case .change(let change): change.english
    case .howToBeginAnew: "leave out --resume to begin anew"
    case .interrupted(true):
      "interrupted; most of what was decided is kept: the same command with --resume goes on, or says that all is there"
    case .interrupted(false):
      "interrupted; the input is no file, so that nothing can be gone on with: run it again"
    case .replaced(let folder, let time, let gone):
      "\(folder): took the place of the results of the run of \(time)"
        + (gone.isEmpty ? "" : ", of which \(gone.joined(separator: ", ")) is gone")
        + "; to keep the results of each run, give each another -o"
    case .howToGoOn: "what was decided so far is kept: the same command with --resume goes on"
    case .brokenRecord(let path):
      "\(path): damaged, so the run cannot be gone on with; leave out --resume to begin anew"
    case .changedOutput(let path):
      "\(path): not as the interrupted run left it, so it cannot be gone on with; leave out --resume to begin anew"
    case .changedInput(let file):
      "\(file): not what the interrupted run had read, so it cannot be gone on with; leave out --resume to begin anew"
    }
  }
}

extension RunChange {
  fileprivate var english: String {
    switch self {
    case .version(let old, let new): "the program: \(old) then, \(new) now"
    case .pack(let old, let new):
      "the pack: sha256 \(old) then, \(new) now; `fenliu diff` tells what that changes in decisions"
    case .option(let name, let old, let new): "--\(name): \(old ?? "not given") then, \(new ?? "not given") now"
    case .time(let old, let new): "--at: \(old) then, \(new) now; without --at it is the one of then"
    case .inputCount(let old, let new): "the inputs: \(old) then, \(new) now"
    case .inputName(let place, let old, let new): "input \(place): \(old) then, \(new) now"
    case .inputLength(let file, let old, let new): "\(file): \(old) bytes then, \(new) now"
    case .inputTime(let file): "\(file): changed after the run had begun (its time of change is another)"
    case .inputContent(let file): "\(file): its bytes are not those that had been read"
    case .inputIsNoFile(let file): "\(file): not a plain file, so it cannot be read again"
    }
  }
}
