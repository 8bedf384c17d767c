// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QAudioSink;

namespace spall::ui {

class ClipDevice;

/// Plays one clip, once or over and over. The sound output is looked for when something is played,
/// not before; a machine without one gets a sentence.
class Player : public QObject {
    Q_OBJECT
public:
    enum class Repeat { Once, Loop };

    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Stops what plays and plays a clip of `makeClip`.
    void play(const QByteArray& clip, Repeat repeat);
    void stop();
    [[nodiscard]] bool isPlaying() const { return m_sink != nullptr; }

Q_SIGNALS:
    void stateChanged();
    void failed(const QString& sentence);

private:
    std::unique_ptr<ClipDevice> m_device;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace spall::ui
