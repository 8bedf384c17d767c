// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace spall::ui {

class FlowLayout;
class SpectrumPlot;

/// The controls above a plot of the dock with a quiet note behind them; where they do not fit they
/// take a second line.
class ControlLine : public QWidget {
    Q_OBJECT
public:
    explicit ControlLine(QWidget* parent = nullptr);

    void add(QWidget* control);
    void addLabel(const QString& text);
    void setNote(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitNote();

    FlowLayout* m_flow;
    QLabel* m_note;
};

/// A choice between the cursors of a spectrum, wired to it.
[[nodiscard]] QComboBox* makeCursorChoice(SpectrumPlot& plot);

/// A number in hertz.
[[nodiscard]] QDoubleSpinBox* makeHertzBox(const QString& name);

} // namespace spall::ui
