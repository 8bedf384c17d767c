// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/survey.h"
#include "ui/jobs/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace spall::ui {

/// What is in the file of one recording, what each variable was taken for, and what was guessed
/// with the reasons; everything can be stated otherwise, also for all files of the kind.
class ImportView : public QDialog {
    Q_OBJECT
public:
    ImportView(Workbench& bench, int index, QWidget* parent = nullptr);
    ~ImportView() override;

private:
    [[nodiscard]] QWidget* makeTree();
    [[nodiscard]] QWidget* makeForm();
    void addRow(QFormLayout* form, const QString& title, QWidget* field, const QString& reason);
    void startSurvey();
    void show(const Result<io::Survey>& survey);
    void add(const io::SurveyedVariable& variable);
    [[nodiscard]] QTreeWidgetItem* parentFor(const QString& address);
    [[nodiscard]] io::ImportChoice choice() const;
    /// The first field that holds something else than a positive number; null: none.
    [[nodiscard]] QLineEdit* wrongField() const;
    void accept() override;

    Workbench& m_bench;
    signal::RecordingPtr m_recording;
    int m_channel;
    std::optional<io::ImportChoice> m_before; ///< how it was read; unset: as found
    JobNumber m_job = 0;
    QTreeWidget* m_tree;
    QLabel* m_chosen;
    QLineEdit* m_rate;
    QLineEdit* m_speed;
    QLineEdit* m_scale;
    QComboBox* m_unit;
    QCheckBox* m_isRemembered;
    QLabel* m_problem; ///< what has to be mended before the file is read
};

} // namespace spall::ui
