// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/family_text.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace spall::ui {

namespace {

struct FamilyText {
    Q_DECLARE_TR_FUNCTIONS(FamilyText)
};

const signal::FamilyEvidence& evidenceOf(const signal::FamilyFinding& finding,
                                         signal::FaultKind kind)
{
    return *std::find_if(finding.families.begin(),
                         finding.families.end(),
                         [kind](const auto& family) { return family.kind == kind; });
}

QString slipText(const signal::FamilyEvidence& family)
{
    const double slip = 100.0 * (family.found.value / family.nominal.value - 1.0);
    return FamilyText::tr("%1 % beside the geometry").arg(QLocale().toString(slip, 'f', 1));
}

} // namespace

QString partName(signal::FaultKind kind)
{
    switch (kind) {
    case signal::FaultKind::OuterRace:
        return FamilyText::tr("outer race");
    case signal::FaultKind::InnerRace:
        return FamilyText::tr("inner race");
    case signal::FaultKind::Element:
        break;
    }
    return FamilyText::tr("rolling element");
}

QString familyTitle(const signal::FamilyFinding& finding)
{
    const auto& first = finding.families.front();
    const QString part = partName(first.kind);
    switch (finding.certainty) {
    case signal::Certainty::Clear:
        return FamilyText::tr("The %1: its lines stand out clearly").arg(part);
    case signal::Certainty::Weak:
        return FamilyText::tr("Nearest is the %1, too weak to name it").arg(part);
    case signal::Certainty::None:
        break;
    }
    return FamilyText::tr("No family of bearing lines stands out");
}

QStringList familyDetails(const FamilyVerdict& verdict)
{
    if (verdict.overall.certainty == signal::Certainty::None) {
        return {};
    }
    const auto& family = evidenceOf(verdict.inBand, verdict.overall.families.front().kind);
    QStringList details{FamilyText::tr("%1 of the envelope's energy in this band, %2 of 5 lines")
                            .arg(percentText(family.energyShare))
                            .arg(family.lines)};
    QStringList more;
    if (family.lines >= 2) {
        more << slipText(family);
    }
    if (verdict.healthyShare) {
        more << FamilyText::tr("healthy signal %1").arg(percentText(*verdict.healthyShare));
    }
    if (!more.isEmpty()) {
        details << more.join(QStringLiteral(" · "));
    }
    return details;
}

} // namespace spall::ui
