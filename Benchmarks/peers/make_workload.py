#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes what all engines work on: posts, words, regexes, and packs of Fenliu that mean the same.

usage: make_workload.py FOLDER [--megabytes N] [--keywords N] [--regexes N] [--shared FOLDER]

With the folder of shared data the posts are real ones and the words those of its lexicons; without it both are put together
from a seed, so that every clone can measure. The same arguments write the same bytes.

What everybody has to answer: the word with number k gives one point to topic k mod 40, the regex with number k three points to
topic k mod 40, each once a post.
"""
import argparse
import json
import pathlib
import random

import packs
import regexes
import texts

SIZES = (1_000, 10_000, 100_000)


def write_posts(folder, posts, megabytes, order):
    """posts.jsonl for whole jobs, part.jsonl with its beginning, posts.txt with one post a line for scans, one.jsonl."""
    size, part, number = 0, 0, 0
    with open(folder / "posts.jsonl", "w", encoding="utf-8") as whole, open(folder / "part.jsonl", "w", encoding="utf-8") as first, \
            open(folder / "posts.txt", "w", encoding="utf-8") as plain:
        while size < megabytes * 1_000_000:
            order.shuffle(posts)
            for title, text in posts:
                row = {"id": f"p{number:08}", "title": title, "text": text, "time": "2026-11-20T08:00:00+08:00"}
                line = json.dumps(row, ensure_ascii=False) + "\n"
                whole.write(line)
                if size < 20_000_000:
                    first.write(line)
                if number == 0:
                    (folder / "one.jsonl").write_text(line, encoding="utf-8")
                plain.write(f"{title} {text}\n")
                number += 1
                size += len(title.encode()) + len(text.encode()) + 1
                if size >= megabytes * 1_000_000:
                    break
    return number, size


def write_messages(folder, data):
    """The messages of citizens, six times with ids of their own, as they were written."""
    rows = [json.loads(line) for name in sorted(data.glob("messages-*.jsonl")) for line in open(name, encoding="utf-8")]
    with open(folder / "messages.jsonl", "w", encoding="utf-8") as file:
        for turn in range(6):
            for number, row in enumerate(rows):
                kept = {key: row[key] for key in ("title", "text", "time") if row.get(key)}
                file.write(json.dumps({"id": f"m{turn}-{number}", **kept}, ensure_ascii=False) + "\n")


def write_raw(folder, posts):
    """Texts as they were written, for normalizing; posts.txt is in normal form already."""
    size = 0
    with open(folder / "raw.txt", "w", encoding="utf-8") as file:
        for title, text in posts:
            line = " ".join(f"{title} {text}".split())
            file.write(line + "\n")
            size += len(line.encode())
            if size > 10_000_000:
                break


def lines(path, items):
    path.write_text("".join(item + "\n" for item in items), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--keywords", type=int, default=10_000)
    parser.add_argument("--regexes", type=int, default=1_000)
    parser.add_argument("--shared", type=pathlib.Path)
    options = parser.parse_args()
    folder = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    data = options.shared / "data" if options.shared and (options.shared / "data").is_dir() else None

    order = random.Random(1120)
    source = texts.Real(data) if data else texts.Made(random.Random(7))
    posts = texts.cut(source.posts(), source.fold)
    order.shuffle(posts)
    write_raw(folder, texts.cut(source.posts(), lambda text: text))
    sample = [text for _, text in posts[:8000]]

    words = {}
    for size in sorted({*SIZES, options.keywords}):
        words[size] = source.words(size)
        lines(folder / f"keywords-{size}.txt", words[size])
    patterns = regexes.make(sample, max(options.regexes, 200), random.Random(2611))
    for size in sorted({200, options.regexes}):
        lines(folder / f"regexes-{size}.txt", patterns[:size])
        packs.write(folder / "packs" / f"regexes-{size}", [], patterns[:size])
    for size in (1_000, 100_000):
        packs.write(folder / "packs" / f"words-{size}", words[size], [])
    lines(folder / "keywords.txt", words[options.keywords])
    lines(folder / "regexes.txt", patterns[: options.regexes])
    packs.write(folder / "packs" / "whole", words[options.keywords], patterns[: options.regexes])
    if data:
        write_messages(folder, data)
    count, size = write_posts(folder, posts, options.megabytes, order)
    kind = "real" if data else "made-up"
    print(f"{count} {kind} posts, {size / 1e6:.1f} MB of text, {len(words[options.keywords])} words, {options.regexes} regexes")


if __name__ == "__main__":
    main()
