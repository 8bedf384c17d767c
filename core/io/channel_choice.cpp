// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/channel_choice.h"

#include "core/io/cwru.h"
#include "core/io/extension.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>
#include <vector>

namespace spall::io {
namespace {

struct Word {
    std::string_view text; ///< a whole word, or with four letters and more the beginning of one
    double score;
    std::string_view reason;
};

constexpr std::string_view kAcceleration = "named like an acceleration";
constexpr std::string_view kOther = "named like another quantity";

constexpr std::array<Word, 49> kWords{{{"de", 3.3, "named like the drive end"},
                                       {"fe", 3.2, "named like the fan end"},
                                       {"ba", 3.1, "named like the base"},
                                       {"acc", 3.0, kAcceleration},
                                       {"accel", 3.0, kAcceleration},
                                       {"vib", 3.0, "named like a vibration"},
                                       {"vibr", 3.0, "named like a vibration"},
                                       {"gs", 3.0, kAcceleration},
                                       {"ax", 2.0, kAcceleration},
                                       {"ay", 2.0, kAcceleration},
                                       {"az", 2.0, kAcceleration},
                                       {"bearing", 2.0, "named like a bearing"},
                                       {"horizontal", 2.0, "named like a direction"},
                                       {"vertical", 1.9, "named like a direction"},
                                       {"radial", 2.0, "named like a direction"},
                                       {"axial", 1.8, "named like a direction"},
                                       {"tangential", 1.8, "named like a direction"},
                                       {"response", 1.0, "named like a response"},
                                       {"time", 0.0, ""},
                                       {"tach", -4.0, "named like a tachometer"},
                                       {"rpm", -4.0, "named like a speed"},
                                       {"speed", -4.0, "named like a speed"},
                                       {"encoder", -4.0, "named like an encoder"},
                                       {"hall", -4.0, "named like a speed sensor"},
                                       {"keyphas", -4.0, "named like a key phasor"},
                                       {"phasor", -4.0, "named like a key phasor"},
                                       {"trigger", -3.0, "named like a trigger"},
                                       {"pulse", -3.0, "named like a pulse"},
                                       {"torque", -4.0, kOther},
                                       {"force", -3.5, kOther},
                                       {"excitation", -3.0, kOther},
                                       {"load", -3.5, kOther},
                                       {"temp", -4.0, kOther},
                                       {"temperature", -4.0, kOther},
                                       {"thermo", -4.0, kOther},
                                       {"current", -3.5, kOther},
                                       {"volt", -2.0, kOther},
                                       {"power", -3.5, kOther},
                                       {"press", -3.5, kOther},
                                       {"flow", -3.5, kOther},
                                       {"angle", -3.5, kOther},
                                       {"position", -3.5, kOther},
                                       {"mic", -2.0, "named like a microphone"},
                                       {"microphone", -2.0, "named like a microphone"},
                                       {"acoustic", -2.0, "named like a microphone"},
                                       {"sound", -2.0, "named like a microphone"},
                                       {"label", -5.0, kOther},
                                       {"class", -5.0, kOther},
                                       {"anomaly", -5.0, kOther}}};

constexpr std::array<Word, 18> kUnitWords{{{"g", 3.0, "in g"},
                                           {"gs", 3.0, "in g"},
                                           {"g's", 3.0, "in g"},
                                           {"m/s2", 3.0, "in m/s2"},
                                           {"m/s^2", 3.0, "in m/s2"},
                                           {"m/s\xC2\xB2", 3.0, "in m/s2"},
                                           {"m/s**2", 3.0, "in m/s2"},
                                           {"mm/s2", 3.0, "in mm/s2"},
                                           {"mm/s", 2.0, "a vibration velocity"},
                                           {"in/s", 2.0, "a vibration velocity"},
                                           {"rpm", -4.0, "in rpm"},
                                           {"nm", -4.0, "in Nm"},
                                           {"n", -3.5, "in N"},
                                           {"newtons", -3.5, "in N"},
                                           {"a", -3.5, "in A"},
                                           {"pa", -2.0, "in Pa"},
                                           {"mpa", -3.5, "in MPa"},
                                           {"c", -4.0, "in degrees"}}};

/// Letter runs of a name in lower case: "AccX_1" -> "accx"; "X097_DE_time" -> "x", "de", "time".
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    char before = ' ';
    for (const char c : name) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isLetter = isUpper || (c >= 'a' && c <= 'z');
        const bool startsWord = isUpper && before >= 'a' && before <= 'z';
        if ((!isLetter || startsWord) && !word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
        if (isLetter) {
            word += lowered({&c, 1});
        }
        before = c;
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool matches(const Word& wanted, std::string_view word)
{
    constexpr std::size_t kLongEnough = 4;
    return word == wanted.text ||
           (wanted.text.size() >= kLongEnough && word.starts_with(wanted.text));
}

/// The word that weighs most, as "speed sensor voltage" is a speed.
Likeness nameLikeness(std::string_view name)
{
    Likeness best;
    for (const std::string& word : wordsOf(name)) {
        for (const Word& wanted : kWords) {
            const double gain = std::abs(wanted.score) - std::abs(best.score);
            if (matches(wanted, word) && gain > 0.0) {
                best = {wanted.score, std::string{wanted.reason}};
            }
        }
        // "accx", "vibx": the axis is written behind the word.
        const bool isAxis =
            word.size() == 4 && (word.starts_with("acc") || word.starts_with("vib"));
        if (isAxis && best.score == 0.0) {
            best = {3.0, std::string{kAcceleration}};
        }
    }
    return best;
}

Likeness unitLikeness(std::string_view unit)
{
    const std::string low = lowered(unit);
    const auto found = std::find_if(
        kUnitWords.begin(), kUnitWords.end(), [&](const Word& known) { return known.text == low; });
    if (found != kUnitWords.end()) {
        return {found->score, std::string{found->reason}};
    }
    const bool isDegrees = low.find("\xC2\xB0") != std::string::npos || low == "degc";
    return isDegrees ? Likeness{-4.0, "in degrees"} : Likeness{};
}

/// The share of values in the outer fifths between the 1st and the 99th percentile. Pulses sit at
/// two levels, sines spend much time at their ends, noise little.
double shareAtEnds(std::vector<double> values)
{
    const auto percentile = [&](std::size_t hundredths) {
        const auto at =
            values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * hundredths / 1000);
        std::nth_element(values.begin(), at, values.end());
        return *at;
    };
    const double low = percentile(5);
    const double high = percentile(995);
    const double edge = 0.2 * (high - low);
    if (!(edge > 0.0)) {
        return 0.0;
    }
    const auto count = std::count_if(values.begin(), values.end(), [&](double v) {
        return v <= low + edge || v >= high - edge;
    });
    return static_cast<double>(count) / static_cast<double>(values.size());
}

/// Mean squared step over twice the variance: 1 for noise, near 0 for what changes slowly.
double roughness(const std::vector<double>& values)
{
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double steps = 0.0;
    double variance = 0.0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        steps += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        variance += (values[i] - mean) * (values[i] - mean);
    }
    return variance > 0.0 ? steps / (2.0 * variance) : 0.0;
}

Likeness valueLikeness(std::span<const double> samples)
{
    constexpr std::size_t kLooked = 65'536;
    std::vector<double> values;
    for (const double value : samples.first(std::min(kLooked, samples.size()))) {
        if (std::isfinite(value)) {
            values.push_back(value);
        }
    }
    if (values.size() < 16 ||
        std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); })) {
        return {-6.0, "constant"};
    }
    constexpr double kPulses = 0.75;
    constexpr double kSine = 0.5;
    constexpr double kSlow = 2e-4;
    const double rough = roughness(values);
    const double atEnds = shareAtEnds(values);
    if (atEnds > kPulses) {
        return {-3.0, "pulses of a tachometer"};
    }
    if (rough < kSlow) {
        return {-2.0, "changes slowly"};
    }
    return atEnds > kSine ? Likeness{-1.0, "a sine"} : Likeness{};
}

} // namespace

Likeness
vibrationLikeness(std::string_view name, std::string_view unit, std::span<const double> samples)
{
    const Likeness byName = nameLikeness(name);
    const Likeness byUnit = unitLikeness(unit);
    const Likeness byValue = valueLikeness(samples);
    Likeness sum{byName.score + byUnit.score + byValue.score, {}};
    for (const Likeness* part : {&byName, &byUnit, &byValue}) {
        if (!part->reason.empty()) {
            sum.reason += (sum.reason.empty() ? "" : ", ") + part->reason;
        }
    }
    return sum;
}

} // namespace spall::io
