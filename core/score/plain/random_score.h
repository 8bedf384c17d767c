// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/score/plain/learning.h"
#include "core/score/plain_methods.h"

namespace spall::score {

/// A number in [0, 1) made from the window's samples and a seed: what a detector that knows nothing
/// would say, the same for the same window.
class RandomScore : public PlainMethod {
public:
    RandomScore(const Front& front, Seed seed);

    [[nodiscard]] std::string name() const override { return "random"; }
    [[nodiscard]] Result<std::vector<double>> score(const WindowBatch& batch,
                                                    std::stop_token stop) const override;
    void store(Archive& archive, const std::string& prefix) const override;

    /// The method that `store` has written. errors: UnknownFormat.
    [[nodiscard]] static Result<PlainMethodPtr>
    load(const Front& front, const Archive& archive, const std::string& prefix);

private:
    SampleCount m_length;
    Seed m_seed;
};

} // namespace spall::score
