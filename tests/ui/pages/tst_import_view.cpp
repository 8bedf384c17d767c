// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/builders.h"
#include "ui/pages/import_view.h"
#include "ui/text/language.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

namespace spall::ui {

class ImportViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Where rate and speed come from was told in English, whatever the window spoke.
    void reasonsAreToldInTheLanguageOfTheWindow()
    {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
        Workbench bench(settings, folder.path());
        auto recording = std::make_shared<signal::Recording>(*test::recording("a.mat"));
        recording->rate.reason = "the file name says so";
        recording->shaftSpeed =
            signal::Attributed<Rpm>{Rpm{1797.0}, signal::Source::Name, "the file name says so"};
        bench.document.addRecording({recording, 0, pipeline::Role::Unknown}, nullptr);
        speak(Language::Chinese);
        const ImportView view(bench, 0);
        speak(Language::English);
        const auto labels = view.findChildren<QLabel*>();
        const auto told = std::count_if(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("文件名如此注明"));
        });
        QCOMPARE(told, std::ptrdiff_t{2});
    }

    /// The scale began at 1 again, and "Read it like this" took back what had been stated.
    void whatWasStatedBeforeStandsInTheFields()
    {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
        Workbench bench(settings, folder.path());
        Entry entry;
        entry.input = {test::recording("a.mat"), 0, pipeline::Role::Unknown};
        entry.choice = io::ImportChoice{};
        entry.choice->scale = 9.81;
        bench.document.addRecording(entry);
        const ImportView view(bench, 0);
        const auto fields = view.findChildren<QLineEdit*>();
        QVERIFY(std::any_of(fields.begin(), fields.end(), [](const QLineEdit* field) {
            return field->text() == QStringLiteral("9.81");
        }));
    }

    /// A rate of 0 was taken without a word, and the guessed one stayed.
    void aRateThatIsNoneIsRefusedWithASentence()
    {
        const QTemporaryDir folder;
        SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
        Workbench bench(settings, folder.path());
        bench.document.addRecording({test::recording("a.mat"), 0, pipeline::Role::Unknown},
                                    nullptr);
        QDialog* view = new ImportView(bench, 0);
        view->show();
        const QSignalSpy accepted(view, &QDialog::accepted);
        view->findChildren<QLineEdit*>().front()->setText(QStringLiteral("0"));
        Q_EMIT view->findChild<QDialogButtonBox*>()->accepted();
        QCOMPARE(accepted.count(), 0);
        QVERIFY(view->isVisible());
        const auto labels = view->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("above 0"));
        }));
        delete view;
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::ImportViewTest)
#include "tst_import_view.moc"
