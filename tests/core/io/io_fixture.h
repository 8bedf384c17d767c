// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/read.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace spall::io {

/// A folder that goes with the test, and files in it.
class TestFolder {
public:
    std::filesystem::path write(const char* name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write a test file");
        }
        return path.toStdString();
    }
    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

private:
    QTemporaryDir m_folder;
};

/// The folder of shared recordings; tests that need it skip where it is missing.
inline std::filesystem::path sharedData()
{
    return std::filesystem::path{SPALL_SOURCE_DIR} / ".." / "shared" / "data";
}

inline QByteArray bytesOf(const std::filesystem::path& path)
{
    QFile file{QString::fromStdString(path.string())};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

inline Result<signal::RecordingPtr> readFrom(const std::filesystem::path& path,
                                             const ReadOptions& options = {})
{
    return readRecording(InputSpec{path, {}, {}}, options);
}

/// The error sentence, or a text that no test expects.
template <typename T> QString sentenceOf(const Result<T>& result)
{
    return result ? QStringLiteral("(no error)") : QString::fromStdString(sentence(result.error()));
}

} // namespace spall::io
