// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the Inspect page of the sample session with every tab of the dock, light and dark, into
// files to be looked at, and checks that no tab is left blank. Run again at 200 % by
// QT_SCALE_FACTOR.
#include "tests/ui/panels/sample_session.h"
#include "ui/pages/inspect_page.h"
#include "ui/panels/dock.h"
#include "ui/panels/dock_panel.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QPixmap>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <set>

namespace spall::ui {

namespace {

/// Number of colours in a coarse grid over a picture; a blank one has a few.
std::size_t coloursIn(const QImage& image)
{
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            colours.insert(image.pixel(x, y));
        }
    }
    return colours.size();
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTabIsDrawn_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << static_cast<int>(Theme::Mode::Light);
        QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark);
    }

    void everyTabIsDrawn()
    {
        QFETCH(int, mode);
        Theme::instance().apply(static_cast<Theme::Mode>(mode));
        Document document;
        InspectPage page(document);
        page.resize(1600, 904);
        page.show();
        test::fillSample(document, test::Upto::Evaluated);
        document.setBearing(signal::knownBearings()[0]);
        page.focus().setSpeed(Rpm{1797.0});
        page.timeAxis().show({4.0, 8.0});
        const QDir folder(QStringLiteral(SPALL_PICTURES));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        for (DockPanel* panel : page.dock().views()) {
            QSignalSpy shown(panel, &DockPanel::shown);
            page.dock().show(*panel);
            const QString view = Dock::nameOf(*panel);
            QVERIFY2(shown.count() > 0 || shown.wait(20000), qPrintable(view));
            QCoreApplication::processEvents();
            const QPixmap picture = page.grab();
            QString name = view.toLower();
            name.remove(QRegularExpression(QStringLiteral("[^a-z]+")));
            const int percent = static_cast<int>(picture.devicePixelRatio() * 100.0);
            QVERIFY(picture.save(folder.filePath(QStringLiteral("view_%1_%2_%3.png")
                                                     .arg(name)
                                                     .arg(QLatin1String(QTest::currentDataTag()))
                                                     .arg(percent))));
            QVERIFY2(coloursIn(panel->grab().toImage()) > 12, qPrintable(view));
        }
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::PicturesTest)
#include "tst_pictures.moc"
