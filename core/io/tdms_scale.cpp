// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tdms_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace spall::io {
namespace {

constexpr double kMostScales = 64;
constexpr double kRawInput = 4294967295.0; ///< the source of a scale that is fed with raw values

/// y = c0 + c1 x + c2 x² …
using Polynomial = std::vector<double>;

class Scales {
public:
    explicit Scales(const TdmsProperties& properties) : m_properties(properties) {}

    /// The scales from the raw values outwards; nothing when one is of another kind.
    [[nodiscard]] std::optional<std::vector<Polynomial>> chain() const
    {
        std::vector<Polynomial> scales;
        const double count = numberOf("NI_Number_Of_Scales").value_or(0.0);
        if (!(count <= kMostScales)) { // not a number, too
            return std::nullopt;
        }
        if (count < 1.0) {
            return scales;
        }
        int at = static_cast<int>(count) - 1;
        while (at >= 0) {
            const std::string prefix = fmt::format("NI_Scale[{}]_", at);
            const auto type = m_properties.find(prefix + "Scale_Type");
            if (type == m_properties.end()) {
                break; // scale 0 of DAQmx stands for the raw values
            }
            const std::string kind = type->second.text;
            const auto scale = scaleOf(prefix, kind);
            if (!scale || scales.size() > static_cast<std::size_t>(kMostScales)) {
                return std::nullopt;
            }
            scales.push_back(*scale);
            const double source = numberOf(prefix + kind + "_Input_Source").value_or(kRawInput);
            at = source >= 0.0 && source < at ? static_cast<int>(source) : -1;
        }
        std::reverse(scales.begin(), scales.end());
        return scales;
    }

private:
    [[nodiscard]] std::optional<double> numberOf(const std::string& name) const
    {
        const auto found = m_properties.find(name);
        return found == m_properties.end() ? std::nullopt : found->second.number;
    }

    [[nodiscard]] std::optional<Polynomial> scaleOf(const std::string& prefix,
                                                    std::string_view kind) const
    {
        if (kind == "Linear") {
            return Polynomial{numberOf(prefix + "Linear_Y_Intercept").value_or(0.0),
                              numberOf(prefix + "Linear_Slope").value_or(1.0)};
        }
        if (kind != "Polynomial") {
            return std::nullopt;
        }
        const double size = numberOf(prefix + "Polynomial_Coefficients_Size").value_or(4.0);
        Polynomial scale;
        for (int i = 0; i < std::min(size, kMostScales); ++i) {
            scale.push_back(
                numberOf(fmt::format("{}Polynomial_Coefficients[{}]", prefix, i)).value_or(0.0));
        }
        return scale;
    }

    const TdmsProperties& m_properties;
};

} // namespace

bool applyTdmsScale(const TdmsProperties& properties, std::span<double> values)
{
    const auto status = properties.find("NI_Scaling_Status");
    if (status != properties.end() && status->second.text == "scaled") {
        return true;
    }
    const auto scales = Scales{properties}.chain();
    if (!scales) {
        return false;
    }
    for (const Polynomial& scale : *scales) {
        for (double& value : values) {
            double sum = 0.0;
            for (auto c = scale.rbegin(); c != scale.rend(); ++c) {
                sum = sum * value + *c;
            }
            value = sum;
        }
    }
    return true;
}

} // namespace spall::io
