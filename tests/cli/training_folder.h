// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

/// A tone in coloured noise, a line each.
inline QByteArray healthySamples(int count)
{
    std::mt19937 engine{3};
    QByteArray text;
    double one = 0.0;
    double two = 0.0;
    for (int i = 0; i < count; ++i) {
        const double noise = static_cast<double>(engine()) / 2147483648.0 - 1.0;
        const double next = 1.6 * one - 0.9 * two + noise;
        two = one;
        one = next;
        text += QByteArray::number(next + 3.0 * std::sin(0.3 * i), 'g', 9) + '\n';
    }
    return text;
}

/// A folder for the files of a test, with all that a training of a second needs.
class TrainingFolder {
public:
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file{at(name)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// A healthy recording, and a preset that no patience ends before its last epoch.
    void prepare() const
    {
        write("healthy.csv", healthySamples(3000));
        write("patient.json", R"({"name": "patient", "training": {"patience": 0}})");
    }

    /// The words that train on what `prepare` wrote; the number of epochs is the caller's.
    [[nodiscard]] QStringList train(const QString& model) const
    {
        return {"train",
                "--healthy",
                at("healthy.csv@12000"),
                "--window",
                "64",
                "--step",
                "16",
                "--preset",
                at("patient.json"),
                "--threads",
                "2",
                "--out",
                model};
    }

private:
    QTemporaryDir m_folder;
};
