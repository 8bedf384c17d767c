// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/player.h"

#include "ui/sound/clip.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include <algorithm>
#include <cstring>

namespace spall::ui {

/// Hands a clip to the sound output, from the start again when it loops.
class ClipDevice : public QIODevice {
public:
    ClipDevice(QByteArray clip, Player::Repeat repeat) : m_clip(std::move(clip)), m_repeat(repeat)
    {
        open(QIODevice::ReadOnly);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        const qint64 left = m_repeat == Player::Repeat::Loop ? m_clip.size() : m_clip.size() - m_at;
        return left + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        qint64 done = 0;
        while (done < most) {
            const qint64 part = std::min<qint64>(most - done, m_clip.size() - m_at);
            std::memcpy(data + done, m_clip.constData() + m_at, static_cast<std::size_t>(part));
            done += part;
            m_at += part;
            if (m_at < m_clip.size()) {
                continue;
            }
            if (m_repeat == Player::Repeat::Once) {
                break;
            }
            m_at = 0;
        }
        return done;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_clip;
    Player::Repeat m_repeat;
    qint64 m_at = 0;
};

Player::Player(QObject* parent) : QObject(parent) {}

Player::~Player()
{
    stop();
}

void Player::play(const QByteArray& clip, Repeat repeat)
{
    stop();
    if (clip.isEmpty()) {
        Q_EMIT failed(tr("There is nothing to listen to here."));
        return;
    }
    const QAudioDevice output = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(kSoundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (output.isNull() || !output.isFormatSupported(format)) {
        Q_EMIT failed(tr("No sound output was found on this machine. Connect one, or check the "
                         "sound settings of the system, and try again."));
        return;
    }
    m_device = std::make_unique<ClipDevice>(clip, repeat);
    m_sink = std::make_unique<QAudioSink>(output, format);
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::IdleState) { // everything has been played
            QMetaObject::invokeMethod(this, &Player::stop, Qt::QueuedConnection);
        }
    });
    m_sink->start(m_device.get());
    Q_EMIT stateChanged();
}

void Player::stop()
{
    if (!m_sink) {
        return;
    }
    m_sink->disconnect(this);
    m_sink->stop();
    m_sink.release()->deleteLater();
    m_device.release()->deleteLater();
    Q_EMIT stateChanged();
}

} // namespace spall::ui
