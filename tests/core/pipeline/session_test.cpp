// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"
#include "core/pipeline/session.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <random>

using namespace spall;
using pipeline::Session;

namespace {

/// A session that uses every field.
Session fullSession(const std::filesystem::path& folder)
{
    Session session;
    pipeline::SessionRecording normal;
    normal.file = {(folder / "normal, \"97\".mat").string(), "normal, \"97\".mat", "aa"};
    normal.variable = "X097_DE_time";
    normal.choice = io::ImportChoice{"DE", Hertz{48000.0}, Rpm{1800.0}, 9.81, "m/s²"};
    normal.channel = "DE";
    normal.role = pipeline::Role::Healthy;
    normal.rate = Hertz{48000.0};
    normal.speed = Rpm{1796.5};
    pipeline::SessionRecording faulty;
    faulty.file = {(folder / "sub" / "故障.wav").string(), "sub/故障.wav", "bb"};
    faulty.channel = "left";
    faulty.role = pipeline::Role::Faulty;
    session.recordings = {normal, faulty};
    session.model = {(folder / "m.spall").string(), "m.spall", "cc"};
    session.labels = {{"a.mat", {0, 12}, "healthy"}, {"b.mat", {5, 5}, "line\nbreak, \"quoted\""}};
    session.decision.fusion = score::Fusion::Product;
    session.decision.lambda = 0.1 + 0.2; // not a short decimal
    session.decision.smoothing = Seconds{0.25};
    session.decision.policy = {detect::PolicyKind::Manual, 1.0 / 3.0};
    session.decision.hysteresis = {2, 3};
    session.decision.dual = {1.5, 2.5, true};
    session.training.window = {1024, 256};
    session.training.epochs = 7;
    session.training.seed = Seed{18446744073709551615ULL};
    session.training.maxSeconds = Seconds{90.0};
    session.training.rate = Hertz{12000.0};
    session.bearing = "9,7.94,39.04,0";
    session.names = {"Monthly \"walk\"", "泵 7"};
    session.current = 1;
    session.view = {{"page", "2"}, {"splitter/inspect", "AAEC"}};
    return session;
}

std::string textOf(const std::filesystem::path& path)
{
    const auto bytes = readFile(path);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size())
                 : std::string();
}

/// Without the care that a real file gets, which takes its time a thousand times.
void write(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

/// One to three small wounds: a byte changed, taken out, put in, a piece doubled, the end cut off.
std::string mutated(std::string text, std::mt19937& random)
{
    const auto below = [&random](std::size_t end) {
        return static_cast<std::size_t>(random() % std::max<std::size_t>(1, end));
    };
    for (std::size_t wounds = 1 + below(3); wounds > 0 && !text.empty(); --wounds) {
        const std::size_t at = below(text.size());
        switch (below(5)) {
        case 0:
            text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text.erase(at, 1 + below(20));
            break;
        case 2:
            text.insert(at, 1 + below(3), "0123456789-eE\"{}[],:\\x"[below(22)]);
            break;
        case 3:
            text.insert(at, text.substr(below(text.size()), below(40)));
            break;
        default:
            text.resize(at);
        }
    }
    return text;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private Q_SLOTS:
    void everythingComesBack()
    {
        const Session session = fullSession(file(""));
        QVERIFY(pipeline::saveSession(file("all.spallsession"), session));
        const auto again = pipeline::loadSession(file("all.spallsession"));
        QVERIFY2(again, again ? "" : sentence(again.error()).c_str());
        QCOMPARE(again->labels, session.labels);
        QCOMPARE(again->view, session.view);
        QVERIFY(again->decision == session.decision);
        QVERIFY(again->training == session.training);
        QVERIFY(*again == session);
    }

    // Models and sessions held the fusion as its place in the enumeration, so that to move one
    // would have changed what old files mean.
    void theFusionOfAnEarlierBuildIsRead()
    {
        const Session session = fullSession(file(""));
        QVERIFY(pipeline::saveSession(file("now.spallsession"), session));
        auto document = nlohmann::json::parse(textOf(file("now.spallsession")));
        QVERIFY(document.at("decision").at("fusion") == "product");
        document["decision"]["fusion"] = 1;
        write(file("then.spallsession"), document.dump());
        const auto again = pipeline::loadSession(file("then.spallsession"));
        QVERIFY2(again, again ? "" : sentence(again.error()).c_str());
        QVERIFY(again->decision == session.decision);
        for (const nlohmann::json& wrong :
             {nlohmann::json(4), nlohmann::json(-1), nlohmann::json("mean")}) {
            document["decision"]["fusion"] = wrong;
            write(file("wrong.spallsession"), document.dump());
            QVERIFY(!pipeline::loadSession(file("wrong.spallsession")));
        }
    }

    void everyRoleIsReadBackFromItsName()
    {
        using pipeline::Role;
        for (const Role role : {Role::Unknown, Role::Healthy, Role::Faulty}) {
            QVERIFY(pipeline::parseRole(pipeline::keyOf(role)) == role);
        }
        QVERIFY(!pipeline::parseRole("Healthy") && !pipeline::parseRole(""));
    }

    void anEmptySessionComesBack()
    {
        QVERIFY(pipeline::saveSession(file("empty.spallsession"), {}));
        const auto again = pipeline::loadSession(file("empty.spallsession"));
        QVERIFY(again);
        QVERIFY(*again == Session{});
    }

    void anotherVersionAndAnotherFileAreRefusedByName()
    {
        QVERIFY(writeFileAtomically(file("new"), R"({"kind":"spall session","version":2})"));
        QCOMPARE(pipeline::loadSession(file("new")).error().code, ErrorCode::VersionMismatch);
        for (const char* text :
             {"", "{}", "[1,2]", "nonsense", R"({"kind":"model","version":1})"}) {
            QVERIFY(writeFileAtomically(file("other"), std::string(text)));
            QCOMPARE(pipeline::loadSession(file("other")).error().code, ErrorCode::UnknownFormat);
        }
        QCOMPARE(pipeline::loadSession(file("missing")).error().code, ErrorCode::FileUnreadable);
    }

    void aDamagedSessionIsRefusedOrReadButNeverMore()
    {
        QVERIFY(pipeline::saveSession(file("whole"), fullSession(file(""))));
        const std::string whole = textOf(file("whole"));
        std::mt19937 random(20260301);
        int read = 0;
        for (int i = 0; i < 1000; ++i) {
            write(file("hurt"), mutated(whole, random));
            const auto session = pipeline::loadSession(file("hurt"));
            if (!session) {
                QVERIFY(!session.error().what.empty());
                continue;
            }
            ++read; // what was read can be written and says the same again
            QVERIFY(session->current < static_cast<int>(session->recordings.size()));
            QVERIFY(session->decision.lambda >= 0.0 && session->decision.lambda <= 1.0);
            QVERIFY(pipeline::saveSession(file("again"), *session));
            const auto again = pipeline::loadSession(file("again"));
            QVERIFY(again);
            QVERIFY(again->decision == session->decision && again->labels == session->labels);
        }
        QVERIFY(read > 0 && read < 1000); // both kinds were met
    }

    void deepNestingIsRefused()
    {
        QVERIFY(writeFileAtomically(file("deep"), std::string(1'000'000, '[')));
        QCOMPARE(pipeline::loadSession(file("deep")).error().code, ErrorCode::UnknownFormat);
    }

    void aMovedFileIsFoundBesideTheSession()
    {
        QVERIFY(writeFileAtomically(file("a.wav"), std::string("x")));
        const pipeline::SessionFile moved{"/nowhere/at/all/a.wav", "a.wav", ""};
        const auto found = pipeline::whereIs(moved, file(""));
        QVERIFY(found);
        QCOMPARE(found->filename().string(), std::string("a.wav"));
        QVERIFY(!pipeline::whereIs({"/nowhere/at/all/b.wav", "b.wav", ""}, file("")));
        QVERIFY(!pipeline::whereIs({"/nowhere/at/all/b.wav", "", ""}, file("")));
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
