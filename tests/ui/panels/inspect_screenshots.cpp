// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the Inspect page of the sample session in light and dark into a folder, to be looked at:
// inspect_screenshots FOLDER
#include "tests/ui/panels/sample_session.h"
#include "ui/pages/inspect_page.h"
#include "ui/panels/envelope_panel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QPixmap>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace spall;

namespace {

constexpr int kPatienceMilliseconds = 5000;

void shoot(QWidget& page, const QString& path)
{
    // Plots draw with the next turn of the event loop.
    QTest::qWait(200);
    page.grab().save(path);
}

void shootSession(ui::test::Upto upto, const QString& folder, const QString& name)
{
    ui::Document document;
    ui::InspectPage page(document);
    page.resize(1600, 904);
    page.show();
    QSignalSpy spectra(page.findChild<ui::EnvelopePanel*>(), &ui::EnvelopePanel::spectrumShown);
    ui::test::fillSample(document, upto);
    page.timeAxis().show({3.2, 6.4});
    page.findChild<QComboBox*>()->setCurrentIndex(1);
    spectra.wait(kPatienceMilliseconds);
    shoot(page, QStringLiteral("%1/inspect_%2.png").arg(folder, name));
    page.timeAxis().showWhole();
    page.findChild<QTabWidget*>()->setCurrentIndex(1);
    shoot(page, QStringLiteral("%1/inspect_%2_whole.png").arg(folder, name));
    page.timeAxis().show({4.0, 4.02});
    shoot(page, QStringLiteral("%1/inspect_%2_close.png").arg(folder, name));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    ui::Theme::instance().apply(ui::Theme::Mode::Light);
    shootSession(ui::test::Upto::Evaluated, folder, QStringLiteral("light"));
    shootSession(ui::test::Upto::Opened, folder, QStringLiteral("opened"));
    ui::Theme::instance().apply(ui::Theme::Mode::Dark);
    shootSession(ui::test::Upto::Evaluated, folder, QStringLiteral("dark"));
    return 0;
}
