# SPDX-License-Identifier: Apache-2.0
"""Packs of Fenliu that give the points of the workload."""

TOPICS = 40

# The peers know no zones: the words of others count with them as the writer's own do.
WHERE = "    where: [title, text]\n"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def rules(words, patterns):
    yield "fenliu: 1\ntitle: benchmark\n"
    yield "topics:\n" + "".join(f"  c{topic}: topic {topic}\n" for topic in range(TOPICS))
    yield "rules:\n"
    if words:
        for topic in range(TOPICS):
            yield (f"  - id: words-{topic}\n    category: early-sign\n    topic: c{topic}\n    any: [$c{topic}]\n" + WHERE +
                   "    each: {max: 1000000}\n    points: 1\n")
    for number, pattern in enumerate(patterns):
        yield (f"  - id: regex-{number}\n    category: early-sign\n    topic: c{number % TOPICS}\n"
               f"    any: [{{regex: {quoted(pattern)}}}]\n" + WHERE + "    points: 3\n")
    if words:
        yield "include: [words/*.txt]\n"
    yield "levels:\n  general: total >= 1\n"


def responsibility():
    yield "fenliu: 1\ndepartments:\n"
    yield "".join(f"  d{topic}: {{title: department {topic}}}\n" for topic in range(TOPICS)) + "  duty: {title: duty}\n"
    yield "routes:\n" + "".join(f"  - {{name: c{topic}, when: topic c{topic}, lead: d{topic}}}\n" for topic in range(TOPICS))
    yield "default: duty\ndeadlines:\n"
    yield "".join(f"  {level}: {{read: 24h}}\n" for level in ("none", "general", "larger", "major", "critical"))


def write(folder, words, patterns):
    """A pack in which word k belongs to topic k mod 40, and so does regex k."""
    (folder / "words").mkdir(parents=True, exist_ok=True)
    (folder / "rules.yaml").write_text("".join(rules(words, patterns)), encoding="utf-8")
    (folder / "map.yaml").write_text("".join(responsibility()), encoding="utf-8")
    if words:
        for topic in range(TOPICS):
            (folder / "words" / f"c{topic}.txt").write_text("".join(word + "\n" for word in words[topic::TOPICS]), encoding="utf-8")
