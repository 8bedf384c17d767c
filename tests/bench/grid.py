# SPDX-License-Identifier: GPL-3.0-or-later
"""The planted-fault grid on CWRU: trains a preset on records 97, 98 and 100 with several seeds and plants the nine
0 hp fault records into their unseen healthy parts.

grid.py SPALL DATA OUT [--preset NAME or FILE.json …] [--records 97 98 100] [--seeds 1 2 3 4 5] [--smooth 1]
                       [--levels=0,-6,-12,-18] [--far 0.02] [--methods spall spall.rec band …]

SPALL is the program, DATA the folder with the .mat files, OUT keeps what was trained and found: what lies there is not
made again, so a run that was broken off goes on, and a run without anything missing only prints. Per record and method
it prints mean ± deviation over the seeds of recall and AUROC at each level; then the false alarms of unseen healthy
windows and the recall on the raw fault records at the setting saved with each model.
"""
import argparse
import json
import pathlib
import statistics
import subprocess

HEALTHY = {"97": "normal_0_97.mat", "98": "normal_1_98_DE_only.mat", "100": "normal_3_100_DE_only.mat"}


def made(path, command):
    """The JSON that the command printed, from the file if it ran before."""
    if not path.exists():
        done = subprocess.run([str(word) for word in command] + ["--json"], stdout=subprocess.PIPE, text=True, check=True)
        path.write_text(done.stdout)
    return json.loads(path.read_text())


def run(options, preset, record, seed):
    """Everything of one training: (planted, evaluated, training)."""
    name = f"{pathlib.Path(preset).stem}_{record}_{seed}"
    model, out = options.out / f"{name}.spall", options.out
    healthy = f"{options.data / HEALTHY[record]}@48000"
    faults = sorted(options.data.glob("12k_Drive_End_*_0_*.mat"))
    if len(faults) != 9:
        raise SystemExit(f"{options.data} holds {len(faults)} of the nine 0 hp fault records")
    rates = ["--rate", "12000"]  # of the fault records, which state none; the healthy ones carry @48000
    training = made(out / f"{name}_train.json", [options.spall, "train", "--healthy", healthy, "--resample", "12000",
                                                 "--preset", preset, "--seed", seed, "--out", model])
    smoothed = ["--smooth", options.smooth] if options.smooth else []
    key = f"{options.levels.replace(',', '_')}_far{options.far}" + (f"_smooth{options.smooth}" if options.smooth else "")
    planted = made(out / f"{name}_planted_{key}.json",
                   [options.spall, "detectability", model, "--healthy", healthy, "--fault", *faults, *rates,
                    f"--levels={options.levels}", "--far", options.far, *smoothed])
    evaluated = made(out / f"{name}_evaluated.json",
                     [options.spall, "evaluate", model, "--healthy", healthy, "--faulty", *faults, *rates])
    return planted, evaluated, training


def spread(values, digits):
    mean = f"{statistics.mean(values):.{digits}f}"
    return f"{mean} ± {statistics.stdev(values):.{digits}f}" if len(values) > 1 else mean


def show(options, preset, record, results):
    levels = [level["level_db"] for level in results[0][0]["methods"][0]["levels"]]
    print(f"\n{pathlib.Path(preset).stem} on {record}, {len(results)} seeds: recall, AUROC at "
          + ", ".join(f"{level:g} dB" for level in levels))
    for name in options.methods or [method["name"] for method in results[0][0]["methods"]]:
        rows = [next(m for m in planted["methods"] if m["name"] == name)["levels"] for planted, _, _ in results]
        cells = [f"{spread([row[at]['recall'] for row in rows], 3)}, {spread([row[at]['auroc'] for row in rows], 3)}"
                 for at in range(len(levels))]
        print(f"| `{name}` | " + " | ".join(cells) + " |")
    for planted, evaluated, training in results:
        ours = next(m for m in evaluated["methods"] if m["name"] == "spall")
        alarms, recall = ours["false_alarm_rate"], ours["recall"]
        print(f"  seed {training['seed']}: false alarms {100 * alarms['value']:.1f} % "
              f"({100 * alarms['low']:.1f} to {100 * alarms['high']:.1f}), recall on raw records {recall['value']:.3f}; "
              f"{training['seconds']:.0f} s; {training['calibration']['critic_verdict']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spall", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--preset", nargs="+", default=["spall"])
    parser.add_argument("--records", nargs="+", default=list(HEALTHY), choices=list(HEALTHY))
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3, 4, 5])
    parser.add_argument("--levels", default="0,-6,-12,-18")
    parser.add_argument("--far", type=float, default=0.02)
    parser.add_argument("--smooth", type=float, default=0.0)
    parser.add_argument("--methods", nargs="+", help="rows of the table (all)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    table = {}
    for seed in options.seeds:  # seed by seed, so that a run that is broken off has a whole grid
        for preset in options.preset:
            for record in options.records:
                table.setdefault((preset, record), []).append(run(options, preset, record, seed))
    for (preset, record), results in table.items():
        show(options, preset, record, results)


if __name__ == "__main__":
    main()
