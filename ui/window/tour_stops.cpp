// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_stops.h"

#include "ui/pages/train_page.h"
#include "ui/window/actions.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QCoreApplication>

namespace spall::ui {

namespace {

struct TourStops {
    Q_DECLARE_TR_FUNCTIONS(TourStops)
};

} // namespace

std::vector<TourStop> tourStops(MainWindow& window)
{
    using Page = MainWindow::Page;
    const auto page = [&window](Page which) {
        return [&window, which] {
            window.showPage(which);
        };
    };
    return {
        {TourStops::tr("Two minutes with Spall"),
         TourStops::tr(
             "Spall learns what a healthy bearing sounds like and shows where a recording "
             "departs from it. The demo is a simulated bearing: twenty healthy seconds, "
             "and a recording in which a fault of the outer race grows."),
         TourStops::tr("Open the demo"),
         [&window] { window.actionSet().demo->trigger(); },
         page(Page::Recordings)},
        {TourStops::tr("1 Say what is healthy"),
         TourStops::tr("Each recording has a role; click it to change it. Healthy ones are learned "
                       "from. Faulty ones are optional: they measure how much is found."),
         {},
         {},
         page(Page::Recordings)},
        {TourStops::tr("2 Train"),
         TourStops::tr("Start, and let it run: the curves move, the sentence below says how it "
                       "goes. It takes a minute or two. You can go on with the tour meanwhile."),
         TourStops::tr("Start the training"),
         [&window] { window.trainPage().toggleTraining(); },
         page(Page::Train)},
        {TourStops::tr("3 Inspect"),
         TourStops::tr(
             "When the model is ready, every window gets a score. Turn the wheel to zoom, "
             "drag to move, press N for the next event. The tabs below say what an event "
             "looks like to the physics."),
         {},
         {},
         page(Page::Inspect)},
        {TourStops::tr("Set the threshold"),
         TourStops::tr("Drag the purple line, or press T and use the arrow keys: what is found and "
                       "what is a false alarm changes with it, each number with its interval. "
                       "Drag on the signal with Shift held to label what you know."),
         {},
         {},
         page(Page::Inspect)},
        {TourStops::tr("4 Report, and come back"),
         TourStops::tr("The report is a PDF with all that is needed to make the result again. "
                       "Ctrl+S keeps the session; even after a crash it comes back. Ctrl+K finds "
                       "any action, F1 explains what is under the pointer."),
         {},
         {},
         page(Page::Report)},
    };
}

} // namespace spall::ui
