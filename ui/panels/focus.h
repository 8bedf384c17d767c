// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/explain.h"
#include "ui/document/document.h"
#include "ui/plot/time_axis.h"
#include "ui/plot/trace.h"

#include <QObject>

#include <optional>

namespace spall::ui {

/// The signal that is shown of an entry: at the model's rate once it is scored.
[[nodiscard]] SignalSource sourceOf(const Entry& entry);

/// What the tabs under the plots look at together: signal, view, envelope band, machine, and the
/// window that is asked about.
class Focus : public QObject {
    Q_OBJECT
public:
    Focus(Document& document, TimeAxis& axis, QObject* parent = nullptr);

    [[nodiscard]] Document& document() const { return m_document; }
    [[nodiscard]] TimeAxis& axis() const { return m_axis; }
    [[nodiscard]] const SignalSource& source() const { return m_source; }
    [[nodiscard]] const signal::Band& band() const { return m_band; }
    /// Bearing of the document, speed of its current recording.
    [[nodiscard]] const pipeline::Machine& machine() const { return m_machine; }
    /// Defect frequencies; unset while bearing or speed is not known.
    [[nodiscard]] std::optional<signal::FaultFrequencies> frequencies() const;
    /// The window of the current recording that is asked about.
    [[nodiscard]] std::optional<std::int64_t> window() const { return m_window; }
    /// Another recording that is healthy, at the same rate: to compare with; empty without one.
    [[nodiscard]] SignalSource healthySource() const;
    /// Samples in view, at most `most` of them, from the middle.
    [[nodiscard]] SampleRange samplesInView(SampleCount most) const;
    /// Unit of the current channel, or "unit".
    [[nodiscard]] QString unit() const;

    /// Another signal: the band is proposed anew when the rate is another.
    void setSource(const SignalSource& source);
    void setBand(const signal::Band& band);
    void setSpeed(Rpm speed); ///< of the current recording; 0: as its file says
    void setWindow(std::optional<std::int64_t> window);
    void setFound(std::optional<signal::FaultKind> kind);
    /// Shows a window of any recording and asks about it.
    void goTo(int entry, std::int64_t window);

Q_SIGNALS:
    void sourceChanged();
    void bandChanged();
    void machineChanged();
    void windowChanged();
    /// The part whose lines stand out in what is in view; unset: none does.
    void familyFound(const std::optional<spall::signal::FaultKind>& kind);
    void stretchRequested(const spall::ui::TimeRange& stretch); ///< go there
    /// Windows of the current recording were picked; [windows], empty when let go.
    void windowsPicked(const std::vector<char>& picked);

private:
    void showMachine();

    Document& m_document;
    TimeAxis& m_axis;
    SignalSource m_source;
    signal::Band m_band{{0.0}, {1.0}};
    pipeline::Machine m_machine;
    std::optional<std::int64_t> m_window;
};

} // namespace spall::ui
