#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers for the kurtogram and the spectrogram: writes tests/data/oracle/signal_maps.json."""
import json
import pathlib

import numpy as np
import scipy
import scipy.signal


def test_signal(count):
    """Noise, a tone and impacts that ring at a quarter of the rate."""
    rng = np.random.default_rng(20240608)
    k = np.arange(count)
    x = 0.2 * rng.standard_normal(count) + np.sin(0.13 * k) + 0.3
    for start in range(25, count, 157):
        age = np.arange(min(80, count - start))
        x[start:start + len(age)] += 1.5 * np.exp(-age / 12.0) * np.sin(np.pi / 2 * age)
    return np.round(x, 5)


def kurtogram_rows(x, levels):
    """Band by band: full-length analytic signal of an ideal filter, resolved twice as finely."""
    n = len(x)
    spectrum = np.fft.fft(x)
    spectrum[0] = 0
    counts = sorted({1} | {2**k for k in range(1, levels + 1)}
                    | {3 * 2**(k - 1) for k in range(1, levels)})
    rows = []
    for bands in counts:
        values = []
        for band in range(bands):
            first, last = band * n // (2 * bands), (band + 1) * n // (2 * bands)
            padded = np.zeros(2 * n, dtype=complex)
            padded[first:last] = spectrum[first:last]
            power = np.abs(np.fft.ifft(padded))**2
            values.append(float(np.mean(power**2) / np.mean(power)**2 - 2))
        rows.append({"bands": bands, "kurtosis": values})
    return rows


def density(x, rate, segment, step):
    _, times, power = scipy.signal.spectrogram(
        x, rate, scipy.signal.get_window("hann", segment), segment, segment - step,
        detrend="constant")
    return {"rate": rate, "segment": segment, "step": step, "times": times.tolist(),
            "powers": power.T.ravel().tolist()}


def main():
    x = test_signal(1100)
    document = {
        "made_with": {"numpy": np.__version__, "scipy": scipy.__version__},
        "signal": x.tolist(),
        "kurtogram": [{"count": n, "levels": levels, "rows": kurtogram_rows(x[:n], levels)}
                      for n, levels in [(1100, 5), (1023, 3)]],
        "spectrogram": [density(x, 12000.0, *size) for size in [(64, 32), (63, 20), (128, 64)]],
    }
    root = pathlib.Path(__file__).resolve().parent.parent
    with open(root / "data" / "oracle" / "signal_maps.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


if __name__ == "__main__":
    main()
