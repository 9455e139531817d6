# SPDX-License-Identifier: Apache-2.0
"""Whether Fenliu and the peers say the same of every post: a time counts only then."""
import dataclasses
import itertools
import json
import sys

SHOWN = 5


def same_bytes(first, second):
    with open(first, "rb") as one, open(second, "rb") as other:
        return all(left == right for left, right in itertools.zip_longest(one, other))


def hits_of(decision):
    return "; ".join(
        f"{match['rule']} {match['points']}: " + ", ".join(f"{hit['field']} {hit['start']}-{hit['end']} {hit['text']}" for hit in match["hits"])
        for match in decision["matches"]) or "nothing"


@dataclasses.dataclass
class Agreement:
    """How many posts there were, how many differ, and in how many of those Fenliu itself says that it gave up on a regex."""
    posts: int = 0
    differing: int = 0
    incomplete: int = 0

    def __str__(self):
        if not self.differing:
            return f"Points by topic agree in all {self.posts:,} posts between Fenliu, C++ and Python."
        return (f"Points by topic DIFFER in {self.differing:,} of {self.posts:,} posts; in {self.incomplete:,} of these a regex "
                "gave up, and the decision says so (`incomplete`).")


def compare(decisions, peer):
    """Compares points by topic post by post; shows posts that differ, with their hits."""
    agreement = Agreement()
    with open(decisions, encoding="utf-8") as ours, open(peer, encoding="utf-8") as theirs:
        for line, other in itertools.zip_longest(ours, theirs):
            if line is None or other is None:
                sys.exit(f"bench: after {agreement.posts} posts one has more than the other")
            decision, expected = json.loads(line), json.loads(other)
            agreement.posts += 1
            points = {topic["topic"]: topic["points"] for topic in decision["topics"]}
            if decision["id"] == expected["id"] and points == expected["points"]:
                continue
            agreement.differing += 1
            agreement.incomplete += 1 if decision["incomplete"] else 0
            if agreement.differing <= SHOWN:
                print(f"{decision['id']}: fenliu {points}, peer {expected['points']}; found {hits_of(decision)}; "
                      f"incomplete {', '.join(decision['incomplete']) or 'nothing'}")
    return agreement
