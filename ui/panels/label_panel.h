// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/plot/time_axis.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;

namespace spall::ui {

/// The labels of the current recording; a stretch is labelled by dragging with Shift.
class LabelPanel : public QWidget {
    Q_OBJECT
public:
    explicit LabelPanel(Document& document, QWidget* parent = nullptr);

    /// Asks for a name at a place of the screen and labels a stretch of the current recording.
    void askForLabel(TimeRange stretch, const QPoint& at);
    void addLabel(TimeRange stretch, const QString& name);

Q_SIGNALS:
    void stretchRequested(const spall::ui::TimeRange& stretch); ///< go there

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void removeSelected();

    Document& m_document;
    QListWidget* m_list;
    QLabel* m_hint;
};

/// The name under which labels refer to a recording: its file's, without the folder.
[[nodiscard]] std::string labelFile(const Entry& entry);

/// The labels of one entry, with their index in the document.
[[nodiscard]] std::vector<std::pair<std::size_t, io::Label>> labelsOf(const Document& document,
                                                                      const Entry& entry);

} // namespace spall::ui
