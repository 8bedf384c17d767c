#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SciPy, h5py and pandas read from the shared recordings: length and SHA-256 of every signal's doubles.

Usage: make_io_samples.py SHARED_DATA_FOLDER OUT.json
"""
import hashlib
import json
import pathlib
import sys

import h5py
import numpy as np
import pandas as pd
import scipy
import scipy.io


def entry(values):
    doubles = np.ascontiguousarray(np.asarray(values, dtype="<f8").ravel())
    return {"samples": int(doubles.size), "sha256": hashlib.sha256(doubles.tobytes()).hexdigest()}


def level5(path):
    found = scipy.io.loadmat(path)
    signals = {}
    for name, value in found.items():
        if name.startswith("__"):
            continue
        if value.dtype.names:
            for field in value.dtype.names:
                inner = value[field][0, 0]
                if inner.dtype.kind in "fiu" and inner.size > 64:
                    signals[f"{name}.{field}"] = entry(inner)
        elif value.dtype.kind in "fiu" and value.size > 64:
            signals[name] = entry(value)
    return signals


def level73(path):
    with h5py.File(path) as file:
        return {name: entry(item[()]) for name, item in file.items() if item.size > 64}


def text(path, **options):
    table = pd.read_csv(path, float_precision="round_trip", **options)
    return {str(name): entry(table[name]) for name in table.columns}


def sound(path):
    _, values = scipy.io.wavfile.read(path)
    values = values.reshape(len(values), -1)
    scale = 1.0 if values.dtype.kind == "f" else 1.0 / 2 ** (8 * values.dtype.itemsize - 1)
    return {f"channel {i + 1}": entry(values[:, i] * np.float64(scale))
            for i in range(values.shape[1])}


def main():
    shared = pathlib.Path(sys.argv[1])
    files = {}
    for path in sorted((shared / "cwru").glob("*.mat")):
        files[f"cwru/{path.name}"] = level5(path)
    for name in ["mfpt_struct/InnerRaceFault_vload_1.mat", "uestc/N_1000_5.mat",
                 "hit_sm/mfs_Normal_600.mat"]:
        files[f"formats/{name}"] = level5(shared / "formats" / name)
    files["formats/converted/cwru_105_as_v73.mat"] = level73(
        shared / "formats/converted/cwru_105_as_v73.mat")
    name = "cwru/normal_2_99_DE_FE_first121155.csv"
    files[name] = text(shared / name)
    name = "formats/csv/mfpt_OuterRaceFault_vload_1_single_column.csv"
    files[name] = text(shared / name, header=None, names=["signal"])
    for name in ["converted/cwru_105_DE_pcm16_12kHz.wav",
                 "converted/cwru_105_DE_FE_float32_12kHz.wav",
                 "wav/test-44100Hz-2ch-32bit-float-be.wav"]:
        files[f"formats/{name}"] = sound(shared / "formats" / name)
    versions = {"numpy": np.__version__, "scipy": scipy.__version__, "h5py": h5py.__version__,
                "pandas": pd.__version__}
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump({"versions": versions, "files": files}, out, indent=1, sort_keys=True)
        out.write("\n")


if __name__ == "__main__":
    import scipy.io.wavfile
    main()
