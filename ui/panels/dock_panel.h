// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/background.h"
#include "ui/panels/focus.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <utility>

namespace spall::ui {

/// A tab under the plots. What it shows is computed off the main thread, only while it is visible,
/// one result at a time; results of an older request are dropped.
class DockPanel : public QWidget {
    Q_OBJECT
public:
    explicit DockPanel(Focus& focus, QWidget* parent = nullptr);

Q_SIGNALS:
    void shown(); ///< a result has been put on the screen

protected:
    /// Starts what `showLater` asked for; calls `run` or shows something at once.
    virtual void compute() = 0;

    /// Computes soon, or when the panel becomes visible or the present result is there.
    void showLater();
    /// What is on its way is not wanted any more.
    void forget() { ++m_request; }

    /// Runs `work` in the thread pool; `show` gets the result here unless it has been forgotten.
    template <typename T>
    void run(std::function<Result<T>()> work, std::function<void(Result<T>)> show)
    {
        const quint64 request = ++m_request;
        m_running = true;
        inBackground<T>(
            this, std::move(work), [this, request, show = std::move(show)](Result<T> result) {
                m_running = false;
                if (request == m_request) {
                    show(std::move(result));
                    Q_EMIT shown();
                }
                if (std::exchange(m_stale, false)) {
                    showLater();
                }
            });
    }

    void showEvent(QShowEvent* event) override;

    [[nodiscard]] Focus& focus() { return m_focus; }
    [[nodiscard]] const Focus& focus() const { return m_focus; }

private:
    Focus& m_focus;
    QTimer m_later;
    quint64 m_request = 0;
    bool m_running = false;
    bool m_stale = true; ///< something changed while a result was made or the panel was hidden
};

} // namespace spall::ui
