// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/settings_store.h"
#include "ui/jobs/autosave.h"
#include "ui/jobs/detectability_job.h"
#include "ui/jobs/import_jobs.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/report_jobs.h"
#include "ui/jobs/score_jobs.h"
#include "ui/jobs/session_jobs.h"
#include "ui/jobs/train_job.h"

namespace spall::ui {

/// The document with everything that works on it, made once and handed to every page.
struct Workbench {
    /// `dataFolder` holds checkpoints, the demo's files and copies of unsaved sessions.
    Workbench(SettingsStore& store, const QString& dataFolder)
        : settings(store),
          imports(document, reading, dataFolder),
          training(document, analysis, dataFolder),
          scoring(document, analysis, reading),
          detectability(document, analysis),
          reports(document, detectability, reading),
          sessions(document, reading),
          autosave(document, sessions, dataFolder + QStringLiteral("/recovery"))
    {
        // Not into the session that comes: what was learned so far is offered with its recordings.
        QObject::connect(&sessions, &SessionJobs::aboutToReplace, &training, &TrainJob::leave);
        QObject::connect(&sessions, &SessionJobs::startedNew, &imports, &ImportJobs::leave);
    }

    SettingsStore& settings;
    Document document;
    JobRunner reading;  ///< files, comparisons, reports: short, without torch
    JobRunner analysis; ///< training, scoring, planting faults
    ImportJobs imports;
    TrainJob training;
    ScoreJobs scoring;
    DetectabilityJob detectability;
    ReportJobs reports;
    SessionJobs sessions;
    Autosave autosave;
};

} // namespace spall::ui
