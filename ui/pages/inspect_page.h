// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/panels/focus.h"
#include "ui/plot/time_axis.h"

#include <QWidget>

#include <functional>

namespace spall::ui {

class DetectabilityJob;
class Dock;
class RecordingsPanel;
class SignalView;
class ThresholdPanel;

/// Page 3: where the engineer looks at recordings, moves the threshold and sees what follows.
class InspectPage : public QWidget {
    Q_OBJECT
public:
    /// Without a job for it the view of detectability only says what it would show.
    explicit InspectPage(Document& document,
                         DetectabilityJob* detectability = nullptr,
                         QWidget* parent = nullptr);

    [[nodiscard]] TimeAxis& timeAxis() { return m_axis; }
    [[nodiscard]] Focus& focus() { return m_focus; }
    [[nodiscard]] Dock& dock() { return *m_dock; }

    /// Where to ask why a recording has no scores; null: there is no reason, they are on their way.
    using ProblemOf = std::function<const Error*(const Entry&)>;
    void setProblemSource(ProblemOf problemOf);
    /// Without a model, says that one is being made.
    void setTraining(bool isTraining);

public Q_SLOTS:
    /// Says again what is missing; call when the answer of the problem source has changed.
    void showState();

Q_SIGNALS:
    void trainRequested(); ///< the user wants to train a model

private:
    void arrangeParts();
    void connectParts();
    void makeActions();
    void addViewActions();
    void askWhy(std::int64_t window);
    void addKey(const QString& text, const QList<QKeySequence>& keys, std::function<void()> act);

    Document& m_document;
    TimeAxis m_axis;
    Focus m_focus;
    RecordingsPanel* m_recordings;
    SignalView* m_signal;
    ThresholdPanel* m_threshold;
    Dock* m_dock;
    ProblemOf m_problemOf;
    bool m_isTraining = false;
};

} // namespace spall::ui
