// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>

namespace spall::io {

/// Files that NumPy, h5py, SciPy and Python's wave module wrote, against what they say they wrote.
class LayoutsTest : public QObject {
    Q_OBJECT

private:
    static nlohmann::json oracle()
    {
        std::ifstream file{SPALL_SOURCE_DIR "/tests/data/oracle/io_layouts.json"};
        return nlohmann::json::parse(file).at("files");
    }

private Q_SLOTS:
    void everyLayoutIsReadBitForBit_data()
    {
        QTest::addColumn<QString>("name");
        const auto files = oracle();
        for (const auto& [name, expected] : files.items()) {
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
    }

    void everyLayoutIsReadBitForBit()
    {
        QFETCH(QString, name);
        const auto expected = oracle().at(name.toStdString());
        const auto read =
            readFrom(std::filesystem::path{SPALL_SOURCE_DIR "/tests/data/io"} / name.toStdString());
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        const auto& main = (*read)->channels.at(static_cast<std::size_t>((*read)->mainChannel));
        QCOMPARE(main.name, expected.at("main").get<std::string>());
        QCOMPARE((*read)->channels.size(), expected.at("signals").size());
        for (const signal::Channel& channel : (*read)->channels) {
            QVERIFY2(expected.at("signals").contains(channel.name), channel.name.c_str());
            QCOMPARE(sha256(std::as_bytes(std::span{channel.samples})),
                     expected.at("signals").at(channel.name).get<std::string>());
        }
        const double rate = expected.at("rate").get<double>();
        QCOMPARE(signal::isStated((*read)->rate.source), rate > 0.0);
        QVERIFY(rate == 0.0 || (*read)->rate.value.value == rate);
        QCOMPARE((*read)->shaftSpeed ? (*read)->shaftSpeed->value.value : 0.0,
                 expected.at("rpm").get<double>());
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::LayoutsTest)
#include "layouts_test.moc"
