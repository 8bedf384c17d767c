// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_options.h"

#include "app/checks.h"
#include "core/base/parse_number.h"
#include "core/io/read.h"
#include "core/signal/bearing.h"

#include <fmt/format.h>

#include <cmath>

namespace spall::app {
namespace {

Result<score::Fusion> fusionFrom(const std::string& name)
{
    if (const auto fusion = score::parseFusion(name)) {
        return *fusion;
    }
    return fail(ErrorCode::Usage,
                "there is no fusion '" + name + "'",
                "--fusion",
                "use sum, product, rec or critic");
}

/// "REC,CRITIC,and" or "REC,CRITIC,or".
Result<detect::DualRule> dualFrom(const std::string& text)
{
    const auto first = text.find(',');
    const auto second = first == std::string::npos ? first : text.find(',', first + 1);
    if (second != std::string::npos) {
        const auto rec = parseNumber(text.substr(0, first));
        const auto critic = parseNumber(text.substr(first + 1, second - first - 1));
        const std::string joint = text.substr(second + 1);
        if (rec && critic && std::isfinite(*rec) && std::isfinite(*critic) &&
            (joint == "and" || joint == "or")) {
            return detect::DualRule{*rec, *critic, joint == "and"};
        }
    }
    return fail(ErrorCode::Usage,
                "'" + text + "' is no dual rule",
                "--dual",
                "write two thresholds and how they join, as in 2.5,3.0,and");
}

Result<io::RawLayout> rawLayoutFrom(const std::string& text)
{
    if (const auto layout = io::parseRawLayout(text)) {
        return *layout;
    }
    return fail(ErrorCode::Usage,
                "'" + text + "' is no type of samples",
                "--raw-type",
                "write f32le, i16be, u8, i24lex4 or f64le+512");
}

} // namespace

void addInputOptions(CLI::App& command, InputOptions& options)
{
    command.add_option("--channel", options.channel, "channel name or index");
    command.add_option("--rate", options.rateHz, "rate in Hz of files that state none")
        ->check(aboveZero());
    command.add_option("--resample", options.resampleHz, "common rate in Hz")->check(aboveZero());
    command.add_option("--rpm", options.rpm, "shaft speed")->check(aboveZero());
    command
        .add_option("--raw-type",
                    options.rawType,
                    "samples of files without a header: f32le, i16be, u8, i24lex4 (4 channels), "
                    "f64le+512 (512 bytes skipped)")
        ->check(readBy(rawLayoutFrom));
    command.add_option("--bearing", options.bearing, "bearing name, or n,d,D,angle")
        ->check(readBy(signal::parseBearing));
}

Result<std::vector<pipeline::Input>> readInputs(const std::vector<std::string>& specs,
                                                const InputOptions& options,
                                                pipeline::Role role,
                                                std::stop_token stop)
{
    io::ReadOptions read;
    read.channel = options.channel;
    if (options.rateHz) {
        read.fallbackRate = Hertz{*options.rateHz};
    }
    if (options.rpm) {
        read.shaftSpeed = Rpm{*options.rpm};
    }
    if (!options.rawType.empty()) {
        const auto layout = rawLayoutFrom(options.rawType);
        if (!layout) {
            return fail(layout.error());
        }
        read.raw = *layout;
    }
    std::vector<pipeline::Input> inputs;
    for (const std::string& text : specs) {
        auto recording = io::readRecording(io::parseInputSpec(text), read, stop);
        if (!recording) {
            return fail(recording.error());
        }
        const int channel = (*recording)->mainChannel;
        inputs.push_back({std::move(*recording), channel, role});
    }
    return inputs;
}

Status checkRate(const InputOptions& options, Hertz modelRate)
{
    if (!options.resampleHz || *options.resampleHz == modelRate.value) {
        return {};
    }
    return fail(ErrorCode::Usage,
                fmt::format("the model works at {} Hz and at no other rate", modelRate.value),
                fmt::format("--resample {}", *options.resampleHz),
                "leave it out: recordings are brought to the model's rate; or train again with it");
}

void addDecisionOptions(CLI::App& command, DecisionArguments& arguments)
{
    command.add_option("--step", arguments.step, "distance between windows in samples")
        ->check(wholeNumber(1, kLongestWindow));
    command.add_option("--fusion", arguments.fusion, "sum, product, rec or critic")
        ->check(readBy(fusionFrom));
    command.add_option("--lambda", arguments.lambda, "share of the reconstruction in the sum")
        ->check(share());
    command.add_option("--smooth", arguments.smoothSeconds, "seconds to average scores over")
        ->check(zeroOrMore());
    command.add_option("--policy", arguments.policy, "manual:X, f1, far:X or per-hour:X")
        ->check(readBy(detect::parsePolicy));
    command.add_option("--hysteresis", arguments.hysteresis, "N/M: N of M windows above")
        ->check(readBy(detect::parseHysteresis));
    command.add_option("--dual", arguments.dual, "REC,CRITIC,and (or: or)")
        ->check(readBy(dualFrom));
}

Result<detect::DecisionOptions> decisionFrom(const DecisionArguments& arguments,
                                             const detect::DecisionOptions& saved)
{
    auto decision = saved;
    if (!arguments.fusion.empty()) {
        const auto fusion = fusionFrom(arguments.fusion);
        if (!fusion) {
            return fail(fusion.error());
        }
        decision.fusion = *fusion;
    }
    decision.lambda = arguments.lambda.value_or(decision.lambda);
    decision.smoothing = Seconds{arguments.smoothSeconds.value_or(decision.smoothing.value)};
    if (!arguments.policy.empty()) {
        const auto policy = detect::parsePolicy(arguments.policy);
        if (!policy) {
            return fail(policy.error());
        }
        decision.policy = *policy;
    }
    if (!arguments.hysteresis.empty()) {
        const auto hysteresis = detect::parseHysteresis(arguments.hysteresis);
        if (!hysteresis) {
            return fail(hysteresis.error());
        }
        decision.hysteresis = *hysteresis;
    }
    if (!arguments.dual.empty()) {
        const auto dual = dualFrom(arguments.dual);
        if (!dual) {
            return fail(dual.error());
        }
        decision.dual = *dual;
    }
    return decision;
}

} // namespace spall::app
