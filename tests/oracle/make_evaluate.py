#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers for tests/core/evaluate: scikit-learn's curves and areas, Wilson intervals,
and VUS-PR written down from its definition in core/evaluate/curves.h."""

import json
import math
import pathlib

import numpy
import scipy
import scipy.stats
import sklearn
from sklearn.metrics import (average_precision_score, precision_recall_curve, roc_auc_score,
                             roc_curve)

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "oracle" / "evaluate.json"


def curve_case(name, healthy, faulty):
    truth = numpy.r_[numpy.zeros(len(healthy)), numpy.ones(len(faulty))]
    scores = numpy.r_[healthy, faulty]
    false_rate, recall, _ = roc_curve(truth, scores, drop_intermediate=False)
    pr_precision, pr_recall, _ = precision_recall_curve(truth, scores)
    return {
        "name": name,
        "healthy": list(healthy),
        "faulty": list(faulty),
        "roc_x": false_rate.tolist(),
        "roc_y": recall.tolist(),
        "pr_recall": pr_recall.tolist(),
        "pr_precision": pr_precision.tolist(),
        "auroc": roc_auc_score(truth, scores),
        "average_precision": average_precision_score(truth, scores),
    }


def soft_labels(labels, buffer):
    soft = []
    inside = [i for i, label in enumerate(labels) if label]
    for i in range(len(labels)):
        distance = min(abs(i - j) for j in inside)
        if distance == 0:
            soft.append(1.0)
        elif 2 * distance <= buffer:
            soft.append(math.sqrt(1.0 - distance / buffer))
        else:
            soft.append(0.0)
    return numpy.array(soft)


def connected_parts(soft):
    parts, current = [], []
    for i, value in enumerate(soft):
        if value > 0:
            current.append(i)
        elif current:
            parts.append(current)
            current = []
    return parts + ([current] if current else [])


def volume_under_pr(scores, labels, max_buffer):
    scores, labels = numpy.array(scores), numpy.array(labels)
    areas = []
    for buffer in range(max_buffer + 1):
        soft = soft_labels(labels, buffer)
        events = connected_parts(soft)
        wanted = (labels.sum() + soft.sum()) / 2
        area, before = 0.0, 0.0
        for threshold in sorted(set(scores.tolist()), reverse=True):
            alarmed = scores >= threshold
            hits = soft[alarmed].sum()
            existence = sum(alarmed[part].any() for part in events) / len(events)
            recall = min(1.0, hits / wanted) * existence
            area += (recall - before) * hits / alarmed.sum()
            before = recall
        areas.append(area)
    return float(numpy.mean(areas))


def vus_case(name, scores, labels, max_buffer):
    return {"name": name, "scores": list(map(float, scores)), "labels": list(map(int, labels)),
            "max_buffer": max_buffer, "vus_pr": volume_under_pr(scores, labels, max_buffer),
            "average_precision": average_precision_score(labels, scores)}


def wilson_case(hits, trials, overlap):
    z = scipy.stats.norm.ppf(0.975)
    n, p = trials / overlap, hits / trials
    # The two solutions q of (p - q)^2 = z^2 q (1 - q) / n.
    low, high = sorted(numpy.roots([1 + z * z / n, -(2 * p + z * z / n), p * p]).real.tolist())
    return {"hits": hits, "trials": trials, "overlap": overlap, "low": low, "high": high}


def main():
    rng = numpy.random.default_rng(11)
    labels = numpy.zeros(120, int)
    labels[20:31] = labels[60:63] = labels[100:120] = 1
    one_event = numpy.zeros(60, int)
    one_event[25:35] = 1
    noise = rng.normal(size=120)
    document = {
        "made_by": "tests/oracle/make_evaluate.py",
        "versions": {"numpy": numpy.__version__, "scipy": scipy.__version__,
                     "sklearn": sklearn.__version__},
        "curves": [
            curve_case("apart", [0.0, 0.1, 0.2], [1.0, 2.0]),
            curve_case("turned round", [3.0, 4.0], [1.0, 2.0, 0.5]),
            curve_case("all equal", [1.0, 1.0, 1.0], [1.0, 1.0]),
            curve_case("one each", [0.0], [1.0]),
            curve_case("ties", rng.integers(0, 6, 80).astype(float).tolist(),
                       rng.integers(2, 9, 45).astype(float).tolist()),
            curve_case("normal", rng.normal(0, 1, 150).tolist(), rng.normal(1, 2, 90).tolist()),
            curve_case("rare", rng.normal(0, 1, 200).tolist(), rng.normal(1, 1, 4).tolist()),
        ],
        "vus": [
            vus_case("one event, buffer 0", rng.normal(size=60) + one_event, one_event, 0),
            vus_case("one event", rng.normal(size=60) + one_event, one_event, 12),
            vus_case("three events", noise + 1.5 * labels, labels, 9),
            vus_case("random score", noise, labels, 20),
            vus_case("ties", numpy.round(noise + labels), labels, 10),
            vus_case("labels as score", labels.astype(float), labels, 10),
            vus_case("late by two", numpy.roll(labels, 2).astype(float), labels, 10),
        ],
        "wilson": [wilson_case(*case) for case in
                   [(0, 10, 1.0), (10, 10, 1.0), (3, 10, 1.0), (1, 400, 4.0), (398, 400, 4.0),
                    (50, 100, 1.0), (7, 1000, 16.0)]],
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(document) + "\n")


if __name__ == "__main__":
    main()
