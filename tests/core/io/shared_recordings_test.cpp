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

    void formatsAreOpenedRight_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<qlonglong>("samples");
        QTest::addColumn<double>("rate"); // 0 where the file states none
        QTest::addColumn<double>("rpm");
        const auto row =
            [](const char* file, int channels, qlonglong samples, double rate, double rpm) {
                QTest::newRow(file) << channels << samples << rate << rpm;
            };
        row("mfpt_struct/InnerRaceFault_vload_1.mat", 1, 146'484, 48'828.0, 1500.0);
        row("mfpt_struct/OuterRaceFault_vload_1.mat", 1, 146'484, 48'828.0, 1500.0);
        row("uestc/N_1000_5.mat", 1, 139'264, 20'000.0, 0.0);
        row("uestc/I_1000_5.mat", 1, 139'264, 20'000.0, 0.0);
        row("hit_sm/mfs_Normal_600.mat", 1, 262'144, 0.0, 0.0);
        row("hit_sm/mfs_OR5_600.mat", 1, 262'144, 0.0, 0.0);
        row("femto_bearing1_1/acc_00001.csv", 2, 2560, 25'600.0, 0.0);
        row("femto_bearing1_1/acc_02803.csv", 2, 2560, 25'600.0, 0.0);
        row("csv/femto_bearing1_4_semicolon_acc_00001.csv", 2, 2560, 25'600.0, 0.0);
        row("csv/femto_bearing1_4_temp_00001.csv", 1, 600, 10.0, 0.0);
        row("csv/cwru_de_fe_ba_rpm_B01.csv", 3, 14'708, 0.0, 1796.0);
        row("csv/cwru_de_fe_rpm_TEST1_normal.csv", 2, 3500, 0.0, 1725.0);
        row("csv/mfpt_OuterRaceFault_vload_1_single_column.csv", 1, 146'484, 0.0, 0.0);
        row("converted/cwru_105_as_v73.mat", 3, 121'265, 0.0, 1797.0);
        row("converted/cwru_105_DE_FE_float32_12kHz.wav", 2, 121'265, 12'000.0, 0.0);
        row("converted/cwru_105_DE_pcm16_12kHz.wav", 1, 121'265, 12'000.0, 0.0);
        row("wav/SC4001E0-PSG_multichannel.wav", 7, 79'500, 1.0, 0.0);
        row("wav/test-44100Hz-2ch-32bit-float-be.wav", 2, 441, 44'100.0, 0.0);
        row("wav/test-44100Hz-2ch-32bit-float-le.wav", 2, 441, 44'100.0, 0.0);
        row("wav/test-44100Hz-be-1ch-4bytes.wav", 1, 4410, 44'100.0, 0.0);
        row("wav/test-44100Hz-le-1ch-4bytes.wav", 1, 4410, 44'100.0, 0.0);
        row("wav/test-44100Hz-le-1ch-4bytes-rf64.wav", 1, 4410, 44'100.0, 0.0);
        row("wav/test-44100Hz-le-1ch-4bytes-early-eof.wav", 1, 236, 44'100.0, 0.0);
        row("wav/test-48000Hz-2ch-64bit-float-le-wavex.wav", 2, 480, 48'000.0, 0.0);
        row("wav/test-8000Hz-le-2ch-1byteu.wav", 2, 800, 8000.0, 0.0);
    }

    void formatsAreOpenedRight()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/formats is not here");
        }
        QFETCH(double, rate);
        QFETCH(double, rpm);
        const auto read = readFrom(sharedData() / "formats" / QTest::currentDataTag());
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QTEST(static_cast<int>((*read)->channels.size()), "channels");
        QTEST(static_cast<qlonglong>((*read)->sampleCount()), "samples");
        QCOMPARE(signal::isStated((*read)->rate.source), rate > 0.0);
        if (rate > 0.0) {
            QCOMPARE((*read)->rate.value.value, rate);
        }
        QCOMPARE((*read)->shaftSpeed ? (*read)->shaftSpeed->value.value : 0.0, rpm);
    }

    /// Damaged files and files without a signal: an error with a sentence, never a crash.
    void conformanceFilesEndInASentence()
    {
        if (isMissing()) {
            QSKIP("the folder shared/data/formats is not here");
        }
        int seen = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{
                 sharedData() / "formats" / "mat_conformance"}) {
            if (!entry.is_regular_file()) {
                continue;
            }
            ++seen;
            const auto read = readFrom(entry.path());
            QVERIFY2(!read, entry.path().c_str()); // none of them holds 64 samples in a row
            QVERIFY(!read.error().what.empty() && !read.error().hint.empty());
        }
        QVERIFY(seen > 50);
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::SharedRecordingsTest)
#include "shared_recordings_test.moc"
