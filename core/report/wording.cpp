// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/wording.h"

#include "core/report/number_text.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace spall::report::wording {

std::string notKnown()
{
    return "not known";
}

std::string recordings(std::int64_t number)
{
    return count(number) + (number == 1 ? " recording" : " recordings");
}

std::string windows(std::int64_t number)
{
    return count(number) + (number == 1 ? " window" : " windows");
}

std::string events(std::int64_t number)
{
    return count(number) + (number == 1 ? " event" : " events");
}

std::string role(pipeline::Role role)
{
    switch (role) {
    case pipeline::Role::Healthy:
        return "healthy";
    case pipeline::Role::Faulty:
        return "faulty";
    case pipeline::Role::Unknown:
        break;
    }
    return "to be judged";
}

std::string source(signal::Source source)
{
    switch (source) {
    case signal::Source::File:
        return "stated in the file";
    case signal::Source::Argument:
        return "stated by the user";
    case signal::Source::TimeColumn:
        return "from the time column";
    case signal::Source::Name:
        return "guessed from the name";
    case signal::Source::MainsLine:
        return "guessed from the mains line";
    case signal::Source::ShaftHarmonics:
        return "guessed from shaft harmonics";
    case signal::Source::Assumed:
        break;
    }
    return "assumed";
}

std::string policy(const detect::Policy& policy)
{
    switch (policy.kind) {
    case detect::PolicyKind::Manual:
        return "set by hand";
    case detect::PolicyKind::BestF1:
        return "best F1 on the labelled windows";
    case detect::PolicyKind::FalseAlarmRate:
        return fmt::format("{} false alarms on healthy windows", percent(policy.value));
    case detect::PolicyKind::AlarmsPerHour:
        return fmt::format("at most {} false alarms an hour", compact(policy.value));
    }
    return notKnown();
}

std::string fusion(score::Fusion fusion, double lambda)
{
    switch (fusion) {
    case score::Fusion::Sum:
        return fmt::format(
            "{} × reconstruction + {} × critic", compact(lambda), compact(1.0 - lambda));
    case score::Fusion::Product:
        return "product of reconstruction and critic";
    case score::Fusion::Rec:
        return "reconstruction alone";
    case score::Fusion::Critic:
        return "critic alone";
    }
    return notKnown();
}

std::string hysteresis(const detect::Hysteresis& hysteresis)
{
    return hysteresis.of <= 1
               ? "each window by itself"
               : fmt::format("{} of the last {} windows", hysteresis.need, hysteresis.of);
}

std::string dual(const detect::DualRule& rule)
{
    return fmt::format("reconstruction above {} {} critic above {}",
                       compact(rule.rec),
                       rule.both ? "and" : "or",
                       compact(rule.critic));
}

std::string method(const std::string& name)
{
    using Entry = std::pair<const char*, const char*>;
    static constexpr std::array kNames{
        Entry{"spall", "Spall (this model)"},
        Entry{"spall.rec", "Spall, reconstruction"},
        Entry{"spall.critic", "Spall, critic"},
        Entry{"rms", "RMS"},
        Entry{"kurtosis", "kurtosis"},
        Entry{"crest", "crest factor"},
        Entry{"mahalanobis", "log spectrum distance"},
        Entry{"ar32", "AR(32) residual"},
        Entry{"ar512", "AR(512) residual"},
        Entry{"pca100", "PCA residual"},
        Entry{"band", "linear band evidence"},
        Entry{"lof", "local outlier factor"},
        Entry{"untrained", "untrained copy"},
        Entry{"random", "random score"},
    };
    for (const auto& [key, text] : kNames) {
        if (name == key) {
            return text;
        }
    }
    return name;
}

std::string noSign(const Share& share, const std::string& expected)
{
    return fmt::format(
        "No sign of a fault in {}: {} of its windows are alarmed (95\u00A0% interval "
        "{}, {}), and about {} is what a healthy bearing gives.",
        share.name,
        share.value,
        share.interval,
        share.windows,
        expected);
}

std::string
noSignInAny(const Share& most, const std::string& recordings, const std::string& expected)
{
    return fmt::format("No sign of a fault in any of the {} recordings. The most alarmed, {}, has "
                       "{} alarmed windows (95\u00A0% interval {}, {}); about {} is what a "
                       "healthy bearing gives.",
                       recordings,
                       most.name,
                       most.value,
                       most.interval,
                       most.windows,
                       expected);
}

std::string departs(const Share& share, const std::string& expected)
{
    return fmt::format("{} departs from the healthy bearing: {} of its windows are alarmed "
                       "(95\u00A0% interval {}, {}), where a healthy bearing gives about {}.",
                       share.name,
                       share.value,
                       share.interval,
                       share.windows,
                       expected);
}

std::string someDepart(const Share& most,
                       const std::string& departing,
                       const std::string& recordings,
                       const std::string& expected)
{
    return fmt::format("{} of {} recordings depart from the healthy bearing. The clearest, {}, has "
                       "{} alarmed windows (95\u00A0% interval {}, {}), where a healthy "
                       "bearing gives about {}.",
                       departing,
                       recordings,
                       most.name,
                       most.value,
                       most.interval,
                       most.windows,
                       expected);
}

std::string tooFewToRuleOut(const std::string& windows)
{
    return fmt::format("So few windows ({}) cannot rule a fault out.", windows);
}

std::string alarmedOnly(const Share& share)
{
    return fmt::format("{} of the windows of {} are alarmed (95\u00A0% interval {}, {}). How "
                       "many a healthy bearing gives at this threshold is not known.",
                       share.value,
                       share.name,
                       share.interval,
                       share.windows);
}

std::string
recallVerdict(const std::string& recall, const std::string& interval, const std::string& recordings)
{
    return fmt::format("{} of the faulty windows are found (95\u00A0% interval {}, {})",
                       recall,
                       interval,
                       recordings);
}

std::string falseAlarmClause(const std::string& rate, const std::string& interval)
{
    return fmt::format(
        ", at {} false alarms on healthy windows that were not learned from ({}).", rate, interval);
}

std::string falseAlarmsNotKnown()
{
    return "; the false alarms are not known, because no healthy window was left unseen.";
}

std::string
healthyOnly(const std::string& rate, const std::string& interval, const std::string& windows)
{
    return fmt::format("{} false alarms on healthy windows that were not learned from (95\u00A0% "
                       "interval {}, {}). What a fault would give is not known: no faulty "
                       "recording was given.",
                       rate,
                       interval,
                       windows);
}

std::string nothingJudged()
{
    return "Nothing could be judged: every window given was learned from, or none was given.";
}

std::string
guessedRate(const std::string& recording, const std::string& rate, const std::string& reason)
{
    return fmt::format("The rate of {} ({}) is a guess{}{}. A wrong rate moves every frequency.",
                       recording,
                       rate,
                       reason.empty() ? "" : ": ",
                       reason);
}

std::string extrapolatedThreshold()
{
    return "The threshold lies beyond what the healthy windows can show: it is an extrapolation.";
}

std::string noFaultyRecordings()
{
    return "No recording is known to be faulty, so the share of faults that would be found is not "
           "known.";
}

std::string noHealthyRecordings()
{
    return "No healthy window was left unseen by the model, so the false-alarm rate is not "
           "measured "
           "here.";
}

std::string overlappingWindows(const std::string& overlap)
{
    return fmt::format("Neighbouring windows overlap; the intervals count {} of them as one "
                       "independent window.",
                       overlap);
}

std::string allLearned(const std::string& recording)
{
    return fmt::format("Every window of {} was learned from; it is shown, not judged.", recording);
}

std::string intervalsExplained()
{
    return "Numbers in brackets are 95\u00A0% intervals.";
}

std::string defaultTitle()
{
    return "Bearing vibration report";
}

std::string
subtitle(const std::string& recordings, const std::string& preset, const std::string& seed)
{
    return fmt::format("{} \u00B7 model {} \u00B7 seed {}", recordings, preset, seed);
}

std::string restsOn(const std::string& interval, const std::string& windows)
{
    return fmt::format("{}, {}", interval, windows);
}

std::string windowsNote(const std::string& duration, const std::string& recordings)
{
    return fmt::format("{} of signal in {}", duration, recordings);
}

std::string stripCaption(const std::string& alarmed, const std::string& events)
{
    return fmt::format("Alarmed: {} of the windows that were not learned from. {} in the whole "
                       "recording.",
                       alarmed,
                       events);
}

std::string stripTitle(const std::string& recording)
{
    return fmt::format("Score of each window of {}", recording);
}

std::string overlayTitle(const std::string& recording, const std::string& start)
{
    return fmt::format("{}, window at {}", recording, start);
}

std::string overlayCaption(const std::string& score, const std::string& threshold)
{
    return fmt::format("Score {}, threshold {}. The band spans the reconstructions of all windows "
                       "that overlap here.",
                       score,
                       threshold);
}

std::string histogramCaption(const std::string& limit, const std::string& beyond)
{
    return beyond.empty()
               ? "Share of the windows of each kind in each bar."
               : fmt::format(
                     "Share of the windows of each kind in each bar. The last bar holds the "
                     "{} above {}.",
                     beyond,
                     limit);
}

std::string rocCaption(const std::string& area)
{
    return fmt::format("Area under the curve {}. The dot is the threshold of this report.", area);
}

std::string lossCaption(const std::string& bestEpoch)
{
    return fmt::format("The weights of epoch {} were kept.", bestEpoch);
}

std::string criticLossCaption()
{
    return "The critic's curve is its estimate of the distance between real and reconstructed "
           "windows.";
}

std::string moreRows(const std::string& left)
{
    return fmt::format("{} more rows are in the tables exported with this report.", left);
}

std::string moreStrips(const std::string& left)
{
    return fmt::format("{} more recordings are in the exported tables.", left);
}

std::string noAlarms()
{
    return "No window lies above the threshold.";
}

std::string metricsIntroduction()
{
    return "By window, without point adjustment: every window counts for itself, and windows that "
           "the "
           "model learned from are left out. " +
           intervalsExplained();
}

std::string methodsIntroduction()
{
    return "Every method learned from the same healthy windows, takes its threshold in the same "
           "way, "
           "and is judged on the same windows.";
}

std::string worstIntroduction()
{
    return "The windows with the highest scores, at most one of each recording: the signal and "
           "what "
           "the generator makes of it.";
}

} // namespace spall::report::wording
