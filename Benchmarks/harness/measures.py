# SPDX-License-Identifier: Apache-2.0
"""What is measured, in groups: each runs Fenliu and its peers once, in turn, and adds to the samples."""
import collections
import json
import statistics
import sys

import agreement
from preparing import BENCHMARKS, ROOT, say
from processes import figures, run

SIZES = (1_000, 10_000, 100_000)


class Samples:
    """Figures by name, one more each round."""

    def __init__(self):
        self.values = collections.defaultdict(list)

    def add(self, name, value):
        self.values[name].append(value)

    def __contains__(self, name):
        return name in self.values

    def __getitem__(self, name):
        return statistics.median(self.values[name])

    def ratios(self, name, peer):
        """Of each round by itself: what disturbs a round disturbs both."""
        return [one / other for one, other in zip(self.values[name], self.values[peer], strict=True)]

    def spread(self, name):
        return min(self.values[name]), max(self.values[name])


class Bench:
    """The programs, the workload and what was measured so far."""

    def __init__(self, folder, fenliu, micro, options):
        self.folder, self.fenliu, self.micro = folder, fenliu, micro
        self.options = options
        self.samples = Samples()
        self.engines = []
        #: What the comparison with the peers said, once it was made.
        self.agreed = None

    def benchmark(self, *arguments):
        """One round of a benchmark in Swift on all posts, on one core."""
        return figures(run([self.micro, self.folder, *arguments, "--rounds", 1, "--megabytes", 1_000_000]).output)

    def peer(self, name, *arguments, cores="0"):
        program = [self.folder / name]
        if name.endswith(".py"):
            program = [self.folder / "venv" / "bin" / "python", BENCHMARKS / "peers" / name]
        return json.loads(run([*program, *arguments], cores).output)

    def keywords(self):
        """All words in all posts, with normalization and the range of each hit, against Hyperscan's ends of hits."""
        posts = self.folder / "posts.txt"
        for size in SIZES:
            found = self.benchmark("scan", "--sizes", size)
            peer = self.peer("scan", "literals", self.folder / f"keywords-{size}.txt", posts, 1)
            self.samples.add(f"scan {size} peer", peer["megabytes-a-second"])
            for name, (figure, hits) in found.items():
                words = name.split(" ")
                if len(words) != 3 or "/" in name:
                    continue
                if hits != peer["hits"]:
                    sys.exit(f"bench: {name} finds {hits} hits, Hyperscan {peer['hits']}")
                self.samples.add(name, figure)
                if words[2] not in self.engines:
                    self.engines.append(words[2])

    def regexes(self):
        """All regexes in all posts, confirmed and with ranges, against Hyperscan's suspicions."""
        count = self.options.regexes
        figure, pairs = self.benchmark("regexes", "--sizes", count)[f"regexes {count}"]
        peer = self.peer("scan", "regexes", self.folder / f"regexes-{count}.txt", self.folder / "posts.txt", 1)
        if pairs > peer["hits"]:
            sys.exit(f"bench: {pairs} regexes match, but Hyperscan suspects only {peer['hits']}")
        self.samples.add("regexes", figure)
        self.samples.add("regexes peer", peer["megabytes-a-second"])

    def whole(self):
        """The whole job on one core: Fenliu, C++, Python."""
        posts, pack = self.folder / "posts.jsonl", self.folder / "packs" / "whole"
        size = posts.stat().st_size / 1e6
        result, count = self.fenliu.classify(posts, pack)
        self.samples.add("whole", size / result.processor)
        self.samples.add("whole clock", size / result.seconds)
        self.samples.add("whole microseconds", result.processor / count * 1e6)
        lists = (self.folder / "keywords.txt", self.folder / "regexes.txt", posts)
        for name, peer, threads in (("c++", "pipeline", ["1"]), ("python", "pipeline.py", [])):
            took = self.peer(peer, *lists, self.fenliu.path(f"{name}.jsonl"), *threads)
            self.samples.add(f"whole {name}", size / took["processor"])
            self.samples.add(f"whole {name} clock", size / took["seconds"])
        if self.agreed is None:
            if not agreement.same_bytes(self.fenliu.path("c++.jsonl"), self.fenliu.path("python.jsonl")):
                sys.exit("bench: the peers differ from each other")
            self.agreed = agreement.compare(self.fenliu.path("out") / "decisions.jsonl", self.fenliu.path("c++.jsonl"))
            say(str(self.agreed))

    def cores(self):
        """The whole job on one core and on two, by the clock; the memory it takes on two, for a large input and a small one."""
        posts, pack = self.folder / "posts.jsonl", self.folder / "packs" / "whole"
        one, _ = self.fenliu.classify(posts, pack, "0")
        digest = self.fenliu.digest()
        two, _ = self.fenliu.classify(posts, pack, "0,1")
        if self.fenliu.digest() != digest:
            sys.exit("bench: two cores write other bytes than one")
        self.samples.add("two cores", one.seconds / two.seconds)
        part, _ = self.fenliu.classify(self.folder / "part.jsonl", pack, "0,1")
        self.samples.add("peak", max(two.peak_megabytes, part.peak_megabytes))
        self.samples.add("peak difference", two.peak_megabytes - part.peak_megabytes)

    def county(self):
        """Messages of citizens with the county pack, on one core."""
        messages = self.folder / "messages.jsonl"
        if not messages.exists():
            return
        result, count = self.fenliu.classify(messages, ROOT / "rules" / "county")
        self.samples.add("county", count / result.processor)
        self.samples.add("county clock", count / result.seconds)

    def growth(self):
        """What one post costs with few words and with many, the start of the program left out."""
        costs = []
        for size in (1_000, 100_000):
            pack = self.folder / "packs" / f"words-{size}"
            start, _ = self.fenliu.classify(self.folder / "one.jsonl", pack)
            result, count = self.fenliu.classify(self.folder / "part.jsonl", pack)
            costs.append((result.processor - start.processor) / count)
            self.samples.add(f"post {size}", costs[-1] * 1e6)
        self.samples.add("growth", costs[1] / costs[0])

    def load(self):
        """A process that decides one post: from its start to its end."""
        for name in ("whole", "words-100000"):
            for _ in range(3):
                result, _ = self.fenliu.classify(self.folder / "one.jsonl", self.folder / "packs" / name, "0,1")
                self.samples.add(f"load {name}", result.seconds * 1e3)
                self.samples.add(f"load {name} processor", result.processor * 1e3)

    def latency(self):
        """How long one decision of a post of 200 characters takes."""
        found = figures(run([self.micro, self.folder, "decide", "--rounds", 1, "--pack", ROOT / "rules" / "county"]).output)
        for name, (figure, _) in found.items():
            self.samples.add(name, figure)


GROUPS = ("keywords", "regexes", "whole", "cores", "county", "growth", "load", "latency")
