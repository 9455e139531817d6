#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The whole job as somebody at home in Python would write it: orjson reads, hyperscan finds all, re confirms what it must.

usage: pipeline.py KEYWORDS REGEXES POSTS.jsonl OUT.jsonl

Like pipeline.cpp it tells points by topic and nothing else, and its time leaves out the compiling. One process.
"""
import json
import re
import sys
import time

import hyperscan
import orjson

TOPICS = 40
AROUND = re.compile(r"\(\?(=|!|<=|<!)")
ONCE = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_SINGLEMATCH


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


class Pipeline:
    def __init__(self, words, regexes):
        self.regexes = len(regexes)
        # What Hyperscan can only suspect, by number.
        self.confirm = {number: re.compile(regex, re.ASCII) for number, regex in enumerate(regexes) if AROUND.search(regex)}
        flags = [ONCE | (hyperscan.HS_FLAG_PREFILTER if number in self.confirm else 0) for number in range(len(regexes))]
        expressions = [regex.encode() for regex in regexes] + [re.escape(word).encode() for word in words]
        self.database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self.database.compile(expressions=expressions, ids=list(range(len(expressions))), elements=len(expressions),
                              flags=flags + [ONCE] * len(words))

    def decide(self, line):
        post = orjson.loads(line)
        text = f"{post['title']}\n{post['text']}"
        found = []
        self.database.scan(text.encode(), match_event_handler=lambda number, *_: found.append(number) and None)
        points = {}
        for number in found:
            if number >= self.regexes:
                topic, worth = (number - self.regexes) % TOPICS, 1
            elif number not in self.confirm or self.confirm[number].search(text):
                topic, worth = number % TOPICS, 3
            else:
                continue
            points[topic] = points.get(topic, 0) + worth
        # The first of the best: max keeps the first, and topics come in their order.
        topics = sorted(points)
        label = f"c{max(topics, key=points.get)}" if topics else None
        return orjson.dumps({"id": post["id"], "points": {f"c{topic}": points[topic] for topic in topics}, "label": label})


def main():
    words, regexes, posts, out = sys.argv[1:]
    begin = time.perf_counter()
    pipeline = Pipeline(lines(words), lines(regexes))
    build = time.perf_counter() - begin
    begin, processor, count = time.perf_counter(), time.process_time(), 0
    with open(posts, "rb") as source, open(out, "wb") as target:
        while chunk := source.readlines(1 << 20):
            target.write(b"\n".join(map(pipeline.decide, chunk)) + b"\n")
            count += len(chunk)
    print(json.dumps({"seconds": time.perf_counter() - begin, "processor": time.process_time() - processor, "posts": count, "build": build}))


if __name__ == "__main__":
    main()
