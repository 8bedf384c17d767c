// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signal/bearing.h"

#include <vector>

namespace spall::signal {

std::span<const BearingGeometry> knownBearings()
{
    // Inches or millimetres, as published; the rig that made each geometry known is in brackets.
    static const std::vector<BearingGeometry> kBearings{
        {"SKF 6205-2RS JEM", 9, 0.3126, 1.537, 0.0},   // CWRU, drive end
        {"SKF 6203-2RS JEM", 8, 0.2656, 1.122, 0.0},   // CWRU, fan end
        {"Rexnord ZA-2115", 16, 0.331, 2.815, 15.17},  // IMS, University of Cincinnati
        {"LDK UER204", 8, 7.92, 34.55, 0.0},           // XJTU-SY
        {"NSK 6804RS", 13, 3.5, 25.6, 0.0},            // PRONOSTIA, FEMTO-ST
        {"NICE (MFPT)", 8, 0.235, 1.245, 0.0},         // MFPT challenge
        {"MB ER-10K", 8, 0.3125, 1.319, 0.0},          // SpectraQuest fault simulator
        {"MB ER-16K", 9, 0.3125, 1.516, 0.0},          // SpectraQuest, University of Ottawa
        {"FAG 6203 (Paderborn)", 8, 6.75, 28.55, 0.0}, // Paderborn University, KAt
    };
    return kBearings;
}

} // namespace spall::signal
