# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening of recordings, up to what the window's first picture needs, beside SciPy and pandas on the same files.

reading.py BUILD_FOLDER [--megabytes 100] [--pairs 3]

Makes a MAT v5 file of that many megabytes of doubles (SciPy's savemat) and a CSV file of about as many, reads each
alternately with bench_reading and with the peer (scipy.io.loadmat, pandas.read_csv with its C parser), both from the
disk cache, the second reading of a process, and prints times, ratios and memory. Then opens and closes 200 small MAT files and prints what memory stays.
Run with /usr/bin/python3 (Debian: python3-scipy python3-pandas).
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy
import scipy.io

PEERS = {
    "mat": "import scipy.io\nread = lambda: scipy.io.loadmat({path!r})",
    "csv": "import pandas\nread = lambda: pandas.read_csv({path!r}, engine='c')",
}
TIMED = """
import time
for _ in range(2):
    start = time.perf_counter()
    read()
print(1000 * (time.perf_counter() - start))
"""


def opened(program, times, paths):
    command = [program, str(times), *map(str, paths)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def compare(program, path, kind, pairs):
    megabytes = path.stat().st_size / 1e6
    ratios = []
    for _ in range(pairs):
        ours = opened(program, 2, [path])
        first, second = ours["ms"]
        peer = float(subprocess.run([sys.executable, "-c", PEERS[kind].format(path=str(path)) + TIMED], check=True,
                                    capture_output=True, text=True).stdout)
        ratios.append(second / peer)
        print(f"{path.name}, {megabytes:.0f} MB: ours {second:.0f} ms ({first:.0f} ms the first time), "
              f"{1000 * megabytes / second:.0f} MB/s; peer {peer:.0f} ms; ratio {ratios[-1]:.2f}; memory {ours['peak_mb']:.0f} MB for "
              f"{8 * ours['samples'] / 2**20:.0f} MB of samples, {ours['closed_mb']:.0f} MB after closing", flush=True)
    print(f"{path.name}: ours / peer {statistics.median(ratios):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--pairs", type=int, default=3)
    options = parser.parse_args()
    program = str(options.build / "tests" / "bench" / "bench_reading")
    samples = numpy.random.default_rng(1).standard_normal(options.megabytes * 125_000)
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        scipy.io.savemat(place / "long.mat", {"vibration": samples, "fs": 12000.0})
        compare(program, place / "long.mat", "mat", options.pairs)
        rows = samples[:len(samples) * 8 // 20 // 2 * 2].reshape(-1, 2)
        numpy.savetxt(place / "long.csv", rows, fmt="%.7f", delimiter=",", header="drive end,fan end", comments="")
        compare(program, place / "long.csv", "csv", options.pairs)
        small = [place / f"small{at}.mat" for at in range(200)]
        for path in small:
            scipy.io.savemat(path, {"vibration": samples[:120_000], "fs": 12000.0})
        once = opened(program, 3, small)
        print(f"200 files of 1 MB, opened and closed three times: {once['peak_mb']:.0f} MB at most, "
              f"{once['closed_mb']:.0f} MB after closing")


if __name__ == "__main__":
    main()
