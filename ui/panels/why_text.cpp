// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/why_text.h"

#include "ui/panels/family_text.h"
#include "ui/panels/why_panel.h"
#include "ui/text/format.h"
#include "ui/text/messages.h"

#include <algorithm>
#include <cmath>

namespace spall::ui {

namespace {

constexpr double kConcentrated = 0.5; ///< of the residual energy in a quarter of the window
constexpr double kRaised = 3.0;       ///< decibel above healthy that are worth a word

QString channelSentence(const pipeline::Explanation& explanation, const QString& limit)
{
    const QString scores =
        WhyPanel::tr("reconstruction %1 σ, critic %2 σ; %3")
            .arg(numberText(explanation.rec), numberText(explanation.critic), limit);
    switch (explanation.fired) {
    case pipeline::FiredChannel::Reconstruction:
        return WhyPanel::tr("The reconstruction fired: %1.").arg(scores);
    case pipeline::FiredChannel::Critic:
        return WhyPanel::tr("The critic fired: %1.").arg(scores);
    case pipeline::FiredChannel::Both:
        return WhyPanel::tr("Both channels fired: %1.").arg(scores);
    case pipeline::FiredChannel::None:
        break;
    }
    return WhyPanel::tr("Not above the threshold by itself: %1.").arg(scores);
}

/// Energy of the eight neighbouring parts that hold most, and where they start.
std::pair<double, std::size_t> densestQuarter(const pipeline::Explanation& explanation)
{
    constexpr std::size_t kQuarter = pipeline::kResidualParts / 4;
    double most = 0.0;
    std::size_t place = 0;
    for (std::size_t first = 0; first + kQuarter <= pipeline::kResidualParts; ++first) {
        double sum = 0.0;
        for (std::size_t part = first; part < first + kQuarter; ++part) {
            sum += explanation.residualShare[part];
        }
        if (sum > most) {
            most = sum;
            place = first;
        }
    }
    return {most, place};
}

QString timeSentence(const pipeline::Explanation& explanation, Hertz rate)
{
    const auto [share, place] = densestQuarter(explanation);
    if (share < kConcentrated) {
        return WhyPanel::tr("The residual is spread over the whole window.");
    }
    const double seconds = duration(explanation.range.size(), rate).value *
                           static_cast<double>(place) /
                           static_cast<double>(pipeline::kResidualParts);
    return WhyPanel::tr(
               "%1 of the residual energy lie in a quarter of the window, from %2 after its start.")
        .arg(percentText(share), durationText(Seconds{seconds}));
}

QString frequencySentence(const pipeline::Explanation& explanation, Hertz rate)
{
    if (!explanation.gain) {
        return WhyPanel::tr(
            "Open a healthy recording to see at which frequencies the residual has grown.");
    }
    const auto& gain = *explanation.gain;
    const auto top =
        static_cast<std::size_t>(std::max_element(gain.begin(), gain.end()) - gain.begin());
    if (gain[top] < kRaised) {
        return WhyPanel::tr(
                   "In no band is the residual more than %1 dB above that of healthy windows.")
            .arg(numberText(kRaised));
    }
    const signal::Band band = pipeline::profileBand(top, rate);
    return WhyPanel::tr("The residual has grown most at %1 – %2: %3 dB above healthy.")
        .arg(frequencyText(band.low), frequencyText(band.high), numberText(gain[top]));
}

QString healthySentence(const pipeline::Explanation& explanation)
{
    if (!explanation.family || !explanation.healthyFamily) {
        return {};
    }
    const auto kind = explanation.family->families.front().kind;
    for (const auto& family : explanation.healthyFamily->families) {
        if (family.kind == kind) {
            return WhyPanel::tr("In healthy signal the same lines explain %1.")
                .arg(percentText(family.energyShare));
        }
    }
    return {};
}

QString envelopeSentence(const pipeline::Explanation& explanation, Hertz rate)
{
    if (!explanation.envelope) {
        return {};
    }
    const auto& envelope = *explanation.envelope;
    return WhyPanel::tr("Envelope of %1 – %2, over %3 around the window.")
        .arg(frequencyText(envelope.band.low),
             frequencyText(envelope.band.high),
             durationText(duration(envelope.stretch.size(), rate)));
}

QString familyVerdict(const pipeline::Explanation& explanation)
{
    if (!explanation.family) {
        return saidText(explanation.noFamily);
    }
    const auto& first = explanation.family->families.front();
    const QString part = partName(first.kind);
    const QString share = percentText(first.energyShare);
    switch (explanation.family->certainty) {
    case signal::Certainty::Clear:
        return WhyPanel::tr("The %1 lines stand out: they explain %2 of the envelope's energy.")
            .arg(part, share);
    case signal::Certainty::Weak:
        return WhyPanel::tr(
                   "Nearest is the %1 family, but weakly: %2 of the envelope's energy, %3 of 5 "
                   "lines. Too little to name a part.")
            .arg(part, share)
            .arg(first.lines);
    case signal::Certainty::None:
        break;
    }
    return WhyPanel::tr(
               "No family of bearing lines stands out. Nearest is the %1 with %2 of the envelope's "
               "energy, no more than chance gives.")
        .arg(part, share);
}

} // namespace

WhyText whyText(const pipeline::Explanation& explanation, const QString& limit, Hertz rate)
{
    WhyText text;
    text.verdict = familyVerdict(explanation);
    text.sentences << channelSentence(explanation, limit) << timeSentence(explanation, rate)
                   << frequencySentence(explanation, rate);
    for (const QString& each :
         {healthySentence(explanation), envelopeSentence(explanation, rate)}) {
        if (!each.isEmpty()) {
            text.sentences << each;
        }
    }
    return text;
}

} // namespace spall::ui
