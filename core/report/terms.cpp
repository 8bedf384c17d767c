// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/terms.h"

#include "core/report/number_text.h"
#include "core/report/sentences.h"
#include "core/score/plain_methods.h"

namespace spall::report {

std::string roleName(const Words& words, pipeline::Role role)
{
    return words(role == pipeline::Role::Healthy  ? Phrase::RoleHealthy
                 : role == pipeline::Role::Faulty ? Phrase::RoleFaulty
                                                  : Phrase::RoleUnknown);
}

std::string sourceName(const Words& words, signal::Source source)
{
    switch (source) {
    case signal::Source::File:
        return words(Phrase::SourceFile);
    case signal::Source::Argument:
        return words(Phrase::SourceArgument);
    case signal::Source::TimeColumn:
        return words(Phrase::SourceTimeColumn);
    case signal::Source::Name:
        return words(Phrase::SourceName);
    case signal::Source::MainsLine:
        return words(Phrase::SourceMainsLine);
    case signal::Source::ShaftHarmonics:
        return words(Phrase::SourceShaftHarmonics);
    case signal::Source::Assumed:
        break;
    }
    return words(Phrase::SourceAssumed);
}

std::string policyText(const Words& words, const detect::Policy& policy)
{
    switch (policy.kind) {
    case detect::PolicyKind::Manual:
        return words(Phrase::PolicyManual);
    case detect::PolicyKind::BestF1:
        return words(Phrase::PolicyBestF1);
    case detect::PolicyKind::FalseAlarmRate:
        return words(Phrase::PolicyFalseAlarmRate, {percent(policy.value)});
    case detect::PolicyKind::AlarmsPerHour:
        break;
    }
    return words(Phrase::PolicyAlarmsPerHour, {compact(policy.value)});
}

std::string fusionText(const Words& words, score::Fusion fusion, double lambda)
{
    switch (fusion) {
    case score::Fusion::Sum:
        return words(Phrase::FusionSum, {compact(lambda), compact(1.0 - lambda)});
    case score::Fusion::Product:
        return words(Phrase::FusionProduct);
    case score::Fusion::Rec:
        return words(Phrase::FusionRec);
    case score::Fusion::Critic:
        break;
    }
    return words(Phrase::FusionCritic);
}

std::string hysteresisText(const Words& words, const detect::Hysteresis& hysteresis)
{
    return hysteresis.of <= 1
               ? words(Phrase::HysteresisSingle)
               : words(Phrase::HysteresisOf, {count(hysteresis.need), count(hysteresis.of)});
}

std::string dualText(const Words& words, const detect::DualRule& rule)
{
    return words(rule.both ? Phrase::DualAnd : Phrase::DualOr,
                 {compact(rule.rec), compact(rule.critic)});
}

std::string readingText(const Words& words, const FaultReading& reading)
{
    using State = FaultReading::State;
    switch (reading.state) {
    case State::TooShort:
        return words(Phrase::ReadingTooShort);
    case State::NoSpeed:
        return words(Phrase::ReadingNoSpeed);
    case State::NoBearing:
        return words(Phrase::ReadingNoBearing);
    case State::Read:
        break;
    }
    if (!reading.hasFamily()) {
        return words(Phrase::ReadingNone);
    }
    const signal::FaultKind kind = reading.family.kind;
    const std::string family = words(
        kind == signal::FaultKind::OuterRace   ? Phrase::ReadingOuter
        : kind == signal::FaultKind::InnerRace ? Phrase::ReadingInner
                                               : Phrase::ReadingElement,
        {decimal(reading.family.found.value, 1) + "\u00A0Hz", percent(reading.family.energyShare)});
    return reading.certainty == signal::Certainty::Weak ? words(Phrase::ReadingWeak, {family})
                                                        : family;
}

std::string methodName(const Words& words, const std::string& name)
{
    return sentenceIn(words, score::methodTitle(name));
}

std::string orNotKnown(const Words& words, const std::string& text)
{
    return text.empty() ? words(Phrase::NotKnown) : text;
}

} // namespace spall::report
