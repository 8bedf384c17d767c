// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/label_edit.h"
#include "ui/document/document.h"
#include "ui/plot/time_axis.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;

namespace spall::ui {

/// The labels of the current recording with all that can be done to them. A stretch is labelled by
/// dragging over the signal with Shift held, or by key for what the view shows.
class LabelPanel : public QWidget {
    Q_OBJECT
public:
    explicit LabelPanel(Document& document, QWidget* parent = nullptr);

    /// Whose view and cursor the commands speak of.
    void setTimeAxis(TimeAxis& axis) { m_axis = &axis; }

    /// Everything that can be done, each with its key; for the page to take up.
    [[nodiscard]] const QList<QAction*>& commands() const { return m_commands; }

    /// Asks for a name at a place of the screen and labels a stretch of the current recording.
    void askForLabel(TimeRange stretch, const QPoint& at);
    /// The part whose lines were found in the signal: its name is offered first.
    void setFound(std::optional<signal::FaultKind> found) { m_found = found; }
    void addLabel(TimeRange stretch, const QString& name);
    /// Another stretch for a label of the document; one gesture until `Document::endGesture()`.
    void resizeLabel(std::size_t index, TimeRange stretch);
    /// Goes to the next (+1) or previous (−1) label, seen from the selected one or the view.
    void stepLabel(int direction);
    void selectAll();

Q_SIGNALS:
    void stretchRequested(const spall::ui::TimeRange& stretch); ///< go there
    void labelAsked(); ///< the question is over, whatever the answer

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeCommands();
    QAction* addCommand(const QString& text,
                        const QKeySequence& key,
                        const QString& tip,
                        std::function<void()> act);
    [[nodiscard]] QWidget* makeHeading();
    void rebuild();
    void refreshCommands();
    void set(io::Labels labels, const QString& what);
    void labelView();
    void renameSelected();
    void splitSelected();
    void moveEdge(bool isEnd);
    void goTo(std::size_t index);
    [[nodiscard]] std::vector<std::size_t> selected() const; ///< indices in the document
    [[nodiscard]] Hertz rate() const;                        ///< of the current recording
    [[nodiscard]] SampleIndex sampleAt(double time) const;
    [[nodiscard]] double focusTime() const; ///< the cursor, or the middle of the view

    Document& m_document;
    TimeAxis* m_axis = nullptr;
    std::optional<signal::FaultKind> m_found;
    QLineEdit* m_filter;
    QListWidget* m_list;
    QLabel* m_hint;
    QToolButton* m_more = nullptr;
    QList<QAction*> m_commands;
    QList<QAction*> m_needSelection; ///< commands that mean the selected labels
    QAction* m_merge = nullptr;
};

} // namespace spall::ui
