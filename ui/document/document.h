// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/entry.h"
#include "ui/document/judge.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <vector>

namespace spall::ui {

class DocumentCommand;

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
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }

    // Results of jobs; not undoable.
    void addRecording(pipeline::Input input,
                      std::shared_ptr<const signal::Pyramid> pyramid,
                      std::shared_ptr<const Preview> preview = nullptr);
    void setModel(pipeline::ModelPtr model);
    void setScored(int index,
                   pipeline::ScoredPtr scored,
                   std::shared_ptr<const signal::Pyramid> pyramid);
    void setEvaluation(std::shared_ptr<const pipeline::Evaluation> evaluation);
    [[nodiscard]] std::shared_ptr<const pipeline::Evaluation> evaluation() const
    {
        return m_evaluation;
    }

    // What the user does; each is one undo step. Dragging merges into one step until
    // `endGesture()`.
    void setRole(int index, pipeline::Role role);
    void setRate(int index, Hertz rate); ///< replaces a guessed rate; the scores are dropped
    /// Replaces the channel that is looked at; the scores are dropped.
    void setChannel(int index,
                    int channel,
                    std::shared_ptr<const signal::Pyramid> pyramid,
                    std::shared_ptr<const Preview> preview);
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
    void judge(); ///< before anything is told, so that no listener sees rows that do not match
    void applyRole(int index, pipeline::Role role);
    void applyEntry(int index, const Entry& entry);
    void insertEntry(int index, const Entry& entry);
    void takeEntry(int index);
    void applyDecision(const detect::DecisionOptions& decision);
    void applyLabels(const std::vector<io::Label>& labels);
    [[nodiscard]] QString uniqueName(const QString& path) const;

    std::vector<Entry> m_entries;
    int m_current = -1;
    pipeline::ModelPtr m_model;
    detect::DecisionOptions m_decision;
    Judge m_judge;
    Judgement m_judgement;
    std::shared_ptr<const pipeline::Evaluation> m_evaluation;
    std::vector<io::Label> m_labels;
    QUndoStack m_undo;
    int m_gesture = 0;
};

} // namespace spall::ui
