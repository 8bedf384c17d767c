#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers for tests/core/detect: quantiles of Student's t, generalised Pareto tails fitted
by probability-weighted moments, and the best F1 found by trying every threshold."""

import json
import pathlib

import mpmath
import numpy
import scipy
import scipy.stats

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "oracle" / "evaluate_thresholds.json"


def student_case(probability, degrees):
    def off(t):  # SciPy's own quantile is good to about 1e-9 only
        x = mpmath.mpf(degrees) / (degrees + t * t)
        tail = mpmath.betainc(mpmath.mpf(degrees) / 2, 0.5, 0, x, regularized=True) / 2
        return (tail if t < 0 else 1 - tail) - mpmath.mpf(probability)

    t = scipy.stats.t.ppf(probability, degrees)
    exact = 0.0 if probability == 0.5 else float(mpmath.findroot(off, t))
    assert abs(exact - t) <= 1e-7 * max(1.0, abs(t))
    return {"probability": probability, "degrees": degrees, "t": exact}


def tail_case(shape, scale, count):
    share = (numpy.arange(count) + 0.5) / count
    excesses = numpy.sort(scipy.stats.genpareto.ppf(share, shape, scale=scale))
    places = (numpy.arange(1, count + 1) - 0.35) / count
    mean, weighted = excesses.mean(), (excesses * (1 - places)).mean()
    fitted = 2 - mean / (mean - 2 * weighted)
    fitted_scale = 2 * mean * weighted / (mean - 2 * weighted)
    return {"true_shape": shape, "true_scale": scale, "excesses": excesses.tolist(),
            "shape": fitted, "scale": fitted_scale,
            "exceeded": [{"share": s,
                          "excess": scipy.stats.genpareto.isf(s, fitted, scale=fitted_scale)}
                         for s in (0.5, 0.01, 1e-4, 1e-7)]}


def best_f1_case(healthy, faulty):
    def f1(threshold):
        hits = sum(score > threshold for score in faulty)
        return 2 * hits / (hits + sum(score > threshold for score in healthy) + len(faulty))

    below_all = min(healthy + faulty) - 1
    return {"healthy": healthy, "faulty": faulty,
            "f1": float(max(f1(t) for t in [below_all] + healthy + faulty))}


def main():
    rng = numpy.random.default_rng(5)
    document = {
        "made_by": "tests/oracle/make_evaluate_thresholds.py",
        "versions": {"mpmath": mpmath.__version__, "numpy": numpy.__version__,
                     "scipy": scipy.__version__},
        "student": [student_case(p, df)
                    for df in (1, 1.5, 2, 3, 4.25, 7, 10, 21, 36.5, 120, 5000)
                    for p in (0.02, 0.5, 0.6, 0.9, 0.98, 0.999, 0.999999)],
        "tails": [tail_case(0.2, 1.5, 400), tail_case(0.0, 2.0, 400), tail_case(-0.3, 1.0, 400),
                  tail_case(0.1, 0.5, 15)],
        "best_f1": [
            best_f1_case([0.0, 1.0, 2.0], [3.0, 4.0]),
            best_f1_case([5.0, 6.0], [1.0, 2.0]),
            best_f1_case([1.0, 1.0], [1.0]),
            best_f1_case(rng.normal(0, 1, 60).tolist(), rng.normal(1, 1, 40).tolist()),
            best_f1_case(rng.integers(0, 5, 60).astype(float).tolist(),
                         rng.integers(1, 7, 30).astype(float).tolist()),
        ],
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(document) + "\n")


if __name__ == "__main__":
    main()
