# SPDX-License-Identifier: Apache-2.0
"""Regexes of the kinds that analysts write, made of pairs of characters that stand near each other in real posts."""
import collections
import re

HAN_PAIR = re.compile("[\u4e00-\u9fff]{2}")
TIMES = ("年", "个月", "天", "小时", "分钟", "公里", "次", "倍", "元", "块", "万元")
OWED = ("工资", "奖金", "补贴", "押金", "定金", "货款", "房租", "学费", "社保", "保证金")
HELD = ("拖欠", "克扣", "没发", "未发", "扣除", "停发", "不退", "没给")
CONTACTS = (r"1[3-9]\d{9}", r"(微信|加v|wx|vx)[:： ]{0,3}[a-z][-_a-z0-9]{5,19}", r"qq[群号: ]{0,3}[1-9]\d{4,10}",
            r"(?:QQ|微信)[号群]?[：:]?[a-z0-9]{5,}", r"[a-zA-Z0-9_.]+@[a-z0-9-]+\.(com|cn|net)", r"\d{4}年\d{1,2}月\d{1,2}[日号]", r"\d{1,3}号(楼|院|线)")
LATIN = ("app", "vip", "wifi", "ktv", "atm")


class Pairs:
    """Pairs of characters that are neither rare nor everywhere."""

    def __init__(self, sample, random):
        self.sample, self.random = sample, random
        counts = collections.Counter(
            text[place:place + 2] for text in sample for place in range(len(text) - 1) if HAN_PAIR.fullmatch(text[place:place + 2]))
        least, most = 8, 160
        self.usual = {pair for pair, count in counts.items() if least <= count <= most}
        self.all = sorted(self.usual)

    def one(self):
        return self.random.choice(self.all)

    def some(self, most):
        return self.random.sample(self.all, self.random.randint(1, most))

    def near(self, gap):
        """Two pairs that some post has in this order with at most `gap` characters between."""
        while True:
            text = self.random.choice(self.sample)
            if len(text) < gap + 6:
                continue
            first = self.random.randrange(len(text) - gap - 4)
            second = first + 2 + self.random.randrange(gap)
            left, right = text[first:first + 2], text[second:second + 2]
            if left in self.usual and right in self.usual:
                return left, right


def proximity(pairs, random):
    gap = random.choice((5, 8, 12, 20))
    left, right = pairs.near(gap)
    return f"{left}.{{0,{gap}}}{right}"


def choices(pairs, random):
    left, right = pairs.near(4)
    return f"(?:{'|'.join([left] + pairs.some(4))}).{{0,6}}(?:{'|'.join([right] + pairs.some(3))})"


def amounts(pairs, random):
    return random.choice((
        f"[0-9]+个?(月|年)(都)?{random.choice(HELD)}{random.choice(OWED)}",
        f"{random.choice(OWED)}.{{0,8}}[0-9一二三四五六七八九十百千万两]+{random.choice(TIMES)}",
        f"([0-9]+(\\.[0-9]+)?|[一二三四五六七八九十]+){random.choice(TIMES)}(的|左右)?{pairs.one()}"))


def around(pairs, random):
    left, right = pairs.near(8)
    return random.choice((f"(?<![不没未非无]){left}(?![的了者性])", f"{left}(?=.{{0,10}}{right})", f"(?<={left}).{{1,6}}{right}"))


def contacts(pairs, random):
    contact = random.choice(CONTACTS)
    if random.random() < 0.3:
        return f"(?<!\\d){contact}(?!\\d)" if contact.startswith("1") else f"(?i){contact}"
    return f"{pairs.one()}.{{0,10}}{contact}"


def others(pairs, random):
    left, right = pairs.near(4)
    return random.choice((f"{left}[的了是在有和就不也很到说要去会着没看好]{{1,3}}{right}", f"[《“]{left}[^》”\\n]{{0,10}}[》”]",
                          f"(?i){random.choice(LATIN)}.{{0,8}}{right}"))


# How many of a hundred are of each kind.
KINDS = ((proximity, 45), (choices, 20), (amounts, 12), (around, 10), (contacts, 6), (others, 7))


def make(sample, count, random):
    """So many different regexes."""
    pairs = Pairs(sample, random)
    kinds, shares = zip(*KINDS)
    found = {}
    while len(found) < count:
        pattern = random.choices(kinds, shares)[0](pairs, random)
        re.compile(pattern)
        found[pattern] = True
    return list(found)
