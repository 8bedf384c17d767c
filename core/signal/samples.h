// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace spall::signal {

/// The samples of one channel. Copies share them until one is edited: the same recording at another
/// rate, in another list or one undo step back costs no second copy.
class Samples {
public:
    Samples() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): what readers and simulations make is a vector
    Samples(std::vector<double> values)
        : m_values(std::make_shared<std::vector<double>>(std::move(values)))
    {
    }

    [[nodiscard]] const std::vector<double>& values() const { return m_values ? *m_values : kNone; }
    // NOLINTNEXTLINE(google-explicit-constructor): they are read as a vector is
    operator const std::vector<double>&() const { return values(); }

    [[nodiscard]] auto begin() const { return values().begin(); }
    [[nodiscard]] auto end() const { return values().end(); }
    [[nodiscard]] const double* data() const { return values().data(); }
    [[nodiscard]] std::size_t size() const { return values().size(); }
    [[nodiscard]] bool empty() const { return values().empty(); }
    [[nodiscard]] double operator[](std::size_t at) const { return values()[at]; }
    [[nodiscard]] double front() const { return values().front(); }
    [[nodiscard]] double back() const { return values().back(); }

    /// For whoever still builds the recording: samples of its own, copied where they are shared.
    [[nodiscard]] std::vector<double>& edit()
    {
        if (!m_values || m_values.use_count() > 1) {
            m_values = std::make_shared<std::vector<double>>(values());
        }
        return *m_values;
    }

    friend bool operator==(const Samples& a, const Samples& b) { return a.values() == b.values(); }

private:
    inline static const std::vector<double> kNone;

    std::shared_ptr<std::vector<double>> m_values;
};

} // namespace spall::signal
