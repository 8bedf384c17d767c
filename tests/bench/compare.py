# SPDX-License-Identifier: GPL-3.0-or-later
"""Training steps of a preset beside PyTorch's, in turn on the same windows.

compare.py BUILD_FOLDER PRESET [--length 2048] [--batch 2] [--what critic|full] [--times 3] [--pairs 3]

Runs bench_steps and peer_steps.py alternately and prints the medians and the ratio pair by pair; the first step of a
process is a warm-up and does not count. Run with /usr/bin/python3 (Debian: python3-torch).
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy

HERE = pathlib.Path(__file__).resolve().parent


def environment():
    """The same settings for both: threads that sleep, and OpenBLAS's kernels for AVX2 where there is AVX2."""
    env = {**os.environ, "OMP_WAIT_POLICY": "passive"}
    if "avx2" in pathlib.Path("/proc/cpuinfo").read_text():
        env.setdefault("OPENBLAS_CORETYPE", "Haswell")
    return env


def run(command):
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=environment()).stdout
    answer = json.loads(out)
    return statistics.median(answer["ms"][1:]), answer["peak_mb"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("preset", choices=["article", "article-conv", "tadgan"])
    parser.add_argument("--length", type=int, default=2048)
    parser.add_argument("--batch", type=int, default=2)
    parser.add_argument("--what", choices=["critic", "full"], default="full")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--pairs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.NamedTemporaryFile(suffix=".f32") as windows:
        numpy.random.default_rng(1).standard_normal((options.batch, options.length)).astype("float32").tofile(windows.name)
        words = [options.preset, windows.name, str(options.length), str(options.batch), options.what,
                 str(options.times + 1)]
        pairs = []
        for _ in range(options.pairs):
            ours = run([str(pathlib.Path(options.build) / "tests" / "bench" / "bench_steps"), *words])
            peer = run([sys.executable, str(HERE / "peer_steps.py"), *words])
            pairs.append((ours, peer))
            print(f"ours {ours[0]:9.1f} ms {ours[1]:6.0f} MB    PyTorch {peer[0]:9.1f} ms {peer[1]:6.0f} MB    "
                  f"ratio {ours[0] / peer[0]:.3f}", flush=True)
    ratio = statistics.median(ours[0] / peer[0] for ours, peer in pairs)
    print(f"{options.preset}, {options.what} step, length {options.length}, batch {options.batch}: "
          f"ours / PyTorch {ratio:.3f}")


main()
