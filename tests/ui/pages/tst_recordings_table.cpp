// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/builders.h"
#include "ui/pages/recordings_model.h"
#include "ui/pages/recordings_table.h"

#include <QHeaderView>
#include <QMenu>
#include <QTemporaryDir>
#include <QtTest>

namespace spall::ui {

class RecordingsTableTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SettingsStore m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};

    static std::vector<pipeline::Role> rolesIn(const Document& document)
    {
        std::vector<pipeline::Role> roles;
        for (const Entry& entry : document.entries()) {
            roles.push_back(entry.input.role);
        }
        return roles;
    }

private Q_SLOTS:
    /// Nine fault records took nine menus, and of four recordings the table showed two.
    void keysChangeAllSelectedRowsInOneStep()
    {
        Workbench bench(m_settings, m_folder.path());
        Document& document = bench.document;
        RecordingsModel model(document, bench.scoring);
        RecordingsTable table(bench, &model);
        const int before = table.minimumHeight();
        for (const char* name : {"a.mat", "b.mat", "c.mat", "d.mat"}) {
            document.addRecording(test::input(name, pipeline::Role::Unknown), nullptr);
        }
        QCOMPARE(table.minimumHeight() - before, 4 * table.verticalHeader()->defaultSectionSize());
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        table.selectRow(1);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table.selectedRecordings(), (std::vector<int>{1, 2}));

        using pipeline::Role;
        QTest::keyClick(&table, Qt::Key_F);
        const std::vector<Role> changed{Role::Unknown, Role::Faulty, Role::Faulty, Role::Unknown};
        QCOMPARE(rolesIn(document), changed);
        const int steps = document.undoStack()->count();
        QTest::keyClick(&table, Qt::Key_F); // changes nothing: no step to undo
        QCOMPARE(document.undoStack()->count(), steps);
        document.undoStack()->undo();
        QCOMPARE(rolesIn(document), std::vector<Role>(4, Role::Unknown));
        document.undoStack()->redo();

        table.selectRow(1);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_Delete);
        QCOMPARE(rolesIn(document), std::vector<Role>(2, Role::Unknown));
        document.undoStack()->undo();
        QCOMPARE(rolesIn(document), changed);
    }

    /// A menu remembered the number of its row: with a recording above gone meanwhile, the role
    /// fell to another one.
    void aRoleGoesToTheRecordingThatTheMenuWasOpenedFor()
    {
        using pipeline::Role;
        Workbench bench(m_settings, m_folder.path());
        Document& document = bench.document;
        RecordingsModel model(document, bench.scoring);
        RecordingsTable table(bench, &model);
        for (const char* name : {"a.mat", "b.mat", "c.mat"}) {
            document.addRecording(test::input(name, Role::Unknown), nullptr);
        }
        Q_EMIT table.clicked(model.index(1, RecordingsModel::Role));
        auto* menu = table.findChild<QMenu*>();
        QVERIFY(menu);
        document.removeRecording(0);
        menu->actions().front()->trigger(); // healthy
        QCOMPARE(rolesIn(document), (std::vector<Role>{Role::Healthy, Role::Unknown}));
        document.removeRecording(0);
        menu->actions().front()->trigger(); // for one that is gone
        menu->close();
        QCOMPARE(rolesIn(document), std::vector<Role>{Role::Unknown});
    }
};

} // namespace spall::ui

QTEST_MAIN(spall::ui::RecordingsTableTest)
#include "tst_recordings_table.moc"
