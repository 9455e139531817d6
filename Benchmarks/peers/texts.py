# SPDX-License-Identifier: Apache-2.0
"""Where posts and words come from: real ones, or ones made up from a seed."""
import itertools
import json
import re
import unicodedata

# What is no text: controls, blanks of other kinds, marks without width.
UNPRINTED = re.compile("[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufe00-\ufe0f\ufeff]+")
FILES = ("messages-by-department", "messages-with-replies", "messages-with-time-and-likes", "patient-questions-by-department",
         "river-requests", "offensive-language", "sms-spam", "shop-reviews")
# Links and mentions, which rules do not see: the peers, who know no zones, would find words in them.
UNSEEN = re.compile(r"[@＠]|://|www\.|\.(?:com|cn|net|org)\b")
HAN = re.compile("[\u4e00-\u9fff]+")


def cut(posts, fold):
    """Posts of the length that posts have: long texts in pieces of 400 characters, short ones put together by threes."""
    usual, waiting = [], []
    for title, text in posts:
        title, text = fold(UNPRINTED.sub(" ", title).strip()), fold(UNPRINTED.sub(" ", text).strip())
        for start in range(0, len(text), 400):
            piece = text[start:start + 400]
            if UNSEEN.search(title + " " + piece):
                continue
            (usual if len(piece) >= 60 else waiting).append((title, piece))
    for place in range(0, len(waiting) - 2, 3):
        three = waiting[place:place + 3]
        usual.append((three[0][0], "，".join(text for _, text in three)))
    return usual


class Real:
    """The posts and lexicons of the shared data."""

    def __init__(self, data):
        self.data = data
        self.simple = {}
        for line in open(data / "lexicons" / "opencc_TSCharacters.txt", encoding="utf-8"):
            old, _, new = line.rstrip("\n").partition("\t")
            if new and not line.startswith("#") and old not in new.split():
                self.simple[ord(old)] = new.split()[0]

    def posts(self):
        for name in FILES:
            for line in open(self.data / f"{name}.jsonl", encoding="utf-8"):
                row = json.loads(line)
                yield row.get("title") or "", row["text"]

    def fold(self, text):
        """In normal form, so that engines without normalization see the same text: simplified, narrow letters and digits, small."""
        text = text.translate(self.simple)
        return re.sub("[０-９Ａ-Ｚａ-ｚ]", lambda wide: unicodedata.normalize("NFKC", wide[0]), text).lower()

    def words(self, count):
        path = self.data / "lexicons" / f"keywords_{count}.txt"
        if not path.exists():
            path = self.data / "lexicons" / "keywords_100000.txt"
        unique = dict.fromkeys(self.fold(word) for word in path.read_text(encoding="utf-8").split())
        return [word for word in unique if HAN.fullmatch(word)][:count]


class Made:
    """Posts of made-up words whose characters are as unevenly spread as those of a language."""

    def __init__(self, random):
        self.random = random
        # The common simplified characters: the first level of GB 2312, which folding leaves as they are.
        common = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
        self.characters = random.sample(common, 3000)
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(3000)))
        self.lexicon = list(dict.fromkeys(self.word() for _ in range(170_000)))
        self.made = [(self.sentence(8) if random.random() < 0.3 else "", self.text()) for _ in range(20_000)]

    def word(self):
        return "".join(self.random.choices(self.characters, cum_weights=self.weights, k=self.random.choice((2, 2, 2, 3, 3, 4, 5))))

    def sentence(self, length):
        words = self.random.choices(self.lexicon, k=1) + ["".join(self.random.choices(self.characters, cum_weights=self.weights, k=length))]
        if self.random.random() < 0.2:
            words.append(str(self.random.randrange(1, 5000)) + self.random.choice(("元", "个月", "天", "次", " VIP", "ＡＰＰ")))
        self.random.shuffle(words)
        return "".join(words)

    def text(self):
        return "".join(self.sentence(self.random.randrange(4, 16)) + self.random.choice("，，，。！？")
                       for _ in range(self.random.randrange(5, 24)))

    def posts(self):
        return iter(self.made)

    def fold(self, text):
        return unicodedata.normalize("NFKC", text).replace(",", "，").replace("!", "！").replace("?", "？").lower()

    def words(self, count):
        return self.lexicon[:count]
