// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/pages/notice_bar.h"

namespace spall::ui {

/// What there is to say about the session, at the top of the window: a lost one that can be brought
/// back, recordings that are not where they were, a file that cannot be read or written.
class SessionNotice : public NoticeBar {
    Q_OBJECT
public:
    explicit SessionNotice(Workbench& bench, QWidget* parent = nullptr);

Q_SIGNALS:
    void findRequested(); ///< the user wants to say where the missing files are

private:
    enum class About { Nothing, Lost, Missing, Failure };
    void offerLost();
    void showMissing();
    void showFailure(const QString& name, const Error& error);
    void act();
    void throwAway();
    void dismiss();

    Workbench& m_bench;
    About m_about = About::Nothing;
    std::optional<LostSession> m_lost;
};

} // namespace spall::ui
