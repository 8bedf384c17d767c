// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/slowdown.h"
#include "tests/ui/panels/sample_session.h"
#include "ui/pages/inspect_page.h"
#include "ui/panels/dock.h"
#include "ui/panels/dock_panel.h"

#include <QSignalSpy>
#include <QTest>

/// What the tests of the views have in common.
namespace spall::ui::test {

/// Milliseconds, for what is computed beside.
inline constexpr int kPatience = 20000 * spall::test::kSlowdown;

inline void moveTo(QWidget& widget, QPointF place)
{
    QMouseEvent move(
        QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

inline void drag(QWidget& widget, QPointF from, QPointF to)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from.toPoint());
    moveTo(widget, (from + to) / 2.0);
    moveTo(widget, to);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to.toPoint());
}

/// The page with the sample session and the bearing of its faults.
struct Desk {
    explicit Desk(Upto upto = Upto::Scored) : page(document)
    {
        page.resize(1600, 900);
        page.show();
        fillSample(document, upto);
        document.setBearing(signal::knownBearings()[0]);
        page.focus().setSpeed(Rpm{1797.0});
    }

    /// Brings a tab to the front and waits until it has drawn.
    template <typename Panel> Panel* open()
    {
        auto* panel = page.findChild<Panel*>();
        QSignalSpy shown(panel, &DockPanel::shown);
        page.dock().show(*panel);
        if (shown.isEmpty() && !shown.wait(kPatience)) {
            return nullptr;
        }
        page.grab();
        return panel;
    }

    Document document;
    InspectPage page;
};

} // namespace spall::ui::test
