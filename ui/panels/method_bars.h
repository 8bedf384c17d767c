// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analysis.h"

#include <QWidget>

#include <memory>

namespace spall::ui {

/// Recall of the model and of every plain method at the same false alarms, as bars with their
/// intervals; the model in blue, the others in grey.
class MethodBars : public QWidget {
    Q_OBJECT
public:
    explicit MethodBars(QWidget* parent = nullptr);

    void show(std::shared_ptr<const pipeline::Evaluation> evaluation);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void
    paintMethod(QPainter& painter, const pipeline::MethodResult& method, const QRect& row) const;

    std::shared_ptr<const pipeline::Evaluation> m_evaluation;
};

/// A method's name as people say it, in the language of the window.
[[nodiscard]] QString methodName(const std::string& name);

} // namespace spall::ui
