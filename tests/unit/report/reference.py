"""Reference values for test_stats, worked out another way than stats.c does.

Only Python's standard library: Fisher's test in whole numbers, the chi-square
tail by erfc, quartiles by statistics.quantiles. One case a line: the kind, its
counts, and the wanted figures with 17 digits.
"""
import math
import random
import statistics
from fractions import Fraction

Z = statistics.NormalDist().inv_cdf(0.975)


def wilson(met, of):
    """The roots of (share - p)^2 = z^2 p (1 - p) / n, by the quadratic formula."""
    a, b, c = 1 + Z * Z / of, -(2 * met / of + Z * Z / of), (met / of) ** 2
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def fisher(met, of, other_met, other_of):
    total = met + other_met

    def ways(k):
        return math.comb(of, k) * math.comb(other_of, total - k)

    span = range(max(0, total - other_of), min(of, total) + 1)
    return float(Fraction(sum(w for k in span if (w := ways(k)) <= ways(met)),
                          math.comb(of + other_of, total)))


def chi_square(met, of, other_met, other_of):
    """The sum of (seen - expected)^2 / expected over the four fields."""
    total, share = 0.0, Fraction(met + other_met, of + other_of)
    for seen, n in ((met, of), (other_met, other_of)):
        total += float((seen - n * share) ** 2 / (n * share))
        total += float((n - seen - n * (1 - share)) ** 2 / (n * (1 - share)))
    return math.erfc(math.sqrt(total / 2))


def trend(counts):
    """N r^2 of score and outcome, chart by chart, is chi-square with one degree of freedom."""
    charts = [(score, i < met) for score, (met, of) in enumerate(counts) for i in range(of)]
    n = len(charts)
    x, y = (Fraction(sum(chart[side] for chart in charts), n) for side in (0, 1))
    xy = sum((a - x) * (b - y) for a, b in charts)
    xx, yy = sum((a - x) ** 2 for a, _ in charts), sum((b - y) ** 2 for _, b in charts)
    return math.erfc(math.sqrt(n * xy * xy / (xx * yy) / 2)) if xx * yy else 1.0


def show(kind, counts, figures):
    print(kind, *counts, *(f"{figure:.17g}" for figure in figures))


def main():
    chance = random.Random(20260131)
    for of in (1, 2, 7, 24, 80, 263, 5000, 1000000):
        for met in {0, 1, of // 3, of // 2, of - 1, of}:
            show("wilson", (met, of), wilson(met, of))
    for _ in range(300):
        of, other_of = chance.randint(1, 90), chance.randint(1, chance.choice((20, 400, 3000)))
        counts = (chance.randint(0, of), of, chance.randint(0, other_of), other_of)
        show("fisher", counts, [fisher(*counts)])
        if 0 < counts[0] + counts[2] < of + other_of:
            show("chi", counts, [chi_square(*counts)])
    for n in (2, 3, 4, 5, 8, 17, 100):
        shares = [Fraction(chance.randint(0, 24), 24) for _ in range(n)]
        figures = statistics.quantiles(map(float, shares), n=4, method="inclusive")
        counts = [number for share in shares for number in (int(share * 24), 24)]
        show("spread", [n, *counts], [float(statistics.mean(shares)), *figures])
    for n in (2, 3, 4, 5, 8):
        for most in (3, 12, 40, 90):
            sizes = [chance.randint(0, most) for _ in range(n)]
            counts = [(chance.randint(0, of), of) for of in sizes]
            if sum(sizes):
                show("trend", [n, *(number for rate in counts for number in rate)], [trend(counts)])


main()
