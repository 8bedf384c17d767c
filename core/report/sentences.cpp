// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sentences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace spall::report {

namespace {

/// How core says it and how it reads in Chinese. "{}" stands for what changes, in the same order
/// on both sides.
struct Sentence {
    std::string_view said;
    std::string_view chinese;
};

constexpr std::array kSentences{
    // verdict of the comparison
    Sentence{"Without a faulty recording or label nothing can be said about recall.",
             "没有故障记录或标注，无法给出召回率。"},
    Sentence{"Without unseen healthy windows nothing can be said about false alarms.",
             "没有未见的健康窗口，无法给出误报率。"},
    Sentence{"The plain methods were not run beside it.", "未同时运行简单方法。"},
    Sentence{"{} alone finds these faults as well: they are too easy to tell the methods apart.",
             "单用 {} 也能检出这些故障：它们过于明显，无法区分方法优劣。"},
    Sentence{"Better than every plain method here; the best of them is {} ({} area under the ROC "
             "curve, interval {} to {}).",
             "此处优于所有简单方法；其中最好的是 {}（ROC 曲线下面积差 {}，区间 {} 至 {}）。"},
    Sentence{"{} is better here ({} area under the ROC curve, interval {} to {}): use it instead "
             "of the networks.",
             "此处 {} 更好（ROC 曲线下面积差 {}，区间 {} 至 {}）：请用它代替网络。"},
    Sentence{"No better and no worse than the best plain method, {} ({} area under the ROC curve, "
             "interval {} to {}).",
             "与最好的简单方法 {} 不相上下（ROC 曲线下面积差 {}，区间 {} 至 {}）。"},
    // limits
    Sentence{"One healthy recording, split by time: the false-alarm rate is for this bearing and "
             "this load only.",
             "只有一条健康记录，按时间划分：误报率仅适用于该轴承与该负载。"},
    Sentence{"The unseen healthy part holds about {} independent windows; at least 1000 are "
             "needed to show a false-alarm rate of 1 %.",
             "未见的健康部分约有 {} 个独立窗口；要显示 1 % 的误报率至少需要 1000 个。"},
    Sentence{"The sampling rate of at least one recording was guessed.",
             "至少一条记录的采样率为推测值。"},
    // threshold
    Sentence{"set by hand", "手动设定"},
    Sentence{"{} % false alarms, quantile of {} healthy windows, about {} of them independent",
             "误报率 {} %，取 {} 个健康窗口（约 {} 个独立）的分位数"},
    Sentence{"{} % false alarms, extrapolated from {} healthy windows, about {} of them "
             "independent",
             "误报率 {} %，由 {} 个健康窗口（约 {} 个独立）外推"},
    Sentence{"{} false events an hour, extrapolated from the tail of {} healthy windows over {} s",
             "每小时误报 {} 次，由 {} 个健康窗口（{} s）的尾部外推"},
    Sentence{"{} false events an hour, estimated from the tail of {} healthy windows over {} s",
             "每小时误报 {} 次，由 {} 个健康窗口（{} s）的尾部估计"},
    Sentence{"best F1 ({}) on {} healthy and {} faulty windows",
             "F1 最大（{}），取自 {} 个健康窗口与 {} 个故障窗口"},
    // training
    Sentence{"the time was up after {} epochs", "时间用尽，共 {} 轮"},
    Sentence{"stopped by the user after {} epochs", "用户停止，共 {} 轮"},
    Sentence{"the training went astray {} times", "训练 {} 次偏离"},
    Sentence{"all {} epochs are done", "{} 轮全部完成"},
    Sentence{"the held-back error has not fallen for {} epochs", "留出误差已连续 {} 轮未下降"},
    Sentence{"Started anew, because {}.", "重新开始，因为：{}。"},
    Sentence{"A loss was no longer a number; went back to the end of epoch {} with {} % of the "
             "learning rates.",
             "损失不再是有效数值；回到第 {} 轮末，学习率降至 {} %。"},
    Sentence{"The reconstruction error rose to {} times its best; went back to the end of epoch "
             "{} with {} % of the learning rates.",
             "重构误差升至最佳值的 {} 倍；回到第 {} 轮末，学习率降至 {} %。"},
    Sentence{"A critic's values ran away; went back to the end of epoch {} with {} % of the "
             "learning rates.",
             "判别器数值发散；回到第 {} 轮末，学习率降至 {} %。"},
    // critic
    Sentence{"With weight {} the critic raises the area under the ROC curve for planted synthetic "
             "impacts from {} by at least {} in both halves of the trial.",
             "权重为 {} 时，判别器使植入合成冲击的 ROC 曲线下面积从 {} "
             "起在试验的两半中至少提高 {}。"},
    Sentence{"The critic adds nothing here (area under the ROC curve for planted synthetic "
             "impacts: {} alone, against {} of the reconstruction), so it gets no weight.",
             "判别器在此没有贡献（植入合成冲击的 ROC 曲线下面积：单独 {}，重构 "
             "{}），故权重为零。"},
    Sentence{"Too few unseen healthy windows to try the critic, so it gets no weight.",
             "未见的健康窗口太少，无法试验判别器，故权重为零。"},
    // reading a file
    Sentence{"Signals of another length than {} samples were left out: {}.",
             "长度不是 {} 个采样点的信号未读入：{}。"},
    Sentence{"Left out because of missing or infinite values: {}.", "因缺失或无穷值未读入：{}。"},
    Sentence{"The file holds the signals of records {}; {} is used because {}.",
             "文件含有记录 {} 的信号；采用 {}，因为 {}。"},
    Sentence{"'{}' is damaged in the file and was left out.", "文件中的“{}”已损坏，未读入。"},
    Sentence{"The file is shorter than its header says; the samples that are there were read.",
             "文件比文件头所述更短；已读入现有采样点。"},
    Sentence{"The scale is unknown: samples are parts of full scale (-1 to 1), not g or m/s2.",
             "量程未知：采样值为满量程的比例（-1 至 1），而非 g 或 m/s2。"},
    Sentence{"The first column rises evenly and was taken for a counter, not a signal.",
             "第一列均匀递增，视为计数而非信号。"},
    Sentence{"The shaft speed in '{}' varies from {} to {}; its mean {} is used.",
             "“{}”中的转速在 {} 至 {} 之间变化；采用平均值 {}。"},
    Sentence{"The last line ({}) is incomplete and was left out: {}.",
             "最后一行（{}）不完整，未读入：{}。"},
};

constexpr std::string_view kHole = "{}";

/// What stands in the holes of `pattern`, when `text` is made after it.
std::optional<std::vector<std::string_view>> holesOf(std::string_view text,
                                                     std::string_view pattern)
{
    std::vector<std::string_view> holes;
    std::size_t hole = pattern.find(kHole);
    if (text.substr(0, hole) != pattern.substr(0, hole)) {
        return std::nullopt;
    }
    if (hole == std::string_view::npos) {
        return text == pattern ? std::optional{holes} : std::nullopt;
    }
    std::size_t at = hole;
    while (hole != std::string_view::npos) {
        const std::size_t start = hole + kHole.size();
        hole = pattern.find(kHole, start);
        const bool isLast = hole == std::string_view::npos;
        const std::string_view piece = pattern.substr(start, isLast ? hole : hole - start);
        if (isLast && text.size() < at + piece.size()) {
            return std::nullopt;
        }
        const std::size_t found = isLast ? text.size() - piece.size() : text.find(piece, at);
        if (found == std::string_view::npos || text.substr(found, piece.size()) != piece) {
            return std::nullopt;
        }
        holes.push_back(text.substr(at, found - at));
        at = found + piece.size();
    }
    return holes;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& holes)
{
    std::string out;
    std::size_t at = 0;
    for (const std::string_view text : holes) {
        const std::size_t hole = pattern.find(kHole, at);
        out += pattern.substr(at, hole - at);
        out += text;
        at = hole + kHole.size();
    }
    return out + std::string(pattern.substr(at));
}

} // namespace

std::string sentenceIn(const Words& words, const std::string& sentence)
{
    if (words.language() == Language::English) {
        return sentence;
    }
    for (const Sentence& known : kSentences) {
        if (const auto holes = holesOf(sentence, known.said)) {
            return filled(known.chinese, *holes);
        }
    }
    return sentence;
}

} // namespace spall::report
