// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/import_memory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace spall::ui {

namespace {

const QString kChannel = QStringLiteral("channel");
const QString kRate = QStringLiteral("rate_hz");
const QString kSpeed = QStringLiteral("rpm");
const QString kUnitScale = QStringLiteral("scale");
const QString kUnit = QStringLiteral("unit");

QJsonObject readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

/// A positive number, or nothing: what stands in the file may have been edited.
std::optional<double> positive(const QJsonValue& value)
{
    return value.toDouble() > 0.0 ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

ImportMemory::ImportMemory(const QString& path) : m_path(path) {}

std::optional<io::ImportChoice> ImportMemory::find(const std::string& kind) const
{
    const QJsonObject all = readAll(m_path);
    const QString key = QString::fromStdString(kind);
    if (!all.contains(key)) {
        return std::nullopt;
    }
    const QJsonObject stored = all.value(key).toObject();
    io::ImportChoice choice;
    choice.channel = stored.value(kChannel).toString().toStdString();
    choice.unit = stored.value(kUnit).toString().toStdString();
    if (const auto rate = positive(stored.value(kRate))) {
        choice.rate = Hertz{*rate};
    }
    if (const auto speed = positive(stored.value(kSpeed))) {
        choice.shaftSpeed = Rpm{*speed};
    }
    choice.scale = positive(stored.value(kUnitScale));
    return choice;
}

void ImportMemory::remember(const std::string& kind, const io::ImportChoice& choice) const
{
    QJsonObject stored;
    stored.insert(kChannel, QString::fromStdString(choice.channel));
    stored.insert(kUnit, QString::fromStdString(choice.unit));
    if (choice.rate) {
        stored.insert(kRate, choice.rate->value);
    }
    if (choice.shaftSpeed) {
        stored.insert(kSpeed, choice.shaftSpeed->value);
    }
    if (choice.scale) {
        stored.insert(kUnitScale, *choice.scale);
    }
    QJsonObject all = readAll(m_path);
    all.insert(QString::fromStdString(kind), stored);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(all).toJson());
        file.commit();
    }
}

} // namespace spall::ui
