// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive.h"
#include "core/base/random.h"
#include "core/score/front.h"
#include "core/score/scorer.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spall::score {

/// Names of the plain methods that are shown beside the networks, in the order shown:
/// rms kurtosis crest mahalanobis ar32 ar512 pca100 band lof random.
[[nodiscard]] std::vector<std::string> plainMethodNames();

/// What a method is, for people who do not know its short name: "ar32" is "AR(32) residual". Also
/// of the model ("spall", "spall.rec", "spall.critic") and its untrained copy; another name is its
/// own title.
[[nodiscard]] std::string methodTitle(const std::string& name);

/// A method that the model has to beat: not the model itself, its untrained copy or chance.
[[nodiscard]] bool isRival(const std::string& name);

/// A plain method that has learned, can be stored, and scores.
class PlainMethod : public Scorer {
public:
    /// Adds what was learned under `prefix` to the archive.
    virtual void store(Archive& archive, const std::string& prefix) const = 0;
};

using PlainMethodPtr = std::shared_ptr<const PlainMethod>;

/// Fits one plain method to healthy stretches; `front` was fitted to the same stretches.
/// errors: Usage (unknown name), TooFewSamples, Cancelled.
[[nodiscard]] Result<PlainMethodPtr> fitPlainMethod(const std::string& name,
                                                    const Front& front,
                                                    std::span<const signal::Stretch> healthy,
                                                    Seed seed,
                                                    std::stop_token stop = {});

/// Reads back what `store` wrote. errors: UnknownFormat.
[[nodiscard]] Result<PlainMethodPtr> loadPlainMethod(const std::string& name,
                                                     const Front& front,
                                                     const Archive& archive,
                                                     const std::string& prefix);

} // namespace spall::score
