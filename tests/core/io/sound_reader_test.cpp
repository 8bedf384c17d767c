// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sound_reader.h"
#include "tests/core/io/bytes.h"
#include "tests/core/io/io_fixture.h"

#include <QtTest>

namespace spall::io {

/// How much memory a sound takes: formats_test and layouts_test tell what is read from it.
class SoundReaderTest : public QObject {
    Q_OBJECT

private:
    /// Samples of 16 bits in two channels below a header that claims `claimed` bytes of them.
    static QByteArray wav(int frames, quint32 claimed)
    {
        QByteArray bytes = "RIFF" + little<quint32>(claimed + 36) + "WAVEfmt " +
                           little<quint32>(16) + little<quint16>(1) + little<quint16>(2) +
                           little<quint32>(12'000) + little<quint32>(48'000) + little<quint16>(4) +
                           little<quint16>(16) + "data" + little(claimed);
        for (int i = 0; i < 2 * frames; ++i) {
            bytes += little(static_cast<qint16>(i * 37 % 101 * 100));
        }
        return bytes;
    }

private Q_SLOTS:
    /// The samples grew sample by sample, so that for a moment each channel stood in memory up to
    /// three times.
    void memoryIsTakenOnce()
    {
        constexpr std::size_t kFrames = 100'000;
        TestFolder folder;
        const auto read =
            SoundReader{}.read(folder.write("a.wav", wav(kFrames, 4 * kFrames)), std::stop_token{});
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        for (const FoundVector& channel : read->vectors) {
            QCOMPARE(channel.samples.size(), kFrames);
            QCOMPARE(channel.samples.capacity(), kFrames);
        }
    }

    /// A header may claim anything.
    void aHeaderThatClaimsMoreThanThereIsTakesNoMemory()
    {
        TestFolder folder;
        const auto read =
            SoundReader{}.read(folder.write("a.wav", wav(1000, 2'000'000'000)), std::stop_token{});
        QVERIFY2(read, qPrintable(sentenceOf(read)));
        QCOMPARE(read->vectors.front().samples.size(), std::size_t{1000});
        QVERIFY(read->vectors.front().samples.capacity() < 2000);
    }
};

} // namespace spall::io

QTEST_GUILESS_MAIN(spall::io::SoundReaderTest)
#include "sound_reader_test.moc"
