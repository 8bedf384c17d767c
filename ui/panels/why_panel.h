// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/dock_panel.h"

#include <stop_token>

class QLabel;
class QStackedLayout;

namespace spall::ui {

class MachineChoice;
class ResidualBars;
class SpectrumPlot;

/// Why a window was flagged: the channel that fired, where its residual is, its envelope spectrum
/// against the healthy one with the nearest family's lines, and windows like it.
class WhyPanel : public DockPanel {
    Q_OBJECT
public:
    explicit WhyPanel(Focus& focus, QWidget* parent = nullptr);
    ~WhyPanel() override;

    [[nodiscard]] QString verdict() const;

protected:
    void compute() override;

private:
    [[nodiscard]] QWidget* makeWords();
    [[nodiscard]] std::optional<pipeline::ExplainInput> makeInput();
    void show(const pipeline::Explanation& explanation);
    [[nodiscard]] int entryOf(std::size_t other) const; ///< −1: it is not open any more
    void showSimilar(const pipeline::Explanation& explanation);
    void showEnvelope(const pipeline::Explanation& explanation);
    void say(const QString& text);

    QStackedLayout* m_stack;
    QLabel* m_empty;
    QLabel* m_title = nullptr;
    QLabel* m_verdict = nullptr;
    MachineChoice* m_machine = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_similar = nullptr;
    ResidualBars* m_bars;
    SpectrumPlot* m_envelope;
    std::vector<pipeline::ScoredPtr> m_others; ///< the recordings compared in what is shown
    QString m_limit;                           ///< what decided, in words
    std::stop_source m_stop;
};

} // namespace spall::ui
