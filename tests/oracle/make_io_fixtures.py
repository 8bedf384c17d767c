#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small MAT files with the layouts a reader meets, written by SciPy into tests/data/io.

Usage: make_io_fixtures.py OUT_FOLDER
"""
import pathlib
import sys

import numpy as np
import scipy.io

out = pathlib.Path(sys.argv[1])
wave = np.round(np.sin(np.arange(200) * 0.3), 4)

# MFPT manner, one level deeper, beside a cell and a struct array.
cells = np.empty((1, 2), dtype=object)
cells[0, 0] = wave.reshape(1, -1) * 2
cells[0, 1] = np.array([1.0, 2.0])
segments = np.zeros((1, 2), dtype=[("Data", object), ("Name", object)])
for i in range(2):
    segments[0, i]["Data"] = wave.reshape(-1, 1) * (i + 3)
    segments[0, i]["Name"] = "force"
scipy.io.savemat(out / "nested.mat", {
    "bearing": {"gs": wave.reshape(-1, 1), "sr": 97656.0, "rate": 25.0, "load": "270"},
    "c": cells, "Y": segments}, do_compression=True)

# Whole numbers of several widths, a row, a matrix of two columns, a complex vector.
scipy.io.savemat(out / "classes.mat", {
    "row16": np.arange(-100, 100, dtype=np.int16).reshape(1, -1),
    "column8": (np.arange(200) % 256).astype(np.uint8).reshape(-1, 1),
    "single": wave.astype(np.float32).reshape(-1, 1),
    "pair": np.column_stack([wave, -wave]),
    "dt": 1.0 / 8000.0})

# Two CWRU records in one file, rpm of the second only.
scipy.io.savemat(out / "099_two_records.mat", {
    "X098_DE_time": wave.reshape(-1, 1), "X098_FE_time": wave.reshape(-1, 1) * 2,
    "X099_DE_time": wave.reshape(-1, 1) * 3, "X099RPM": np.array([[1750]], dtype=np.uint16),
    "ans": np.array([[1.0]])})

scipy.io.savemat(out / "level4.mat", {"x": wave.reshape(-1, 1), "fs": 5120.0}, format="4")
