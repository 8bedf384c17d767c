// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/machine.h"
#include "core/signal/bearing.h"
#include "ui/document/entry.h"
#include "ui/document/judge.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace spall::ui {

class DocumentCommand;

/// A model with all that was worked out with it, so that it can be put back as it was.
struct ModelState {
    struct Scores {
        pipeline::ScoredPtr scored;
        std::shared_ptr<const signal::Pyramid> pyramid;
    };
    pipeline::ModelPtr model;
    QString path; ///< of its file; empty when it was never saved
    detect::DecisionOptions decision;
    std::vector<Scores> scores; ///< one per entry
    std::shared_ptr<const pipeline::Evaluation> evaluation;
};

/// A whole session as it was saved.
struct DocumentContent {
    std::vector<Entry> entries; ///< names are made anew
    pipeline::ModelPtr model;
    QString modelPath;
    detect::DecisionOptions decision;
    pipeline::TrainSettings training;
    std::vector<io::Label> labels;
    std::optional<signal::BearingGeometry> bearing;
    pipeline::ReportNames names;
    int current = -1;
};

/// The open session: recordings, model, decision, labels and what they lead to. Lives on the main
/// thread; changes that the user makes go through `undoStack()`.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] int currentIndex() const { return m_current; } ///< -1 when nothing is open
    [[nodiscard]] const Entry* current() const;                  ///< null when nothing is open
    [[nodiscard]] std::vector<pipeline::Input> inputs() const;
    [[nodiscard]] std::vector<pipeline::ScoredPtr> scored() const; ///< of the entries that have any
    [[nodiscard]] pipeline::ModelPtr model() const { return m_model; }
    [[nodiscard]] const detect::DecisionOptions& decision() const { return m_decision; }
    [[nodiscard]] const Judgement& judgement() const { return m_judgement; }
    [[nodiscard]] const std::vector<io::Label>& labels() const { return m_labels; }
    /// Of the machine that the recordings come from; unset while nobody has said which.
    [[nodiscard]] const std::optional<signal::BearingGeometry>& bearing() const
    {
        return m_bearing;
    }
    [[nodiscard]] const pipeline::ReportNames& reportNames() const { return m_names; }
    /// What the next training is asked to do.
    [[nodiscard]] const pipeline::TrainSettings& trainSettings() const { return m_training; }
    /// File of the model; empty when it was never saved.
    [[nodiscard]] QString modelPath() const { return m_modelPath; }
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }

    /// Replaces everything; nothing of what was before can be undone.
    void restore(DocumentContent content);
    void setModelPath(const QString& path);

    // What follows from recordings and model; comes back by itself, so there is no undo step.
    void setScored(int index,
                   pipeline::ScoredPtr scored,
                   std::shared_ptr<const signal::Pyramid> pyramid);
    void setEvaluation(std::shared_ptr<const pipeline::Evaluation> evaluation);
    void setEvaluationProblem(const Error& problem); ///< there is none, and this is why
    [[nodiscard]] std::shared_ptr<const pipeline::Evaluation> evaluation() const
    {
        return m_evaluation;
    }
    /// Why the last comparison gave nothing; unset when it did or has not been made yet.
    [[nodiscard]] const std::optional<Error>& evaluationProblem() const
    {
        return m_evaluationProblem;
    }

    // What the user does; each is one undo step. Dragging merges into one step until
    // `endGesture()`.
    void addRecording(Entry entry); ///< behind the others; its name is made from its path
    void addRecording(pipeline::Input input,
                      std::shared_ptr<const signal::Pyramid> pyramid,
                      std::shared_ptr<const Preview> preview = nullptr);
    void setModel(pipeline::ModelPtr model, const QString& path = {});
    void setTrainSettings(const pipeline::TrainSettings& settings, const QString& what);
    void setRole(int index, pipeline::Role role);
    /// Puts the recording with another rate in its place (`io::withStatedRate`); the scores are
    /// dropped.
    void setRate(int index, signal::RecordingPtr recording);
    /// Replaces the channel that is looked at; the scores are dropped.
    void setChannel(int index,
                    int channel,
                    std::shared_ptr<const signal::Pyramid> pyramid,
                    std::shared_ptr<const Preview> preview);
    /// Puts a recording in the place of another, which keeps its name; the scores are dropped.
    void replaceRecording(int index, Entry after);
    void removeRecording(int index);
    void setDecision(const detect::DecisionOptions& decision, const QString& what);
    void endGesture();
    void setLabels(std::vector<io::Label> labels, const QString& what);
    void setBearing(const std::optional<signal::BearingGeometry>& bearing);
    void setReportNames(const pipeline::ReportNames& names);
    void setSpeed(int index, std::optional<Rpm> speed); ///< of the shaft; unset: as the file says

    void setCurrentIndex(int index);

Q_SIGNALS:
    void recordingsChanged(); ///< opened, removed, role or rate changed
    void currentChanged();
    void modelChanged();
    void scoredChanged(int index);
    void decisionChanged();
    void judgementChanged(); ///< after decision, scores, roles or labels changed
    void evaluationChanged();
    void labelsChanged();
    void trainSettingsChanged();
    void reportNamesChanged();
    void machineChanged(); ///< bearing, or the stated speed of any recording

private:
    friend class DocumentCommand; // undo commands set the state back
    void judge(); ///< before anything is told, so that no listener sees rows that do not match
    void applyRole(int index, pipeline::Role role);
    void applyEntry(int index, const Entry& entry);
    void insertEntry(int index, const Entry& entry);
    void takeEntry(int index);
    void applyDecision(const detect::DecisionOptions& decision);
    void applyLabels(const std::vector<io::Label>& labels);
    void applyTrainSettings(const pipeline::TrainSettings& settings);
    void applyBearing(const std::optional<signal::BearingGeometry>& bearing);
    void applyReportNames(const pipeline::ReportNames& names);
    void applySpeed(int index, std::optional<Rpm> speed);
    /// Puts a model in place and returns what was there.
    [[nodiscard]] ModelState exchangeModel(ModelState state);
    void tellModel();
    [[nodiscard]] QString uniqueName(const QString& path) const;

    std::vector<Entry> m_entries;
    int m_current = -1;
    pipeline::ModelPtr m_model;
    QString m_modelPath;
    pipeline::TrainSettings m_training;
    detect::DecisionOptions m_decision;
    Judge m_judge;
    Judgement m_judgement;
    std::shared_ptr<const pipeline::Evaluation> m_evaluation;
    std::optional<Error> m_evaluationProblem;
    std::vector<io::Label> m_labels;
    std::optional<signal::BearingGeometry> m_bearing;
    pipeline::ReportNames m_names;
    QUndoStack m_undo;
    int m_gesture = 0;
};

} // namespace spall::ui
