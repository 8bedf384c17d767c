// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session_notice.h"

#include "ui/text/messages.h"

#include <QFileInfo>
#include <QLocale>

namespace spall::ui {

namespace {

constexpr qsizetype kMostNames = 4;

QString reasonText(MissingFile::Why why)
{
    switch (why) {
    case MissingFile::Why::Gone:
        return SessionNotice::tr("not where it was");
    case MissingFile::Why::Changed:
        return SessionNotice::tr("its content has changed");
    case MissingFile::Why::Unreadable:
        return SessionNotice::tr("cannot be read");
    }
    return {};
}

} // namespace

SessionNotice::SessionNotice(Workbench& bench, QWidget* parent) : NoticeBar(parent), m_bench(bench)
{
    connect(this, &NoticeBar::actionChosen, this, &SessionNotice::act);
    connect(this, &NoticeBar::otherChosen, this, &SessionNotice::throwAway);
    connect(this, &NoticeBar::dismissed, this, &SessionNotice::dismiss);
    connect(&bench.sessions, &SessionJobs::missingChanged, this, &SessionNotice::showMissing);
    connect(&bench.sessions, &SessionJobs::failed, this, &SessionNotice::showFailure);
    connect(&bench.autosave, &Autosave::failed, this, [this](const Error& error) {
        showFailure(tr("copy of the session"), error);
    });
    connect(&bench.autosave, &Autosave::setAside, this, &SessionNotice::offerLost);
    offerLost();
    if (m_about == About::Nothing) {
        showMissing();
    }
}

void SessionNotice::offerLost()
{
    m_lost = m_bench.autosave.lost();
    if (!m_lost) {
        return;
    }
    m_about = About::Lost;
    const QString time = QLocale().toString(m_lost->time, QLocale::ShortFormat);
    const QString name = m_lost->originalPath.isEmpty()
                             ? tr("a session without a name")
                             : QFileInfo(m_lost->originalPath).fileName();
    QString text =
        tr("A copy of %1 was kept on %2: recordings, labels, threshold, settings and model.")
            .arg(name, time);
    if (m_bench.training.hasInterrupted()) {
        text += QLatin1Char(' ') + tr("A training was interrupted: once its recordings are open "
                                      "again, it goes on from the page Train.");
    }
    say(m_lost->wasClosed ? tr("The last session was not saved")
                          : tr("Spall ended without being closed"),
        text,
        tr("Bring it back"),
        tr("Throw it away"));
}

void SessionNotice::showMissing()
{
    const auto& missing = m_bench.sessions.missing();
    if (missing.empty()) {
        if (m_about == About::Missing) {
            m_about = About::Nothing;
            clear();
        }
        return;
    }
    m_about = About::Missing;
    QStringList names;
    for (const MissingFile& each : missing) {
        names.append(tr("%1 (%2)", "a file, and why it is missing")
                         .arg(QFileInfo(QString::fromStdString(each.file.path)).fileName(),
                              reasonText(each.why)));
    }
    const auto more = static_cast<int>(names.size() - kMostNames);
    QString list = names.mid(0, kMostNames).join(QStringLiteral(", "));
    if (more > 0) {
        list += tr(" and %n more", nullptr, more);
    }
    say(tr("%n file(s) of the session are missing", nullptr, static_cast<int>(missing.size())),
        tr("%1. They stay part of the session until you say where they are.").arg(list),
        tr("Find them…"));
}

void SessionNotice::showFailure(const QString& name, const Error& error)
{
    m_about = About::Failure;
    Error named = error;
    if (named.where.empty()) {
        named.where = name.toStdString();
    }
    say(errorTitle(named.code), errorText(named));
}

void SessionNotice::act()
{
    if (m_about == About::Lost && m_lost) {
        clear();
        m_about = About::Nothing;
        m_bench.autosave.bringBack(*m_lost);
    } else if (m_about == About::Missing) {
        Q_EMIT findRequested();
    }
}

void SessionNotice::throwAway()
{
    if (m_about != About::Lost || !m_lost) {
        return;
    }
    m_bench.autosave.throwAway(*m_lost);
    clear();
    dismiss();
    offerLost(); // the one before it
}

/// A copy that was only looked away from is offered again at the next start.
void SessionNotice::dismiss()
{
    const bool wasAboutMissing = m_about == About::Missing;
    m_about = About::Nothing;
    if (!wasAboutMissing) {
        showMissing();
    }
}

} // namespace spall::ui
