// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/base/file_bytes.h"
#include "core/pipeline/analysis.h"
#include "core/signal/simulate.h"
#include "tests/core/io/mutate.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <string>

using namespace spall;
using nlohmann::json;

namespace {

/// As many mutations as the suite has time for; SPALL_MUTATIONS asks for another number, as for a
/// run under the sanitizers.
int mutations()
{
    constexpr int kInSuite = 20;
    const int wanted = qEnvironmentVariableIntValue("SPALL_MUTATIONS");
    return wanted > 0 ? wanted : kInSuite;
}

pipeline::Input simulated()
{
    signal::SimulationOptions options;
    options.healthyDuration = Seconds{0.5};
    options.faultyDuration = Seconds{0.0};
    auto simulation = signal::simulateBearing(options);
    simulation.recording.provenance = {"healthy", "healthy", "simulated"};
    return {std::make_shared<const signal::Recording>(std::move(simulation.recording)),
            0,
            pipeline::Role::Healthy};
}

/// The end of an archive is the hash of what stands before: damage that was hashed again comes
/// further than damage that was not.
std::string hashedAgain(const std::string& content)
{
    return content + sha256(std::as_bytes(std::span{content}));
}

/// Puts something impossible into the place of one value of a JSON tree, chosen at random.
void lie(json& document, RandomEngine& engine)
{
    const std::array<json, 12> lies{nullptr,
                                    0,
                                    -1,
                                    1,
                                    3,
                                    1'000'000'007,
                                    9'223'372'036'854'775'807LL,
                                    1e308,
                                    -0.5,
                                    "words",
                                    json::array({1, 2}),
                                    json::object({{"a", 1}})};
    json* at = &document;
    while (at->is_structured() && !at->empty()) {
        auto next = at->begin();
        std::advance(next, uniformIndex(engine, static_cast<std::int64_t>(at->size())));
        at = &*next;
    }
    *at = lies.at(
        static_cast<std::size_t>(uniformIndex(engine, static_cast<std::int64_t>(lies.size()))));
}

} // namespace

/// A model file that was damaged, or made to do harm, is refused or read, and what was read scores
/// or is refused then.
class PipelineMutationTest : public QObject {
    Q_OBJECT

public:
    PipelineMutationTest()
    {
        if (mutations() > 100 && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT")) {
            qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // Qt ends a function after 5 minutes else
        }
    }

private:
    QTemporaryDir m_folder;
    pipeline::Input m_input = simulated();
    std::filesystem::path m_path;
    std::string m_whole;
    int m_refused = 0;
    int m_read = 0;

    void tryToUse(const std::string& bytes)
    {
        QVERIFY(writeFileAtomically(m_path, bytes));
        const auto model = pipeline::loadModel(m_path);
        if (!model) {
            ++m_refused;
            QVERIFY(!model.error().what.empty());
            return;
        }
        ++m_read;
        pipeline::ScoreOptions options;
        options.plainMethods = true;
        const auto scored = pipeline::scoreRecording(**model, m_input, options, {});
        if (!scored) {
            QVERIFY(!scored.error().what.empty());
            return;
        }
        const auto threshold = pipeline::chooseThreshold(**model, (*model)->decision, {});
        const auto decided =
            pipeline::decide(**scored, (*model)->decision, threshold ? threshold->value : 0.0);
        QCOMPARE(decided.scores().size(), (*scored)->windows.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = (m_folder.path() + "/m.spall").toStdString();
        pipeline::TrainSettings settings;
        settings.window = {64, 32};
        settings.epochs = 1;
        const auto model = pipeline::trainModel(std::span{&m_input, 1}, settings, {});
        QVERIFY2(model, model ? "" : sentence(model.error()).c_str());
        QVERIFY(pipeline::saveModel(m_path, **model));
        const auto bytes = readFile(m_path);
        m_whole.assign(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }

    void init()
    {
        m_refused = 0;
        m_read = 0;
    }

    void damagedBytesAreRefused()
    {
        io::Mutator mutator{Seed{1}};
        for (int i = 0; i < mutations(); ++i) {
            const std::string hurt = mutator.mutated(m_whole);
            if (hurt != m_whole) {
                tryToUse(hurt);
            }
        }
        QCOMPARE(m_read, 0); // the hash tells
    }

    void damageThatWasHashedAgainIsRefusedOrRead()
    {
        constexpr std::size_t kHashLength = 64;
        const std::string content = m_whole.substr(0, m_whole.size() - kHashLength);
        io::Mutator mutator{Seed{2}};
        const auto isEnough = [this](int tried) {
            return tried >= mutations() && m_read > 0; // few wounds leave a model that is read
        };
        for (int i = 0; i < 20 * mutations() && !isEnough(i); ++i) {
            tryToUse(hashedAgain(mutator.mutated(content)));
        }
        QVERIFY2(m_refused > 0 && m_read > 0, qPrintable(QString::number(m_read)));
    }

    void valuesThatLieAreRefusedOrRead()
    {
        const auto whole = fromBytes(std::as_bytes(std::span{m_whole}), "model", 1000, "m");
        QVERIFY2(whole, whole ? "" : sentence(whole.error()).c_str());
        RandomEngine engine = makeEngine(Seed{3});
        for (int i = 0; i < mutations(); ++i) {
            Archive hurt = *whole;
            lie(hurt.document, engine);
            const auto bytes = toBytes(hurt);
            tryToUse({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        }
        QVERIFY2(m_refused > 0 && m_read > 0, qPrintable(QString::number(m_read)));
    }

    void arraysOfAnotherShapeAreRefusedOrRead()
    {
        const auto whole = fromBytes(std::as_bytes(std::span{m_whole}), "model", 1000, "m");
        QVERIFY(whole);
        RandomEngine engine = makeEngine(Seed{4});
        for (int i = 0; i < mutations(); ++i) {
            Archive hurt = *whole;
            auto chosen = hurt.arrays.begin();
            std::advance(chosen,
                         uniformIndex(engine, static_cast<std::int64_t>(hurt.arrays.size())));
            Array& array = chosen->second;
            switch (uniformIndex(engine, 4)) {
            case 0:
                hurt.arrays.erase(chosen);
                break;
            case 1:
                array = {{0}, {}, {}};
                break;
            case 2:
                array = {{3}, {}, {1.0, std::nan(""), 1e300}};
                break;
            default:
                array = {{2, 2}, {1.0F, -1.0F, 0.0F, 3e38F}, {}};
                break;
            }
            const auto bytes = toBytes(hurt);
            tryToUse({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        }
        QVERIFY(m_refused > 0);
    }
};

QTEST_GUILESS_MAIN(PipelineMutationTest)
#include "mutation_test.moc"
