"""Reference values for test_variation, worked out another way than variation.c does.

Only Python's standard library: binomial tails in whole numbers, the chi-square
point and the beta distribution from their own series. One case a line.
"""
import math
import random
from fractions import Fraction


def at_most(k, of, target):
    """P(X <= k), exactly."""
    return sum(math.comb(of, i) * target**i * (1 - target)**(of - i) for i in range(k + 1))


def limit(p, of, target):
    below, k = Fraction(0), 0
    while True:
        here = math.comb(of, k) * target**k * (1 - target)**(of - k)
        if below + here >= p:
            return (k - (below + here - p) / here) / of
        below, k = below + here, k + 1


def limits(of, target, level, inflation):
    side = (1 - level) / 2
    ends = []
    for p in (side, 1 - side):
        point = float(target) + math.sqrt(inflation) * float(limit(p, of, target) - target)
        ends.append(min(1.0, max(0.0, point)))
    return min(float(target), ends[0]), max(float(target), ends[1])


def gamma_p(a, x):
    """The lower regularised incomplete gamma function, by its series."""
    term = total = 1 / a
    n = a
    while term > total * 1e-17:
        n += 1
        term *= x / n
        total += term
    return total * math.exp(-x + a * math.log(x) - math.lgamma(a))


def halve(low, high, is_below):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return (low + high) / 2


def chi_square_point(p, df):
    return halve(1e-9, 10.0 * df + 100, lambda x: gamma_p(df / 2, x / 2) < p)


def beta_p(x, a, b):
    """The regularised incomplete beta function, by its continued fraction (Lentz)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_p(1 - x, b, a)
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / d
    h = d
    for m in range(1, 5000):
        for top in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                    -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d, c = 1 / (1 + top * d), 1 + top / c
            h *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(front) * h / a


def variation(rates, target):
    rates = [rate for rate in rates if rate[1]]
    one = target * (1 - target)
    z = sorted((met / of - target) / math.sqrt(one / of) for met, of in rates)
    n, cut = len(z), len(z) // 10
    z = [min(max(x, z[cut]), z[n - 1 - cut]) for x in z]
    total = math.fsum(x * x for x in z)
    if total <= chi_square_point(0.95, n - 1):
        return 1.0, 0.0
    weights = [of / one for _, of in rates]
    spare = math.fsum(weights) - math.fsum(w * w for w in weights) / math.fsum(weights)
    return max(1.0, total / n), max(0.0, (total - (n - 1)) / spare)


def shrink(met, of, target, between):
    prior = target * (1 - target) / between - 1
    a, b = met + prior * target, of - met + prior * (1 - target)
    ends = [halve(0.0, 1.0, lambda x, p=p: beta_p(x, a, b) < p) for p in (0.025, 0.975)]
    return of / (of + prior), a / (a + b), *ends


def show(kind, numbers, figures):
    print(kind, *numbers, *(f"{figure:.17g}" for figure in figures))


def main():
    chance = random.Random(20260705)
    for of in (1, 2, 5, 10, 24, 80, 263, 1200):
        for percent in (1, 20, 50, 77, 99):
            target = Fraction(percent, 100)
            for level in (Fraction(950, 1000), Fraction(998, 1000)):
                for inflation in (1, 2.25):
                    show("limits", (of, f"{percent / 100:.17g}", f"{float(level):.17g}", inflation),
                         limits(of, target, level, inflation))
    for n in (2, 5, 12, 40, 100):
        for spread in (0.0, 0.05, 0.2):
            rates = []
            for _ in range(n):
                of = chance.randint(1, 90)
                share = min(0.99, max(0.01, chance.gauss(0.7, spread)))
                rates.append((sum(chance.random() < share for _ in range(of)), of))
            target = sum(met for met, _ in rates) / sum(of for _, of in rates)
            if 0 < target < 1:
                show("variation", (n, f"{target:.17g}", *(x for rate in rates for x in rate)),
                     variation(rates, target))
    for _ in range(60):
        of = chance.randint(1, 300)
        met, target = chance.randint(0, of), chance.uniform(0.05, 0.95)
        between = target * (1 - target) * chance.uniform(0.01, 0.4)
        show("shrink", (met, of, f"{target:.17g}", f"{between:.17g}"), shrink(met, of, target, between))


main()
