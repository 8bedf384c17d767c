// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

namespace spall::ui {

/// One step of the walk: its name, and its state in a few words under it.
class StepButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit StepButton(const QString& name, QWidget* parent = nullptr);

    void setState(const QString& state);
    [[nodiscard]] QString state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_state;
};

/// The four steps side by side; exactly one is chosen.
class StepBar : public QWidget {
    Q_OBJECT
public:
    StepBar(const std::vector<QString>& names, QWidget* parent = nullptr);

    void setCurrent(int step);
    [[nodiscard]] int current() const;
    void setState(int step, const QString& state);
    [[nodiscard]] StepButton* button(int step) const
    {
        return m_buttons.at(static_cast<std::size_t>(step));
    }

Q_SIGNALS:
    void chosen(int step);

private:
    std::vector<StepButton*> m_buttons;
};

} // namespace spall::ui
