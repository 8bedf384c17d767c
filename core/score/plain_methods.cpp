// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/plain_methods.h"

#include "core/score/plain/ar_energy.h"
#include "core/score/plain/band.h"
#include "core/score/plain/indicator.h"
#include "core/score/plain/lof.h"
#include "core/score/plain/mahalanobis.h"
#include "core/score/plain/pca_energy.h"
#include "core/score/plain/random_score.h"
#include "core/score/store.h"
#include "core/score/stored_numbers.h"

#include <array>
#include <utility>

namespace spall::score {
namespace {

using Made = Result<PlainMethodPtr>;
using Name = const std::string&;

/// Where a stored method lies.
struct Stored {
    const Front& front;
    const Archive& archive;
    const std::string& prefix;
};

Made fitIndicator(Name name, const Learning& learning)
{
    return std::make_shared<const Indicator>(name, learning.front);
}

Made loadIndicator(Name name, const Stored& stored)
{
    return std::make_shared<const Indicator>(name, stored.front);
}

Made fitAr32(Name name, const Learning& learning)
{
    auto filter = fitShortAutoregression(learning);
    if (!filter) {
        return fail(std::move(filter.error()));
    }
    return std::make_shared<const ArEnergy>(name, learning.front, std::move(*filter));
}

Made fitAr512(Name name, const Learning& learning)
{
    return std::make_shared<const ArEnergy>(name, learning.front, learning.front.longFilter);
}

Made loadAr(Name name, const Stored& stored)
{
    auto filter = loadFilter(stored.archive, stored.prefix);
    if (!filter) {
        return fail(std::move(filter.error()));
    }
    if (filter->order() >= stored.front.windowLength) {
        return fail(damagedPart(stored.prefix));
    }
    return std::make_shared<const ArEnergy>(name, stored.front, std::move(*filter));
}

Made fitPca(Name /*name*/, const Learning& learning)
{
    return std::make_shared<const PcaEnergy>(learning.front);
}

Made loadPca(Name /*name*/, const Stored& stored)
{
    return std::make_shared<const PcaEnergy>(stored.front);
}

Made fitBand(Name /*name*/, const Learning& learning)
{
    auto statistics = fitLinearEvidence(learning);
    if (!statistics) {
        return fail(std::move(statistics.error()));
    }
    return std::make_shared<const Band>(learning.front, std::move(*statistics));
}

Made loadBand(Name /*name*/, const Stored& stored)
{
    auto statistics = loadEvidence(stored.archive, stored.prefix);
    if (!statistics) {
        return fail(std::move(statistics.error()));
    }
    if (statistics->viewWidths != linearViewWidths(stored.front)) {
        return fail(damagedPart(stored.prefix));
    }
    return std::make_shared<const Band>(stored.front, std::move(*statistics));
}

Made fitRandom(Name /*name*/, const Learning& learning)
{
    return std::make_shared<const RandomScore>(learning.front, learning.seed);
}

/// For the classes that fit and load themselves.
template <typename Class> Made fitItself(Name /*name*/, const Learning& learning)
{
    return Class::fit(learning);
}

template <typename Class> Made loadItself(Name /*name*/, const Stored& stored)
{
    return Class::load(stored.front, stored.archive, stored.prefix);
}

/// One row of the table of methods: how it learns and how it comes back from an archive.
struct Method {
    const char* name;
    const char* title;
    Made (*fit)(Name name, const Learning& learning);
    Made (*load)(Name name, const Stored& stored);
};

constexpr std::array kMethods{
    Method{"rms", "RMS", fitIndicator, loadIndicator},
    Method{"kurtosis", "kurtosis", fitIndicator, loadIndicator},
    Method{"crest", "crest factor", fitIndicator, loadIndicator},
    Method{"mahalanobis", "Mahalanobis distance", fitItself<Mahalanobis>, loadItself<Mahalanobis>},
    Method{"ar32", "AR(32) residual", fitAr32, loadAr},
    Method{"ar512", "AR(512) residual", fitAr512, loadAr},
    Method{"pca100", "PCA(100) residual", fitPca, loadPca},
    Method{"band", "linear band evidence", fitBand, loadBand},
    Method{"lof", "local outlier factor", fitItself<Lof>, loadItself<Lof>},
    Method{"random", "random score", fitRandom, loadItself<RandomScore>},
};

/// What is compared with them.
constexpr std::array kOthers{std::pair{"spall", "Spall (this model)"},
                             std::pair{"spall.rec", "Spall, reconstruction"},
                             std::pair{"spall.critic", "Spall, critic"},
                             std::pair{"untrained", "untrained copy"}};

Result<Method> findMethod(const std::string& name)
{
    for (const auto& method : kMethods) {
        if (name == method.name) {
            return method;
        }
    }
    return fail(ErrorCode::Usage,
                "there is no plain method \"" + name + "\"",
                "method",
                "choose one of the names that the evaluation lists");
}

} // namespace

std::vector<std::string> plainMethodNames()
{
    std::vector<std::string> names;
    for (const auto& method : kMethods) {
        names.emplace_back(method.name);
    }
    return names;
}

std::string methodTitle(const std::string& name)
{
    for (const auto& [other, title] : kOthers) {
        if (name == other) {
            return title;
        }
    }
    for (const Method& method : kMethods) {
        if (name == method.name) {
            return method.title;
        }
    }
    return name;
}

bool isRival(const std::string& name)
{
    return !name.starts_with("spall") && name != "random" && name != "untrained";
}

Result<PlainMethodPtr> fitPlainMethod(const std::string& name,
                                      const Front& front,
                                      std::span<const signal::Stretch> healthy,
                                      Seed seed,
                                      std::stop_token stop)
{
    const auto method = findMethod(name);
    if (!method) {
        return fail(method.error());
    }
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped before fitting " + name);
    }
    return method->fit(name, Learning{front, healthy, seed, std::move(stop)});
}

Result<PlainMethodPtr> loadPlainMethod(const std::string& name,
                                       const Front& front,
                                       const Archive& archive,
                                       const std::string& prefix)
{
    const auto method = findMethod(name);
    if (!method) {
        return fail(method.error());
    }
    return method->load(name, Stored{front, archive, prefix});
}

} // namespace spall::score
