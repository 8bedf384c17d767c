// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"
#include "core/io/import_checks.h"
#include "core/io/rate_evidence.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>

namespace spall::io {

/// Real recordings, where the folder with them is present.
class SharedRecordingsTest : public QObject {
    Q_OBJECT

private:
    static bool isMissing() { return !std::filesystem::exists(sharedData() / "cwru"); }

    static std::vector<std::filesystem::path> cwruFiles()
    {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator{sharedData() / "cwru"}) {
            if (entry.path().extension() == ".mat" || entry.path().extension() == ".csv") {
                files.push_back(entry.path());
            }
        }
        return files;
    }

    static double trueRate(const std::filesystem::path& path)
    {
        return path.filename().string().starts_with("normal") ? 48'000.0 : 12'000.0;
    }

private Q_SLOTS:
    void everyCwruRateIsGuessedRight()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/cwru is not here");
        }
        const auto files = cwruFiles();
        QCOMPARE(files.size(), std::size_t{24});
        for (const auto& path : files) {
            const auto read = readFrom(path);
            QVERIFY2(read, qPrintable(sentenceOf(read)));
            QCOMPARE((*read)->rate.value.value, trueRate(path));
            QVERIFY(!signal::isStated((*read)->rate.source));
        }
    }

    /// Without names, lengths and speed: the signal of the main channel alone.
    void theSignalsAloneTellTheRate()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/cwru is not here");
        }
        int right = 0;
        for (const auto& path : cwruFiles()) {
            const auto read = readFrom(path);
            QVERIFY2(read, qPrintable(sentenceOf(read)));
            const auto& main = (*read)->channels.at(static_cast<std::size_t>((*read)->mainChannel));
            const RateEvidence evidence = rateEvidence(main.samples, std::nullopt, std::nullopt);
            right += isConvincing(evidence, false) && evidence.rate.value == trueRate(path) ? 1 : 0;
        }
        QCOMPARE(right, 24);
    }

    void samplesEqualThoseOfOtherReaders()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/cwru is not here");
        }
        std::ifstream file{SPALL_SOURCE_DIR "/tests/data/oracle/io_samples.json"};
        const auto oracle = nlohmann::json::parse(file);
        for (const auto& [name, signals_] : oracle.at("files").items()) {
            const auto read = readFrom(sharedData() / name);
            QVERIFY2(read, qPrintable(sentenceOf(read)));
            QCOMPARE((*read)->channels.size(), signals_.size());
            for (const signal::Channel& channel : (*read)->channels) {
                const auto& expected = signals_.at(channel.name);
                QCOMPARE(channel.samples.size(), expected.at("samples").get<std::size_t>());
                QCOMPARE(sha256(std::as_bytes(std::span{channel.samples})),
                         expected.at("sha256").get<std::string>());
            }
        }
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::SharedRecordingsTest)
#include "shared_recordings_test.moc"
