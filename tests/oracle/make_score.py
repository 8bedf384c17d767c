# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers for core/score: tests/data/oracle/score.json.

Run with a Python that has NumPy, SciPy and scikit-learn:  python3 tests/oracle/make_score.py
"""
import functools
import json
import pathlib

import numpy as np
import scipy
import scipy.linalg
import scipy.signal
import sklearn
from sklearn.covariance import ledoit_wolf
from sklearn.neighbors import LocalOutlierFactor

LENGTH, SHORT, LONG = 256, 16, 64
rng = np.random.default_rng(20)


def as_single(values):
    return np.asarray(values, dtype=np.float32).astype(np.float64)


def numbers(values):
    return [float(v) for v in np.ravel(values)]


def yule_walker(x, order):
    """a of e[t] = x[t] + sum a_k x[t-k], biased autocovariance, lag 0 times 1 + 1e-6."""
    r = np.array([np.dot(x[: len(x) - k], x[k:]) for k in range(order + 1)]) / len(x)
    r[0] *= 1 + 1e-6
    return scipy.linalg.solve_toeplitz(r[:order], -r[1:])


def filtered(x, a, deviation):
    return scipy.signal.lfilter(np.r_[1.0, a], [1.0], x)[len(a):] / deviation


def log_bands(view, n):
    frames = np.lib.stride_tricks.sliding_window_view(view, n)[:: n // 4]
    taper = scipy.signal.get_window("hann", n, fftbins=True)
    return np.log(np.abs(np.fft.rfft(frames * taper, axis=1)).mean(0)[1:])


def both_ways(x, a, deviation):
    """Every sample from those before it, the first len(a) from those after them."""
    return np.r_[filtered(x[::-1], a, deviation)[::-1][: len(a)], filtered(x, a, deviation)]


@functools.lru_cache
def inverse_covariance(n, taps):
    """Of n samples of the AR process, from its spectrum on a grid fine enough for its memory."""
    spectrum = 1 / np.abs(np.fft.fft(taps, 1 << 20)) ** 2
    return np.linalg.inv(scipy.linalg.toeplitz(np.fft.ifft(spectrum).real[:n]))


def interpolated(x, a, deviation):
    """x minus its interpolation from all other samples, in deviations of that error."""
    inverse = inverse_covariance(len(x), tuple(np.r_[1.0, a] / deviation))
    return inverse @ x / np.sqrt(np.diag(inverse))


def views(x, y, ar):
    e = x - y
    predicted = [both_ways(x, a, s) for a, s in ar[:2]]
    every = [x, *predicted, interpolated(x, *ar[2]), e, interpolated(e, *ar[2])]
    return [log_bands(view, n) for view in every for n in (128, 64)]


def evidence(healthy, tested):
    """Rows of view lists -> standardised one-sided band evidence, exponent 6."""
    mean = [np.mean([w[v] for w in healthy], 0) for v in range(12)]
    deviation = [np.maximum(np.std([w[v] for w in healthy], 0), 1e-3) for v in range(12)]

    def raw(w):
        return [np.mean(np.maximum((w[v] - mean[v]) / deviation[v], 0) ** 6) ** (1 / 6) for v in range(12)]

    h, t = np.array([raw(w) for w in healthy]), np.array([raw(w) for w in tested])
    centre, spread = h.mean(0), h.std(0)
    total = ((h - centre) / spread).mean(1)
    return (((t - centre) / spread).mean(1) - total.mean()) / total.std()


def dtw(x, y, radius):
    cost = np.full((len(x) + 1, len(y) + 1), np.inf)
    cost[0, 0] = 0
    for i in range(len(x)):
        for j in range(max(0, i - radius), min(len(y), i + radius + 1)):
            best = min(cost[i, j], cost[i, j + 1], cost[i + 1, j])
            cost[i + 1, j + 1] = (x[i] - y[j]) ** 2 + best
    return np.sqrt(cost[-1, -1] / len(x))


def area(x, y, radius):
    d = x - y
    return np.mean([abs(d[max(0, t - radius): t + radius + 1].mean()) for t in range(len(d))])


def main():
    stretch = as_single(scipy.signal.lfilter([1.0], [1.0, -1.2, 0.8], rng.standard_normal(4096)))
    ar = []
    for order in (SHORT, LONG, LENGTH - 1):
        a = yule_walker(stretch, order)
        ar.append((a, filtered(stretch, a, 1.0).std()))

    healthy = stretch[: 12 * LENGTH].reshape(12, LENGTH)
    tested = stretch[12 * LENGTH:].reshape(4, LENGTH) * np.array([[1.0], [1.1], [1.3], [2.0]])
    tested = as_single(tested)
    recon = lambda x: as_single(0.5 * np.roll(x, 1, axis=1))
    healthy_rows = [views(x, y, ar) for x, y in zip(healthy, recon(healthy))]
    tested_rows = [views(x, y, ar) for x, y in zip(tested, recon(tested))]

    interpolation = []
    for order, length in ((LENGTH - 1, LENGTH), (8, 50)):
        a = yule_walker(stretch, order)
        s, window = filtered(stretch, a, 1.0).std(), stretch[700 : 700 + length]
        interpolation.append({"coefficients": numbers(a), "deviation": float(s),
                              "window": numbers(window), "error": numbers(interpolated(window, a, s))})

    every = np.lib.stride_tricks.sliding_window_view(stretch, 64)[::8]
    strongest = np.linalg.eigh(every.T @ every)[1][:, ::-1][:, :3]
    left = every - every @ strongest @ strongest.T

    points, queries = rng.standard_normal((60, 5)), 2 * rng.standard_normal((10, 5))
    lof = LocalOutlierFactor(n_neighbors=20, novelty=True, algorithm="brute").fit(points)
    x, y = as_single(rng.standard_normal(40)), as_single(rng.standard_normal(40))

    out = {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__},
        "stretch": numbers(stretch),
        "autoregression": [
            {"order": len(a), "coefficients": numbers(a), "deviation": float(s)} for a, s in ar
        ],
        "interpolation": interpolation,
        "principal": {"length": 64, "count": 3, "left_energy": float((left**2).mean())},
        "band": {
            "length": LENGTH,
            "tested": numbers(tested),
            "first_features": numbers(np.concatenate(tested_rows[0])),
            "evidence": numbers(evidence(healthy_rows, tested_rows)),
        },
        "lof": {
            "width": 5,
            "neighbours": 20,
            "points": numbers(points),
            "queries": numbers(queries),
            "factors": numbers(-lof.score_samples(queries)),
        },
        "covariance": numbers(ledoit_wolf(points)[0]),
        "errors": {
            "radius": 3,
            "x": numbers(x),
            "y": numbers(y),
            "point": float(np.abs(x - y).mean()),
            "area": float(area(x, y, 3)),
            "dtw": float(dtw(x, y, 3)),
        },
    }
    path = pathlib.Path(__file__).parents[1] / "data" / "oracle" / "score.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(out, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
