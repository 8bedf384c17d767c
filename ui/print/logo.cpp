// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/logo.h"

#include <QPainter>
#include <QSvgRenderer>

namespace spall::ui::print {

Logo::Logo(const std::optional<report::Picture>& picture)
{
    if (!picture) {
        return;
    }
    const QByteArray bytes = QByteArray::fromStdString(picture->bytes);
    if (picture->mediaType == "image/svg+xml") {
        auto svg = std::make_shared<QSvgRenderer>(bytes);
        if (svg->isValid() && !svg->defaultSize().isEmpty()) {
            m_svg = std::move(svg);
        }
        return;
    }
    m_image = QImage::fromData(bytes);
}

void Logo::paint(QPainter& painter, const QRectF& area) const
{
    if (isEmpty()) {
        return;
    }
    const QSizeF size = m_svg ? QSizeF(m_svg->defaultSize()) : QSizeF(m_image.size());
    QRectF place(QPointF(), size.scaled(area.size(), Qt::KeepAspectRatio));
    place.moveTopRight(area.topRight());
    if (m_svg) {
        m_svg->render(&painter, place);
    } else {
        painter.drawImage(place, m_image);
    }
}

} // namespace spall::ui::print
