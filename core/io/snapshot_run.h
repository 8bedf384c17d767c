// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/contents.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace spall::io {

/// The numbers in a file name in their order: "acc_00012_3.csv" -> 12 and 3.
[[nodiscard]] std::vector<std::int64_t> numbersIn(const std::string& name);

/// Whether a file became a piece of the run, or why it did not.
enum class Joined { Yes, OtherChannels, OtherRate };

/// Puts the files of a run one behind the other; they have the channels and the rate of the first.
class SnapshotRun {
public:
    explicit SnapshotRun(std::size_t files) : m_files(files) {}

    /// Appends the samples of a file and keeps what it says that no file before did.
    [[nodiscard]] Joined add(FileContents piece, const std::string& name);

    /// The run, with the times of its snapshots; to be called once.
    [[nodiscard]] FileContents take();

private:
    void begin(const FileContents& piece);
    [[nodiscard]] bool hasChannelsOfThisRun(const FileContents& piece) const;
    void takeRate(const std::optional<signal::Attributed<Hertz>>& rate);
    void keepNew(const std::vector<std::string>& warnings, const std::string& name);
    std::optional<double> startOf(const FileContents& piece, const std::string& name);

    std::size_t m_files;
    double m_lastStart = 0.0;
    double m_midnights = 0.0;
    bool m_areTold = true;        ///< the times, by names or clocks
    std::vector<double> m_clocks; ///< first value of the times in each file
    std::optional<signal::Attributed<Hertz>> m_rate;
    std::set<std::string> m_told; ///< warnings, of every file
    int m_kept = 0;               ///< warnings of other files than the first
    int m_untold = 0;
    FileContents m_run;
};

} // namespace spall::io
