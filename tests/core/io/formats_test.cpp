// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/io_fixture.h"

#include <QTextStream>
#include <QtTest>

#include <set>

namespace spall::io {

/// Every file of the shared folder of formats, with what is expected of it: the table is
/// tests/data/io/formats.tsv, its values are those of the sources' descriptions.
class FormatsTest : public QObject {
    Q_OBJECT

private:
    static std::filesystem::path formats() { return sharedData() / "formats"; }
    static bool isMissing() { return !std::filesystem::exists(formats()); }

    static QList<QStringList> table()
    {
        QFile file{QStringLiteral(SPALL_SOURCE_DIR "/tests/data/io/formats.tsv")};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the table of formats is missing");
        }
        QTextStream text{&file};
        QList<QStringList> rows;
        while (!text.atEnd()) {
            const QString line = text.readLine();
            if (!line.startsWith('#') && !line.isEmpty()) {
                rows += line.split('\t');
            }
        }
        return rows;
    }

private Q_SLOTS:
    void everyFileIsOpenedRightOrRefusedWithASentence_data()
    {
        QTest::addColumn<QStringList>("expected");
        for (const QStringList& row : table()) {
            QCOMPARE(row.size(), 8);
            QTest::newRow(qPrintable(row.front())) << row;
        }
    }

    void everyFileIsOpenedRightOrRefusedWithASentence()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/formats is not here");
        }
        QFETCH(QStringList, expected);
        const auto read = readFrom(formats() / expected[0].toStdString());
        if (!expected[7].isEmpty()) {
            QVERIFY2(!read, "opened as a recording");
            QCOMPARE(QString::fromStdString(read.error().what), expected[7]);
            QVERIFY(!read.error().hint.empty());
            QVERIFY(!read.error().where.empty());
            return;
        }
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        const auto& main = (*read)->channels.at(static_cast<std::size_t>((*read)->mainChannel));
        QCOMPARE(QString::fromStdString(main.name), expected[1]);
        QCOMPARE(QString::fromStdString(main.unit), expected[2]);
        QCOMPARE(static_cast<int>((*read)->channels.size()), expected[3].toInt());
        QCOMPARE((*read)->sampleCount(), expected[4].toLongLong());
        const double rate = expected[5].toDouble();
        QCOMPARE(signal::isStated((*read)->rate.source), rate > 0.0);
        if (rate > 0.0) {
            QVERIFY2(qAbs((*read)->rate.value.value - rate) <= 1e-6 * rate,
                     qPrintable(QString::number((*read)->rate.value.value, 'g', 12)));
        }
        QCOMPARE((*read)->shaftSpeed ? (*read)->shaftSpeed->value.value : 0.0,
                 expected[6].toDouble());
    }

    void noFileIsMissingFromTheTable()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/formats is not here");
        }
        std::set<std::string> listed;
        for (const QStringList& row : table()) {
            listed.insert(row.front().toStdString());
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator{formats()}) {
            const std::string name = std::filesystem::relative(entry.path(), formats()).string();
            if (entry.is_regular_file() && name != "SOURCES.md") {
                QVERIFY2(listed.contains(name), name.c_str());
            }
        }
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::FormatsTest)
#include "formats_test.moc"
