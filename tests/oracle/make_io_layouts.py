#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files of many formats with the layouts a reader meets, and what their writers say they hold: the SHA-256 of
every signal's doubles, the rate and the shaft speed. TDMS, UFF and LVM are put together by hand, from the
descriptions of the formats; FLAC is written by libsndfile.

Usage: make_io_layouts.py OUT_FOLDER OUT.json
"""
import ctypes
import hashlib
import json
import pathlib
import struct
import sys
import wave

import h5py
import numpy as np
import scipy.io

COUNT = 300
out = pathlib.Path(sys.argv[1])
random = np.random.default_rng(5)
noise = np.round(random.normal(size=(COUNT, 2)), 5)
pulses = np.where(np.arange(COUNT) % 40 < 3, 5.0, 0.0)
files = {}


def note(name, main, signals, rate=0.0, rpm=0.0):
    files[name] = {"main": main, "rate": rate, "rpm": rpm, "signals": {
        key: hashlib.sha256(np.ascontiguousarray(values, dtype="<f8").tobytes()).hexdigest()
        for key, values in signals.items()}}


def columns(values):
    return {f"column {i + 1}": values[:, i] for i in range(values.shape[1])}


def numpy_files():
    half = noise[:, 0].astype("f2")
    np.save(out / "half.npy", half)
    note("half.npy", "signal", {"signal": half})
    big = noise[:, 0].astype(">f8")
    np.save(out / "big_endian.npy", big)
    note("big_endian.npy", "signal", {"signal": big})
    tall = np.column_stack([pulses, noise[:, 0]]).astype("f4")
    np.save(out / "samples_by_channels.npy", tall)
    note("samples_by_channels.npy", "column 2", columns(tall))
    wide = np.stack([noise[:, 0] * 1000, noise[:, 1] * 1000, pulses]).astype("<i2")
    np.save(out / "channels_by_samples.npy", wide)
    note("channels_by_samples.npy", "column 1", columns(wide.T))
    fortran = np.asfortranarray(noise)
    np.save(out / "fortran_order.npy", fortran)
    note("fortran_order.npy", "column 1", columns(fortran))
    records = np.array(list(zip(np.arange(COUNT) / 12800.0, noise[:, 0])),
                       dtype=[("time", "<f8"), ("acc", "<f4")])
    np.save(out / "records.npy", records)
    note("records.npy", "acc", {"acc": records["acc"]}, 12800.0)
    np.savez_compressed(out / "packed.npz", vibration=noise[:, 1], fs=np.int64(25600), rpm=1480.0,
                        label="inner race")
    note("packed.npz", "vibration", {"vibration": noise[:, 1]}, 25600.0, 1480.0)


def hdf5_files():
    with h5py.File(out / "attributes.h5", "w") as file:
        data = file.create_dataset("run1/acc_x", data=noise[:, 0].astype("f4"), compression="gzip")
        data.attrs["sampling_rate"] = "51.2 kHz"
        data.attrs["unit"] = "m/s2"
        file["run1"].attrs["rpm"] = 1450
        file.create_dataset("run1/torque", data=7.0 + noise[:, 1])
    note("attributes.h5", "run1.acc_x", {"run1.acc_x": noise[:, 0].astype("f4"),
                                         "run1.torque": 7.0 + noise[:, 1]}, 51200.0, 1450.0)


def wave_files():
    whole = (np.clip(np.column_stack([noise] * 4), -4, 4) * 2**20).astype("<i4")
    with wave.open(str(out / "eight_channels_24bit.wav"), "wb") as file:
        file.setnchannels(8)
        file.setsampwidth(3)
        file.setframerate(25600)
        file.writeframes(b"".join(int(v).to_bytes(3, "little", signed=True) for v in whole.ravel()))
    note("eight_channels_24bit.wav", "channel 1",
         {f"channel {i + 1}": whole[:, i] / 2.0**23 for i in range(8)}, 25600.0)


def paderborn_manner():
    """Names and units as texts beside the data, a vector of times for each rate."""
    times = {"fast": np.arange(COUNT + 1) / 64000.0, "slow": np.arange(COUNT // 10) / 4000.0}
    x = np.zeros((1, 2), dtype=[("Name", object), ("Data", object)])
    for i, name in enumerate(times):
        x[0, i] = (name, times[name].reshape(1, -1))
    fast = np.append(noise[:, 0], 0.5)
    sine = 3.0 * np.sin(2 * np.pi * 60.0 * times["fast"])
    y = np.zeros((1, 3), dtype=[("Name", object), ("Data", object), ("Unit", object)])
    for i, row in enumerate([("phase_current_1", sine, "A"), ("vibration_1", fast, "g"),
                             ("force", 1000.0 + noise[:30, 0], "N")]):
        y[0, i] = (row[0], row[1].reshape(1, -1), row[2])
    scipy.io.savemat(out / "names_beside_data.mat", {"N09_M07": {"X": x, "Y": y}},
                     do_compression=True)
    note("names_beside_data.mat", "vibration_1", {"phase_current_1": sine, "vibration_1": fast},
         64000.0)
    scipy.io.savemat(out / "matrix_with_times.mat",
                     {"data": np.column_stack([np.arange(COUNT) / 5000.0, pulses, noise[:, 0]])})
    note("matrix_with_times.mat", "data(:,3)", {"data(:,2)": pulses, "data(:,3)": noise[:, 0]}, 5000.0)


def tdms_text(value):
    return struct.pack("<I", len(value)) + value


def tdms_object(path, count, properties):
    index = struct.pack("<I", 0xFFFFFFFF) if count == 0 else struct.pack("<IIIQ", 20, 3, 1, count)
    packed = b"".join(tdms_text(k) + struct.pack("<Id", 10, v) for k, v in properties.items())
    return tdms_text(path) + index + struct.pack("<I", len(properties)) + packed


def tdms_file():
    """Two channels of 32-bit whole numbers in chunks of 50, then a segment of rows; both scaled."""
    whole = (noise * 1000).astype("<i4")
    steps = {b"wf_increment": 1 / 25600.0, b"NI_Number_Of_Scales": 1.0}
    objects = [tdms_object(b"/", 0, {b"RPM": 1797.0}), tdms_object(b"/'run'", 0, {}),
               tdms_object(b"/'run'/'acc'", 50, steps), tdms_object(b"/'run'/'torque'", 50, steps)]
    metadata = struct.pack("<I", len(objects)) + b"".join(objects)
    chunks = b"".join(whole[i:i + 50, c].tobytes() for i in range(0, 200, 50) for c in (0, 1))
    rows = whole[200:].tobytes()
    data = b"TDSm" + struct.pack("<IIQQ", 14, 4713, len(metadata) + len(chunks), len(metadata))
    data += metadata + chunks
    data += b"TDSm" + struct.pack("<IIQQ", 8 + 32, 4713, len(rows), 0) + rows
    (out / "two_segments.tdms").write_bytes(data)
    note("two_segments.tdms", "acc", {"acc": whole[:, 0], "torque": whole[:, 1]}, 25600.0, 1797.0)


def uff_head(kind, step, spacing=1):
    return (f"{kind}\nfixture\nNONE\n01-Jan-25 00:00:00\nNONE\nNONE\n"
            "    1         0    0         0 Motor              3   1 NONE               0   0\n"
            f"         2{COUNT:10d}{spacing:10d}  0.00000E+00{step:13.5E}  0.00000E+00\n"
            "        17    0    0    0 time                 s                   \n"
            "        12    0    0    0 acceleration         m/s2                \n"
            "         0    0    0    0 NONE                 NONE                \n"
            "         0    0    0    0 NONE                 NONE                \n")


def uff_files():
    text = uff_head("    58", 1 / 12800.0)
    for at in range(0, COUNT, 6):
        text += "".join(f"{v:13.5E}" for v in noise[at:at + 6, 0]) + "\n"
    (out / "text.uff").write_text(f"    -1\n{text}    -1\n")
    note("text.uff", "Motor 3+X", {"Motor 3+X": [float(f"{v:.5E}") for v in noise[:, 0]]}, 12800.0)
    values = noise[:, 1].astype(">f4").tobytes()
    head = uff_head(f"    58b     2     2          11{len(values):12d}     0     0           0           0",
                    1 / 51200.0)
    (out / "binary.uff").write_bytes(b"    -1\n" + head.encode() + values + b"    -1\n")
    note("binary.uff", "Motor 3+X", {"Motor 3+X": noise[:, 1].astype(">f4")}, 51200.0)


def lvm_file():
    """Two segments, a column of times for each channel, decimal comma."""
    text = ("LabVIEW Measurement\t\nWriter_Version\t2\nReader_Version\t2\nSeparator\tTab\n"
            "Decimal_Separator\t,\nMulti_Headings\tYes\nX_Columns\tMulti\nTime_Pref\tRelative\n"
            "***End_of_Header***\t\n")
    for first in (0, COUNT // 2):
        text += ("\t\nChannels\t2\t\t\t\nSamples\t150\t\t150\t\nY_Unit_Label\tVolts\t\tg\t\n"
                 "X_Dimension\tTime\t\tTime\t\nX0\t0,0\t\t0,0\t\nDelta_X\t1,953125E-5\t\t1,953125E-5\t\n"
                 "***End_of_Header***\t\t\t\t\nX_Value\tTacho\tX_Value\tAcceleration\tComment\n")
        for i in range(COUNT // 2):
            row = f"{i / 51200:.8f}\t{noise[first + i, 0]:.5f}\t{i / 51200:.8f}\t{noise[first + i, 1]:.5f}\n"
            text += row.replace(".", ",")
    (out / "segments.lvm").write_text(text)
    note("segments.lvm", "Acceleration", {"Tacho": noise[:, 0], "Acceleration": noise[:, 1]}, 51200.0)


def flac_file():
    class Info(ctypes.Structure):
        _fields_ = [("frames", ctypes.c_int64)] + [
            (name, ctypes.c_int) for name in ("samplerate", "channels", "format", "sections", "seekable")]
    library = ctypes.CDLL("libsndfile.so.1")
    library.sf_open.restype = ctypes.c_void_p
    info = Info(samplerate=25600, channels=2, format=0x170000 | 0x0002)
    file = ctypes.c_void_p(library.sf_open(str(out / "noise.flac").encode(), 0x20, ctypes.byref(info)))
    whole = np.ascontiguousarray((np.clip(noise, -4, 4) * 8000).astype("<i2"))
    library.sf_writef_short(file, whole.ctypes.data_as(ctypes.c_void_p), ctypes.c_int64(COUNT))
    library.sf_close(file)
    note("noise.flac", "channel 1", {f"channel {i + 1}": whole[:, i] / 2.0**15 for i in range(2)}, 25600.0)


def csv_file():
    text = "\ufeffZeit [s];Beschleunigung [m/s\u00b2];Drehzahl [1/min]\r\n"
    for i in range(COUNT):
        text += f"{i / 10000:.4f};{noise[i, 0]:.5f};1480,5\r\n".replace(".", ",")
    (out / "decimal_comma.csv").write_bytes(text.encode())
    note("decimal_comma.csv", "Beschleunigung", {"Beschleunigung": noise[:, 0]}, 10000.0, 1480.5)


tdms_file()
uff_files()
lvm_file()
flac_file()
csv_file()
numpy_files()
hdf5_files()
wave_files()
paderborn_manner()
versions = {"numpy": np.__version__, "scipy": scipy.__version__, "h5py": h5py.__version__}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump({"versions": versions, "files": files}, file, indent=1, sort_keys=True)
    file.write("\n")
