# SPDX-License-Identifier: Apache-2.0
"""Programs run on one core or two, with what they took."""
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


@dataclasses.dataclass
class Run:
    """What one process took from its start to its end."""
    seconds: float
    processor: float
    peak_megabytes: float
    output: str


def run(command, cores="0"):
    """Runs a program on these cores; the script ends when it fails."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as talk:
        begin = time.monotonic()
        child = subprocess.Popen(["taskset", "-c", cores, *map(str, command)], stdout=output, stderr=talk)
        _, status, use = os.wait4(child.pid, 0)
        seconds = time.monotonic() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
        if child.returncode != 0:
            talk.seek(0)
            sys.exit(f"bench: {' '.join(map(str, command))} ended with {child.returncode}\n{text}{talk.read()}")
    return Run(seconds, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, text)


class Fenliu:
    """The program and where it writes: in memory where there is room."""

    def __init__(self, program, room_needed):
        self.program = program
        memory = pathlib.Path("/dev/shm")
        has_room = memory.is_dir() and os.statvfs(memory).f_bavail * os.statvfs(memory).f_frsize > room_needed
        self.folder = tempfile.TemporaryDirectory(dir=memory if has_room else None)
        self.is_in_memory = has_room

    def path(self, name):
        return pathlib.Path(self.folder.name, name)

    def classify(self, posts, pack, cores="0"):
        """A whole batch: load, read, decide, write, hash, flush, rename, manifest."""
        out = self.path("out")
        result = run([self.program, "classify", posts, "--pack", pack, "-o", out, "--at", "2026-11-20T20:00"], cores)
        summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
        if summary["decisions"] != summary["posts"]:
            sys.exit("bench: not every post was decided")
        return result, summary["posts"]

    def digest(self):
        """Of the decisions written last, as the manifest has it."""
        outputs = json.loads((self.path("out") / "manifest.json").read_text(encoding="utf-8"))["outputs"]
        return next(output["sha256"] for output in outputs if output["file"] == "decisions.jsonl")


def figures(text):
    """The lines of Benchmarks/Micro: figure by name, and the number that the remark begins with."""
    found = {}
    for line in text.splitlines():
        if "\t" not in line:
            continue
        name, figure, _, remark = line.split("\t")
        first = remark.split(" ")[0]
        found[name] = (float(figure), int(first) if first.isdigit() else None)
    return found
