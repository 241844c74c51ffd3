"""Reference values for test_agreement: kappa from the table of both answers, in fractions.

A line a case: "kappa", pairs, categories, the first answers, the second answers, 1 where kappa is
defined, and kappa with 17 digits.
"""
import random
from fractions import Fraction


def kappa(first, second, categories):
    """(seen - chance) / (1 - chance), each from the cross table; None where chance is all."""
    n = len(first)
    table = [[sum(pair == (i, j) for pair in zip(first, second)) for j in range(categories)]
             for i in range(categories)]
    seen = Fraction(sum(table[i][i] for i in range(categories)), n)
    chance = sum(Fraction(sum(table[i]), n) * Fraction(sum(row[i] for row in table), n)
                 for i in range(categories))
    return None if chance == 1 else (seen - chance) / (1 - chance)


def main():
    dice = random.Random(20261125)
    for _ in range(400):
        n, categories = dice.randint(1, 60), dice.randint(1, 7)
        first = [min(dice.randrange(categories), dice.randrange(categories)) for _ in range(n)]
        second = [old if dice.random() < 0.7 else dice.randrange(categories) for old in first]
        value = kappa(first, second, categories)
        print("kappa", n, categories, *first, *second, int(value is not None),
              f"{float(value or 0):.17g}")


main()
