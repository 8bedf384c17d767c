// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/score/store.h"

#include "core/score/front_sizes.h"
#include "core/score/stored_numbers.h"

#include <algorithm>

namespace spall::score {
namespace {

constexpr std::int64_t kLongestWindow = std::int64_t{1} << 24;
constexpr std::int64_t kMostBands = 65536;
constexpr std::int64_t kLargestExponent = 64;

/// The basis with its two sizes; `length` is the front's.
Result<PrincipalComponents>
loadComponents(const Archive& archive, const std::string& prefix, SampleCount length)
{
    const auto count = takeInteger(archive, prefix + "/count", 1, length);
    if (!count) {
        return fail(count.error());
    }
    auto basis = takeSingle(archive, prefix + "/basis", *count * length);
    if (!basis) {
        return fail(std::move(basis.error()));
    }
    return PrincipalComponents{length, static_cast<int>(*count), std::move(*basis)};
}

/// Models were stored without one while bands were all there was.
Result<ResidualError> loadError(const Archive& archive, const std::string& name)
{
    if (!archive.arrays.contains(name)) {
        return ResidualError::Bands;
    }
    const auto error = takeInteger(archive, name, 0, static_cast<std::int64_t>(ResidualError::Dtw));
    return error ? Result<ResidualError>{static_cast<ResidualError>(*error)} : fail(error.error());
}

} // namespace

void store(Archive& archive, const std::string& prefix, const ArFilter& filter)
{
    put(archive, prefix + "/coefficients", filter.coefficients);
    put(archive, prefix + "/deviation", filter.deviation);
}

Result<ArFilter> loadFilter(const Archive& archive, const std::string& prefix)
{
    auto coefficients = takeReal(archive, prefix + "/coefficients");
    if (!coefficients) {
        return fail(std::move(coefficients.error()));
    }
    const auto deviation = takeNumber(archive, prefix + "/deviation", 0.0);
    if (!deviation) {
        return fail(deviation.error());
    }
    if (*deviation == 0.0) {
        return fail(damagedPart(prefix + "/deviation"));
    }
    return ArFilter{std::move(*coefficients), *deviation};
}

void store(Archive& archive, const std::string& prefix, const Front& front)
{
    put(archive, prefix + "/window_length", static_cast<double>(front.windowLength));
    put(archive, prefix + "/scaling", front.scaling);
    store(archive, prefix + "/short_filter", front.shortFilter);
    store(archive, prefix + "/long_filter", front.longFilter);
    store(archive, prefix + "/whole_filter", front.wholeFilter);
    put(archive, prefix + "/error", static_cast<double>(front.error));
    put(archive, prefix + "/components/count", static_cast<double>(front.components.count));
    put(archive, prefix + "/components/basis", front.components.basis);
}

Result<Front> loadFront(const Archive& archive, const std::string& prefix)
{
    const auto length =
        takeInteger(archive, prefix + "/window_length", kShortestWindow, kLongestWindow);
    if (!length) {
        return fail(length.error());
    }
    const auto scaling = takeStandardiser(archive, prefix + "/scaling");
    const auto error = loadError(archive, prefix + "/error");
    auto shortFilter = loadFilter(archive, prefix + "/short_filter");
    auto longFilter = loadFilter(archive, prefix + "/long_filter");
    auto wholeFilter = loadFilter(archive, prefix + "/whole_filter");
    auto components = loadComponents(archive, prefix + "/components", *length);
    if (!scaling || !error) {
        return fail(scaling ? error.error() : scaling.error());
    }
    if (!shortFilter) {
        return fail(std::move(shortFilter.error()));
    }
    if (!longFilter) {
        return fail(std::move(longFilter.error()));
    }
    if (!wholeFilter) {
        return fail(std::move(wholeFilter.error()));
    }
    if (!components) {
        return fail(std::move(components.error()));
    }
    const FrontSizes sizes = frontSizes(*length);
    if (shortFilter->order() != sizes.shortOrder || longFilter->order() != sizes.longOrder ||
        wholeFilter->order() < 1 || wholeFilter->order() > sizes.wholeOrder ||
        components->count != sizes.components) {
        return fail(damagedPart(prefix));
    }
    return Front{*length,
                 *scaling,
                 std::move(*shortFilter),
                 std::move(*longFilter),
                 std::move(*wholeFilter),
                 std::move(*components),
                 *error};
}

void store(Archive& archive, const std::string& prefix, const EvidenceStatistics& statistics)
{
    put(archive, prefix + "/mean", statistics.mean);
    put(archive, prefix + "/deviation", statistics.deviation);
    put(archive,
        prefix + "/view_widths",
        std::vector<double>(statistics.viewWidths.begin(), statistics.viewWidths.end()));
    std::vector<double> views;
    for (const auto& view : statistics.views) {
        views.insert(views.end(), {view.mean, view.deviation});
    }
    put(archive, prefix + "/views", views);
    put(archive, prefix + "/total", statistics.total);
    put(archive, prefix + "/exponent", static_cast<double>(statistics.exponent));
}

Result<EvidenceStatistics> loadEvidence(const Archive& archive, const std::string& prefix)
{
    const auto widths = takeReal(archive, prefix + "/view_widths");
    if (!widths) {
        return fail(widths.error());
    }
    EvidenceStatistics statistics;
    std::int64_t total = 0;
    for (const double width : *widths) {
        if (width < 1.0 || width > static_cast<double>(kMostBands)) {
            return fail(damagedPart(prefix + "/view_widths"));
        }
        statistics.viewWidths.push_back(static_cast<int>(width));
        total += statistics.viewWidths.back();
    }
    auto mean = takeSingle(archive, prefix + "/mean", total);
    auto deviation = takeSingle(archive, prefix + "/deviation", total);
    const auto views =
        takeReal(archive, prefix + "/views", 2 * static_cast<std::int64_t>(widths->size()));
    const auto all = takeStandardiser(archive, prefix + "/total");
    const auto exponent = takeInteger(archive, prefix + "/exponent", 1, kLargestExponent);
    if (!mean || !deviation || !views || !all || !exponent || widths->empty()) {
        return fail(damagedPart(prefix));
    }
    for (std::size_t view = 0; view < widths->size(); ++view) {
        statistics.views.push_back({(*views)[2 * view], (*views)[2 * view + 1]});
    }
    const auto isPositive = [](auto value) {
        return value > 0;
    };
    const bool arePositive =
        std::all_of(deviation->begin(), deviation->end(), isPositive) &&
        std::all_of(statistics.views.begin(), statistics.views.end(), [](const Standardiser& view) {
            return view.deviation > 0.0;
        });
    if (!arePositive) {
        return fail(damagedPart(prefix));
    }
    statistics.mean = std::move(*mean);
    statistics.deviation = std::move(*deviation);
    statistics.total = *all;
    statistics.exponent = static_cast<int>(*exponent);
    return statistics;
}

void store(Archive& archive, const std::string& prefix, const Calibration& calibration)
{
    store(archive, prefix + "/evidence", calibration.evidence);
    put(archive, prefix + "/critic", calibration.critic);
    put(archive, prefix + "/critic_weight", calibration.criticWeight);
    put(archive, prefix + "/healthy_rec", calibration.healthy.rec);
    put(archive, prefix + "/healthy_critic", calibration.healthy.critic);
    put(archive, prefix + "/independent_windows", calibration.independentWindows);
    put(archive, prefix + "/seconds", calibration.duration.value);
    archive.document[prefix + "/critic_verdict"] = calibration.criticVerdict;
}

Result<Calibration> loadCalibration(const Archive& archive, const std::string& prefix)
{
    auto statistics = loadEvidence(archive, prefix + "/evidence");
    if (!statistics) {
        return fail(std::move(statistics.error()));
    }
    const auto critic = takeStandardiser(archive, prefix + "/critic");
    const auto weight = takeNumber(archive, prefix + "/critic_weight", 0.0);
    auto rec = takeReal(archive, prefix + "/healthy_rec");
    auto healthyCritic = takeReal(archive, prefix + "/healthy_critic");
    const auto independent = takeNumber(archive, prefix + "/independent_windows", 0.0);
    const auto seconds = takeNumber(archive, prefix + "/seconds", 0.0);
    const std::string verdictKey = prefix + "/critic_verdict";
    const bool hasVerdict = archive.document.is_object() && archive.document.contains(verdictKey) &&
                            archive.document.at(verdictKey).is_string();
    if (!critic || !weight || !rec || !healthyCritic || !independent || !seconds || !hasVerdict ||
        *weight > 1.0 || (!healthyCritic->empty() && healthyCritic->size() != rec->size())) {
        return fail(damagedPart(prefix));
    }
    Calibration calibration;
    calibration.evidence = std::move(*statistics);
    calibration.critic = *critic;
    calibration.criticWeight = *weight;
    calibration.criticVerdict = archive.document.at(verdictKey).get<std::string>();
    calibration.healthy = {std::move(*rec), std::move(*healthyCritic)};
    calibration.independentWindows = *independent;
    calibration.duration = Seconds{*seconds};
    return calibration;
}

} // namespace spall::score
