// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/verdict.h"

#include <QTest>

using namespace spall;

namespace {

/// Normal scores; faulty ones lie `shift` deviations higher.
pipeline::Comparison method(const char* name, double shift, Seed seed)
{
    auto engine = makeEngine(seed);
    pipeline::Comparison comparison{name, {}, {}};
    for (int at = 0; at < 300; ++at) {
        comparison.healthy.push_back(normal(engine));
        comparison.faulty.push_back(normal(engine) + shift);
    }
    return comparison;
}

bool says(const std::string& text, const char* words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClearWinIsSaid()
    {
        const std::vector methods{method("spall", 2.0, Seed{1}), method("rms", 0.5, Seed{2})};
        QVERIFY(says(pipeline::verdictOf(methods, 4.0, Seed{1}), "Better than every plain method"));
    }

    void aLossIsSaidAsPlainly()
    {
        const std::vector methods{method("spall", 0.5, Seed{1}), method("pca100", 2.0, Seed{2})};
        const auto verdict = pipeline::verdictOf(methods, 4.0, Seed{1});
        QVERIFY(says(verdict, "Better here is the PCA(100) residual"));
    }

    void aTieIsNoWin()
    {
        const std::vector methods{method("spall", 1.0, Seed{1}), method("rms", 1.0, Seed{2})};
        QVERIFY(says(pipeline::verdictOf(methods, 4.0, Seed{1}), "No better and no worse"));
    }

    void tooEasyATestTellsNothing()
    {
        const std::vector methods{method("spall", 20.0, Seed{1}), method("rms", 20.0, Seed{2})};
        QVERIFY(says(pipeline::verdictOf(methods, 4.0, Seed{1}), "too easy"));
    }

    void theGhostsAreNoRivals()
    {
        const std::vector methods{method("spall", 1.0, Seed{1}),
                                  method("random", 5.0, Seed{2}),
                                  method("rms", 0.0, Seed{3})};
        QVERIFY(!says(pipeline::verdictOf(methods, 4.0, Seed{1}), "random"));
    }

    void withoutFaultsNothingIsClaimed()
    {
        const std::vector<pipeline::Comparison> methods{{"spall", {1.0, 2.0}, {}},
                                                        {"rms", {1.0, 2.0}, {}}};
        QVERIFY(
            says(pipeline::verdictOf(methods, 4.0, Seed{1}), "nothing can be said about recall"));
    }
};

QTEST_GUILESS_MAIN(VerdictTest)
#include "verdict_test.moc"
