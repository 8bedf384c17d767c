// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace spall::ui {

/// Asks the desktop whether it is light or dark, and listens while it changes
/// (org.freedesktop.portal.Settings, key color-scheme). Where nobody answers, the palette that Qt
/// found at the start stays what counts.
class DesktopColours : public QObject {
    Q_OBJECT
public:
    explicit DesktopColours(QObject* parent = nullptr);

private Q_SLOTS:
    void take(const QString& space, const QString& key, const QDBusVariant& value);
};

} // namespace spall::ui
