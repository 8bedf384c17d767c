// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/preset.h"

#include <QtTest>

#include <fstream>

using namespace spall; // NOLINT: a test file

class PresetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPresetSurvivesTheWayThroughJson();
    void theDefaultComesFirst();
    void anUnknownKeyIsNamed();
    void anImpossibleValueIsNamed_data();
    void anImpossibleValueIsNamed();
    void whatDoesNotFitTogetherIsRefused();
    void aMissingPresetNamesTheOthers();
    void aFileThatIsNotJsonIsRefused();
    void aPartialFileKeepsTheDefaults();
};

void PresetTest::everyPresetSurvivesTheWayThroughJson()
{
    for (const std::string& name : nn::presetNames()) {
        const auto preset = nn::findPreset(name);
        QVERIFY2(preset.has_value(), name.c_str());
        const auto json = nn::toJson(*preset);
        const auto read = nn::parsePreset(nlohmann::json::parse(json.dump()));
        QVERIFY2(read.has_value(), name.c_str());
        QCOMPARE(nn::toJson(*read), json);
        QVERIFY(!nn::presetSummary(name).empty());
    }
}

void PresetTest::theDefaultComesFirst()
{
    QCOMPARE(nn::presetNames().front(), std::string{"spall"});
    QVERIFY(nn::presetSummary("no such preset").empty());
}

void PresetTest::anUnknownKeyIsNamed()
{
    const auto read = nn::parsePreset({{"encoder", {{"kernal", 16}}}});
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Usage);
    QVERIFY(read.error().what.find("encoder.kernal") != std::string::npos);
}

void PresetTest::anImpossibleValueIsNamed_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("key");
    QTest::newRow("text for a number") << R"({"training": {"batch": "many"}})"
                                       << "training.batch";
    QTest::newRow("fraction") << R"({"training": {"batch": 1.5}})"
                              << "training.batch";
    QTest::newRow("too small") << R"({"training": {"batch": 0}})"
                               << "training.batch";
    QTest::newRow("too large") << R"({"encoder": {"kernel": 1e30}})"
                               << "encoder.kernel";
    QTest::newRow("unknown word") << R"({"signal_critic": {"stem": "root"}})"
                                  << "signal_critic.stem";
    QTest::newRow("networks that do not exist") << R"({"encoder": {"body": "transformer"}})"
                                                << "encoder.body";
    QTest::newRow("a share of one") << R"({"training": {"averaging": 1.0}})"
                                    << "training.averaging";
    QTest::newRow("no penalty form") << R"({"adversarial": {"penalty_form": "three-sided"}})"
                                     << "adversarial.penalty_form";
    QTest::newRow("rotary heads of odd size")
        << R"({"signal_critic": {"positions": "rotary", "width": 12, "heads": 4}})"
        << "signal_critic.positions";
    QTest::newRow("recurrent without a flat latent")
        << R"({"encoder": {"body": "recurrent", "latent": "map"}})"
        << "encoder.latent";
    QTest::newRow("a kernel shorter than its stride")
        << R"({"signal_critic": {"body": "convolution", "kernel": 2, "stride": 4}})"
        << "signal_critic.kernel";
    QTest::newRow("empty list") << R"({"encoder": {"channels": []}})"
                                << "encoder.channels";
    QTest::newRow("deep") << R"({"training": {"critic": {"rate": -1}}})"
                          << "training.critic.rate";
}

void PresetTest::anImpossibleValueIsNamed()
{
    QFETCH(const QString, json);
    QFETCH(const QString, key);
    const auto read = nn::parsePreset(nlohmann::json::parse(json.toStdString()));
    QVERIFY(!read);
    QVERIFY2(read.error().what.find(key.toStdString()) != std::string::npos,
             read.error().what.c_str());
}

void PresetTest::whatDoesNotFitTogetherIsRefused()
{
    QVERIFY(!nn::parsePreset({{"encoder", {{"kernel", 15}}}}));
    QVERIFY(!nn::parsePreset({{"encoder", {{"channels", {8, 8}}}}}));
    QVERIFY(!nn::parsePreset({{"signal_critic", {{"heads", 5}}}}));
    QVERIFY(!nn::parsePreset(nlohmann::json::array()));
}

void PresetTest::aMissingPresetNamesTheOthers()
{
    const auto read = nn::findPreset("spal");
    QVERIFY(!read);
    QVERIFY(read.error().hint.find("spall") != std::string::npos);
    QVERIFY(!nn::findPreset("no-such-file.json"));
}

void PresetTest::aFileThatIsNotJsonIsRefused()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("broken.json").toStdString();
    std::ofstream{path} << "{\"name\": ";
    const auto read = nn::findPreset(path);
    QVERIFY(!read);
    QCOMPARE(read.error().where, path);
}

void PresetTest::aPartialFileKeepsTheDefaults()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("mine.json").toStdString();
    std::ofstream{path} << R"({"name": "mine", "training": {"epochs": 3}})";
    const auto read = nn::findPreset(path);
    QVERIFY(read.has_value());
    QCOMPARE(read->name, std::string{"mine"});
    QCOMPARE(read->training.epochs, 3);
    QCOMPARE(read->encoder.channels, nn::findPreset("spall")->encoder.channels);
}

QTEST_GUILESS_MAIN(PresetTest)
#include "preset_test.moc"
