// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/bearing.h"

#include <vector>

namespace spall::signal {

std::span<const BearingGeometry> knownBearings()
{
    // Inches or millimetres, as published. Rows are here only if the published defect frequencies
    // follow from the published geometry (known_bearings_test).
    static const std::vector<BearingGeometry> kBearings{
        {"SKF 6205-2RS JEM", 9, 0.3126, 1.537, 0.0},        // CWRU, drive end
        {"SKF 6203-2RS JEM", 8, 0.2656, 1.122, 0.0},        // CWRU, fan end
        {"LDK UER204", 8, 7.92, 34.55, 0.0},                // XJTU-SY
        {"Rexnord ZA-2115", 16, 0.331, 2.815, 15.17},       // IMS, University of Cincinnati
        {"NSK 6804RS", 13, 3.5, 25.6, 0.0},                 // PRONOSTIA, FEMTO-ST
        {"NICE (MFPT)", 8, 0.235, 1.245, 0.0},              // MFPT Society's challenge data
        {"Koyo 1205", 12, 7.12, 38.5, 0.0},                 // Randall and Antoni 2011
        {"MB ER-10K", 8, 0.3125, 1.319, 0.0},               // SpectraQuest fault simulator
        {"MB ER-16K", 9, 0.3125, 1.516, 0.0},               // the same; University of Ottawa
        {"SpectraQuest (MaFaulDa)", 8, 7.145, 28.519, 0.0}, // Federal University of Rio de Janeiro
        {"FAG 6203 (Paderborn)", 8, 6.75, 28.55, 0.0},      // Paderborn University, KAt
    };
    return kBearings;
}

} // namespace spall::signal
