#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers for core/signal, from NumPy and SciPy: writes tests/data/oracle/signal.json."""
import json
import pathlib

import numpy as np
import scipy
import scipy.signal
import scipy.stats


def test_signal(count):
    """Noise, a tone, a chirp and a few impacts, rounded so that the file stays small."""
    rng = np.random.default_rng(20240607)
    t = np.arange(count) / 12000.0
    x = 0.3 * rng.standard_normal(count) + np.sin(2 * np.pi * 330 * t)
    x += 0.5 * np.sin(2 * np.pi * (500 * t + 2e4 * t**2)) + 0.05
    for start in range(40, count, 113):
        k = np.arange(min(60, count - start))
        x[start:start + len(k)] += 2 * np.exp(-k / 9.0) * np.sin(1.7 * k)
    return np.round(x, 6)


def resampled(x, source, target):
    divisor = np.gcd(source, target)
    out = scipy.signal.resample_poly(x, target // divisor, source // divisor)
    return {"from": int(source), "to": int(target), "values": out.tolist()}


def moments(x):
    """In extended precision: an offset costs float64 digits of the skewness."""
    x = x.astype(np.longdouble)
    centred = x - x.mean()
    variance = np.mean(centred**2)
    found = {"mean": x.mean(), "deviation": np.sqrt(variance),
             "rms": np.sqrt(np.mean(x**2)), "peak": np.max(np.abs(x)),
             "kurtosis": np.mean(centred**4) / variance**2,
             "skewness": np.mean(centred**3) / variance**1.5}
    assert np.isclose(float(found["kurtosis"]),
                      scipy.stats.kurtosis(x.astype(float), fisher=False), rtol=1e-6)
    assert np.isclose(float(found["skewness"]), scipy.stats.skew(x.astype(float)), rtol=1e-6)
    return {key: float(value) for key, value in found.items()}


def welch(x, rate, segment):
    _, power = scipy.signal.welch(x, rate, "hann", segment, detrend="constant")
    return {"segment": segment, "rate": rate, "values": power.tolist()}


def squared_envelope_spectrum(x, rate, low, high):
    n = len(x)
    spectrum = np.fft.fft(x)
    frequency = np.fft.fftfreq(n, 1 / rate)
    frequency[n // 2] = abs(frequency[n // 2])
    weight = np.where((frequency == 0) | (2 * np.arange(n) == n), 1.0, 2.0)
    weight[(frequency < low) | (frequency > high)] = 0.0
    envelope = np.abs(np.fft.ifft(spectrum * weight))**2
    out = np.abs(np.fft.rfft(envelope - envelope.mean())) / n * 2
    return {"count": n, "rate": rate, "low": low, "high": high, "values": out.tolist()}


def short_time_sums(x, size):
    x = x.astype(np.float32).astype(np.float64)
    window = scipy.signal.get_window("hann", size)
    frames = [x[i:i + size] * window for i in range(0, len(x) - size + 1, size // 4)]
    sums = np.abs(np.fft.rfft(frames)).sum(axis=0)[1:]
    return {"size": size, "frames": len(frames), "sums": sums.tolist()}


def main():
    x = test_signal(900)
    part = x[:500]
    document = {
        "made_with": {"numpy": np.__version__, "scipy": scipy.__version__},
        "signal": x.tolist(),
        "resample": [resampled(part, *rates) for rates in
                     [(48000, 12000), (51200, 12000), (25600, 20000), (97656, 12000),
                      (12000, 16000), (44100, 12000)]],
        "statistics": [{"scale": s, "offset": o, **moments(s * x + o)}
                       for s, o in [(1.0, 0.0), (1.0, 1e6), (1e-3, 0.0), (-1.0, 2.5)]],
        "welch": [welch(x, 12000.0, segment) for segment in (256, 255, 900)],
        "envelope": [squared_envelope_spectrum(x[:n], 12000.0, low, high)
                     for n, low, high in [(900, 2000.0, 4000.0), (777, 1000.0, 3500.0),
                                          (500, 0.0, 6000.0)]],
        "short_time": [short_time_sums(x, size) for size in (128, 64, 16)],
    }
    root = pathlib.Path(__file__).resolve().parent.parent
    with open(root / "data" / "oracle" / "signal.json", "w", encoding="utf-8") as file:
        json.dump(document, file)


if __name__ == "__main__":
    main()
