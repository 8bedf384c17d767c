#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SciPy, h5py, NumPy and pandas read from the shared recordings: length and SHA-256 of every signal's
doubles. TDMS, UFF and LVM files are taken apart by hand, from the descriptions of their formats.

Usage: make_io_samples.py SHARED_DATA_FOLDER OUT.json
"""
import hashlib
import json
import pathlib
import re
import struct
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


def arrays(path):
    with np.load(path) as found:
        return {name: entry(found[name]) for name in found.files}


def tdms_lead(data, at):
    """Byte order, where the raw data begin and where the next segment does."""
    order = ">" if data[at + 4] & 64 else "<"
    following, raw = struct.unpack_from(order + "QQ", data, at + 12)
    return order, at + 28 + raw, min(at + 28 + following, len(data))


def tdms_doubles(path, names, count):
    """Chunks of `count` doubles of each channel, one channel behind the other."""
    data = path.read_bytes()
    found = {name: [] for name in names}
    at = 0
    while at < len(data):
        order, raw, at = tdms_lead(data, at)
        chunks = np.frombuffer(data[raw:at], order + "f8").reshape(-1, len(names), count)
        for i, name in enumerate(names):
            found[name].append(chunks[:, i].ravel())
    return {name: entry(np.concatenate(parts)) for name, parts in found.items()}


def tdms_daqmx(path, names):
    """Rows of one 16-bit whole number for each channel, with a linear scale each."""
    data = path.read_bytes()
    key = b"NI_Scale[1]_Linear_Slope"
    places = [m.start() + len(key) + 4 for m in re.finditer(re.escape(key), data)][:len(names)]
    slopes = [struct.unpack_from("<d", data, place)[0] for place in places]
    key = b"NI_Scale[1]_Linear_Y_Intercept"
    places = [m.start() + len(key) + 4 for m in re.finditer(re.escape(key), data)][:len(names)]
    starts = [struct.unpack_from("<d", data, place)[0] for place in places]
    rows = []
    at = 0
    while at < len(data):
        _, raw, at = tdms_lead(data, at)
        rows.append(np.frombuffer(data[raw:at], "<i2").reshape(-1, len(names)))
    raw = np.concatenate(rows).astype("f8")
    return {name: entry(raw[:, i] * slopes[i] + starts[i]) for i, name in enumerate(names)}


def uff_text(path):
    lines = path.read_text().splitlines()[13:]
    numbers = [float(word) for line in lines if line != "    -1" for word in line.split()]
    return {"Mic 01": entry(numbers)}


def uff_binary(path):
    data = path.read_bytes()
    start = [m.end() for m in re.finditer(b"\n", data)][12]
    return {"Mic 01": entry(np.frombuffer(data, "<f4", 79292, start))}


def lvm(path):
    lines = path.read_text().splitlines()
    start = max(i for i, line in enumerate(lines) if line.startswith("***End_of_Header***")) + 2
    names = lines[start - 1].split("\t")[1:-1]
    rows = np.array([[float(field) for field in line.split("\t")[1:]] for line in lines[start:]])
    return {name: entry(rows[:, i]) for i, name in enumerate(names)}


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
    for name in ["uestc/I_1000_5.mat", "hit_sm/mfs_OR5_600.mat",
                 "mfpt_struct/OuterRaceFault_vload_1.mat"]:
        files[f"formats/{name}"] = level5(shared / "formats" / name)
    for name in ["wav/test-44100Hz-2ch-32bit-float-le.wav",
                 "wav/test-48000Hz-2ch-64bit-float-le-wavex.wav",
                 "wav/test-44100Hz-be-1ch-4bytes.wav", "wav/test-44100Hz-le-1ch-4bytes.wav",
                 "wav/SC4001E0-PSG_multichannel.wav"]:
        files[f"formats/{name}"] = sound(shared / "formats" / name)
    for path in sorted((shared / "formats/femto_bearing1_1").glob("acc_*.csv")):
        files[f"formats/femto_bearing1_1/{path.name}"] = text(
            path, header=None, usecols=[4, 5], names=list("abcd") + ["horizontal", "vertical"])
    name = "formats/csv/cwru_de_fe_ba_rpm_B01.csv"
    files[name] = text(shared / name, usecols=["DE_time", "FE_time", "BA_time"])
    name = "formats/npz/cwru_1797_IR_7_DE12.npz"
    files[name] = arrays(shared / name)
    name = "formats/tdms/raw_timestamps.tdms"
    files[name] = tdms_doubles(shared / name, ["Untitled"], 128)
    name = "formats/tdms/big_endian.tdms"
    files[name] = tdms_doubles(shared / name, ["Amplitude sweep", "Phase sweep"], 500)
    name = "formats/tdms/raw1.tdms"
    files[name] = tdms_daqmx(shared / name, [
        "First  Channel", "Second Chan", "Third Chan", "Fourth Chan", "Fifth Chan", "Sixth Chan",
        "Seventh Cha"])
    files["formats/uff/Sample_UFF58_ascii.uff"] = uff_text(shared / "formats/uff/Sample_UFF58_ascii.uff")
    files["formats/uff/Sample_UFF58b_bin.uff"] = uff_binary(shared / "formats/uff/Sample_UFF58b_bin.uff")
    name = "formats/lvm/long_single_header_multi_ch.lvm"
    files[name] = lvm(shared / name)
    versions = {"numpy": np.__version__, "scipy": scipy.__version__, "h5py": h5py.__version__,
                "pandas": pd.__version__}
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump({"versions": versions, "files": files}, out, indent=1, sort_keys=True)
        out.write("\n")


if __name__ == "__main__":
    import scipy.io.wavfile
    main()
