# SPDX-License-Identifier: Apache-2.0
"""Medians beside what they should be, as a table of Markdown."""
import statistics


def number(value):
    """With three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


class Table:
    def __init__(self, samples):
        self.samples = samples
        self.rows = []

    def row(self, measure, figure, peer, ratio, least, aim, is_reached):
        self.rows.append((measure, figure, peer, ratio, least, aim, is_reached))

    def against(self, measure, name, peer, least, aim):
        """How many times as fast as a peer."""
        if name not in self.samples or peer not in self.samples:
            return
        ratios = self.samples.ratios(name, peer)
        ratio = statistics.median(ratios)
        spread = f" ({min(ratios):.2g}–{max(ratios):.2g})" if len(ratios) > 1 else ""
        self.row(measure, f"{number(self.samples[name])} MB/s", f"{number(self.samples[peer])} MB/s", f"{ratio:.3g}{spread}",
                 f"{least}", f"{aim}", verdict(ratio >= least, ratio >= aim))

    def at_least(self, measure, name, unit, least, aim):
        if name not in self.samples:
            return
        value = self.samples[name]
        self.row(measure, f"{number(value)}{unit}", "", "", f"{least:,}", f"{aim:,}", verdict(value >= least, value >= aim))

    def at_most(self, measure, name, unit, most, aim):
        if name not in self.samples:
            return
        value = self.samples[name]
        self.row(measure, f"{number(value)}{unit}", "", "", f"at most {most:,}", f"{aim:,}", verdict(value <= most, value <= aim))

    def markdown(self):
        yield "| measure | Fenliu | peer | ratio | least | aim | |"
        yield "|---|---|---|---|---|---|---|"
        for row in self.rows:
            yield "| " + " | ".join(row) + " |"


def verdict(is_enough, is_aim):
    return "aim reached" if is_aim else "enough" if is_enough else "not yet"


def table_of(bench):
    """The measures, in the order of docs/performance.md."""
    samples, options = bench.samples, bench.options
    table = Table(samples)
    for size, least, aim in ((1_000, 1.1, 1.4), (10_000, 2.0, 3.0), (100_000, 1.5, 2.5)):
        for engine in bench.engines:
            table.against(f"{size:,} words, normalizing, ranges ({engine}); Hyperscan's literal API", f"scan {size} {engine}",
                          f"scan {size} peer", least, aim)
    table.against(f"{options.regexes:,} regexes, confirmed, ranges; Hyperscan unconfirmed", "regexes", "regexes peer", 1.3, 2.0)
    pack = f"{options.keywords:,} words + {options.regexes:,} regexes"
    table.against(f"`classify`, {pack}, one core; C++ pipeline", "whole", "whole c++", 1.3, 2.0)
    table.against("– the same; Python pipeline", "whole", "whole python", 3.5, 5.0)
    table.at_least("– two cores against one, by the clock", "two cores", " times", 1.85, 1.95)
    table.at_least("messages with `rules/county`, one core", "county", " posts/s", 60_000, 150_000)
    table.at_most("cost of a post, 100,000 words against 1,000", "growth", " times", 3, 2)
    table.at_most(f"start to first decision, {pack}", "load whole", " ms", 150, 60)
    table.at_most("start to first decision, 100,000 words", "load words-100000", " ms", 600, 200)
    table.at_most(f"most memory, {pack}, two threads", "peak", " MB", 96, 48)
    for name, title in (("pack", "`rules/county`"), ("whole", pack)):
        for share, most, aim in (("p50", 15, 3), ("p99", 60, 20), ("p99.9", 200, 80)):
            table.at_most(f"`decide`, 200 characters, {title}, {share}", f"decide {name} {share}", " µs", most, aim)
    return table


def remarks_of(bench):
    """What stands below the table: figures that explain those in it."""
    samples = bench.samples
    if bench.agreed:
        yield str(bench.agreed)
    if "whole" in samples:
        low, high = samples.spread("whole")
        yield f"A post of the whole job takes {number(samples['whole microseconds'])} µs of processor time; rounds from {number(low)} to {number(high)} MB/s."
        yield (f"By the clock: Fenliu {number(samples['whole clock'])}, C++ {number(samples['whole c++ clock'])}, "
               f"Python {number(samples['whole python clock'])} MB/s.")
    if "growth" in samples:
        yield f"A post costs {number(samples['post 1000'])} µs with 1,000 words and {number(samples['post 100000'])} µs with 100,000."
    if "load whole" in samples:
        yield (f"Of the starts {number(samples['load whole processor'])} ms and {number(samples['load words-100000 processor'])} ms are processor time.")
    if "peak" in samples:
        yield f"From the first 20 MB of posts to all of them the most memory grows by {number(max(0, samples['peak difference']))} MB."
    if "county clock" in samples:
        yield f"By the clock the messages go at {number(samples['county clock'])} posts a second."
