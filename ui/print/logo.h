// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QImage>
#include <QRectF>

#include <memory>
#include <optional>

class QPainter;
class QSvgRenderer;

namespace spall::ui::print {

/// A logo ready to be painted; SVG stays vectors. Empty when there is none or it cannot be drawn.
/// Cheap to copy.
class Logo {
public:
    explicit Logo(const std::optional<report::Picture>& picture);

    [[nodiscard]] bool isEmpty() const { return m_svg == nullptr && m_image.isNull(); }

    /// Into the upper right corner of `area`, as large as fits.
    void paint(QPainter& painter, const QRectF& area) const;

private:
    std::shared_ptr<QSvgRenderer> m_svg;
    QImage m_image;
};

} // namespace spall::ui::print
