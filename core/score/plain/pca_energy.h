// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/plain/learning.h"
#include "core/score/plain_methods.h"

namespace spall::score {

/// Log energy of what the front's principal components leave of a window.
class PcaEnergy : public PlainMethod {
public:
    explicit PcaEnergy(const Front& front) : m_front(front) {}

    [[nodiscard]] std::string name() const override { return "pca100"; }
    [[nodiscard]] Result<std::vector<double>> score(const WindowBatch& batch,
                                                    std::stop_token stop) const override;
    void store(Archive& archive, const std::string& prefix) const override;

private:
    Front m_front;
};

} // namespace spall::score
