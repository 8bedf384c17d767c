// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"
#include "core/signal/pyramid.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace spall::ui {

/// One opened recording with what the window needs to show it.
struct Entry {
    pipeline::Input input;
    QString name;                             ///< file name, made unique in the document
    std::shared_ptr<const signal::Pyramid> pyramid; ///< of the input's channel, at its own rate
    pipeline::ScoredPtr scored;               ///< null until scored with the present model
    std::shared_ptr<const signal::Pyramid> scoredPyramid; ///< of the recording at the model's rate
};

/// Everything that follows from the scores and the decision options: recomputed whole on the main
/// thread whenever one of them changes (no torch, well under a frame).
struct Judgement {
    detect::Threshold threshold;
    std::vector<pipeline::Decision> decisions; ///< one per entry; empty scores where not scored
    std::vector<evaluate::Rate> alarmed;       ///< one per entry: share of judged windows alarmed
    evaluate::Metrics metrics;
    std::vector<double> healthyScores;         ///< unseen healthy windows, ascending
    std::vector<double> faultyScores;          ///< faulty windows, ascending
};

/// The open session: recordings, model, decision, labels and what they lead to. Lives on the main
/// thread; changes that the user makes go through `undoStack()`.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] int currentIndex() const { return m_current; } ///< -1 when nothing is open
    [[nodiscard]] const Entry* current() const;
    [[nodiscard]] pipeline::ModelPtr model() const { return m_model; }
    [[nodiscard]] const detect::DecisionOptions& decision() const { return m_decision; }
    [[nodiscard]] const Judgement& judgement() const { return m_judgement; }
    [[nodiscard]] const std::vector<io::Label>& labels() const { return m_labels; }
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }

    // Results of jobs; not undoable.
    void addRecording(pipeline::Input input, std::shared_ptr<const signal::Pyramid> pyramid);
    void setModel(pipeline::ModelPtr model);
    void setScored(int index,
                   pipeline::ScoredPtr scored,
                   std::shared_ptr<const signal::Pyramid> pyramid);
    void setEvaluation(std::shared_ptr<const pipeline::Evaluation> evaluation);
    [[nodiscard]] std::shared_ptr<const pipeline::Evaluation> evaluation() const { return m_evaluation; }

    // What the user does; each is one undo step. Dragging merges into one step until
    // `endGesture()`.
    void setRole(int index, pipeline::Role role);
    void setRate(int index, Hertz rate); ///< replaces a guessed rate
    void removeRecording(int index);
    void setDecision(const detect::DecisionOptions& decision, const QString& what);
    void endGesture();
    void setLabels(std::vector<io::Label> labels, const QString& what);

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

private:
    friend class DocumentCommand; // undo commands set the state back
    void judge();

    std::vector<Entry> m_entries;
    int m_current = -1;
    pipeline::ModelPtr m_model;
    detect::DecisionOptions m_decision;
    Judgement m_judgement;
    std::shared_ptr<const pipeline::Evaluation> m_evaluation;
    std::vector<io::Label> m_labels;
    QUndoStack m_undo;
    int m_gesture = 0;
};

} // namespace spall::ui
