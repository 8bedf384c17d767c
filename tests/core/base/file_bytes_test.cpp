// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_bytes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using spall::ErrorCode;
using spall::readFile;
using spall::sha256OfFile;
using spall::writeFileAtomically;

namespace fs = std::filesystem;

class FileBytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writtenBytesComeBack();
    void aNewFileReplacesTheOldOneWhole();
    void nothingIsLeftBeside();
    void readersNeverSeeAHalfFile();
    void missingFilesAreNamed();
    void foldersAreNotFiles();
    void tooLongFilesAreRefused();
    void aFolderThatMayNotBeWrittenSaysSo();
    void aMissingFolderSaysSo();
    void aFailedWriteKeepsTheOldFile();
    void aFullDeviceSaysSoAndStaysADevice();
    void aLinkKeepsLeadingToItsFile();
    void digestsAreTheStandardOnes();

private:
    fs::path m_folder;
    std::unique_ptr<QTemporaryDir> m_temporary;
};

void FileBytesTest::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_folder = m_temporary->path().toStdString();
}

void FileBytesTest::writtenBytesComeBack()
{
    std::vector<std::byte> bytes(100'000);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(i * i);
    }
    const auto path = m_folder / "Prüfstand 3 µm.bin";
    QVERIFY(writeFileAtomically(path, bytes).has_value());
    QVERIFY(*readFile(path) == bytes);
    QVERIFY(writeFileAtomically(path, std::string{}).has_value());
    QVERIFY(readFile(path)->empty());
}

void FileBytesTest::aNewFileReplacesTheOldOneWhole()
{
    const auto path = m_folder / "a.txt";
    QVERIFY(writeFileAtomically(path, std::string(1000, 'x')).has_value());
    QVERIFY(writeFileAtomically(path, std::string{"short"}).has_value());
    QCOMPARE(readFile(path)->size(), std::size_t{5});
}

void FileBytesTest::nothingIsLeftBeside()
{
    QVERIFY(writeFileAtomically(m_folder / "a.txt", std::string{"a"}).has_value());
    fs::create_directory(m_folder / "taken");
    QVERIFY(!writeFileAtomically(m_folder / "taken", std::string{"a"}).has_value());
    QCOMPARE(QDir{m_temporary->path()}.entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{"a.txt", "taken"}));
}

void FileBytesTest::readersNeverSeeAHalfFile()
{
    const auto path = m_folder / "a.txt";
    QVERIFY(writeFileAtomically(path, std::string(200'000, 'a')).has_value());
    std::atomic<int> torn{0};
    std::atomic<bool> done{false};
    {
        const std::jthread reader{[&] {
            while (!done) {
                const auto bytes = readFile(path);
                const bool whole =
                    bytes && bytes->size() == 200'000 && bytes->front() == bytes->back();
                torn += whole ? 0 : 1;
            }
        }};
        for (int i = 0; i < 20; ++i) {
            const char letter = i % 2 == 0 ? 'b' : 'a';
            QVERIFY(writeFileAtomically(path, std::string(200'000, letter)).has_value());
        }
        done = true;
    }
    QCOMPARE(torn.load(), 0);
}

void FileBytesTest::missingFilesAreNamed()
{
    const auto path = m_folder / "none.mat";
    for (const auto& error : {readFile(path).error(), sha256OfFile(path).error()}) {
        QCOMPARE(error.code, ErrorCode::FileUnreadable);
        QCOMPARE(spall::sentence(error),
                 "there is no such file (" + path.string() + "): check the path");
    }
}

void FileBytesTest::foldersAreNotFiles()
{
    for (const auto& error : {readFile(m_folder).error(), sha256OfFile(m_folder).error()}) {
        QCOMPARE(error.code, ErrorCode::FileUnreadable);
        QVERIFY(error.what.find("folder") != std::string::npos);
    }
}

void FileBytesTest::tooLongFilesAreRefused()
{
    const auto path = m_folder / "a.txt";
    QVERIFY(writeFileAtomically(path, std::string(100, 'x')).has_value());
    QVERIFY(readFile(path, 100).has_value());
    QCOMPARE(readFile(path, 99).error().code, ErrorCode::FileUnreadable);
}

void FileBytesTest::aFolderThatMayNotBeWrittenSaysSo()
{
    const auto closed = m_folder / "closed";
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
    const bool mayWriteAnyway =
        QFile{QString::fromStdString((closed / "probe").string())}.open(QIODevice::WriteOnly);
    const auto status = writeFileAtomically(closed / "a.txt", std::string{"a"});
    fs::permissions(closed, fs::perms::owner_all);
    if (mayWriteAnyway) {
        QSKIP("this user may write into read-only folders");
    }
    QVERIFY(!status.has_value());
    QCOMPARE(status.error().code, ErrorCode::WriteFailed);
    QVERIFY(status.error().where.find("a.txt") != std::string::npos);
}

void FileBytesTest::aMissingFolderSaysSo()
{
    const auto status = writeFileAtomically(m_folder / "none" / "a.txt", std::string{"a"});
    QVERIFY(!status.has_value());
    QCOMPARE(status.error().code, ErrorCode::WriteFailed);
    QVERIFY(status.error().what.find("No such file or directory") != std::string::npos);
}

void FileBytesTest::aFailedWriteKeepsTheOldFile()
{
    // A folder with something in it cannot be replaced by a file.
    const auto taken = m_folder / "taken";
    fs::create_directory(taken);
    QVERIFY(writeFileAtomically(taken / "inside.txt", std::string{"kept"}).has_value());
    QCOMPARE(writeFileAtomically(taken, std::string{"new"}).error().code, ErrorCode::WriteFailed);
    QCOMPARE(readFile(taken / "inside.txt")->size(), std::size_t{4});
}

// Writing to /dev/full put a plain file in the device's place, which root is allowed to do: from
// then on nothing on that machine could find the disk full, or, with /dev/null, throw a thing away.
void FileBytesTest::aFullDeviceSaysSoAndStaysADevice()
{
    const fs::path device = m_folder / "full";
    if (!fs::is_character_file("/dev/full")) {
        QSKIP("this system has no /dev/full");
    }
    fs::create_symlink("/dev/full", device); // whatever goes wrong, goes wrong in our folder
    const auto status = writeFileAtomically(device, std::string{"a"});
    QVERIFY(!status.has_value());
    QCOMPARE(status.error().code, ErrorCode::WriteFailed);
    QVERIFY(status.error().what.find("No space left on device") != std::string::npos);
    QVERIFY(fs::is_symlink(device));
    QVERIFY(fs::is_character_file("/dev/full"));
}

void FileBytesTest::aLinkKeepsLeadingToItsFile()
{
    const auto target = m_folder / "target.txt";
    const auto link = m_folder / "link.txt";
    QVERIFY(writeFileAtomically(target, std::string{"old"}).has_value());
    fs::create_symlink(target, link);
    QVERIFY(writeFileAtomically(link, std::string{"newer"}).has_value());
    QVERIFY(fs::is_symlink(link));
    QCOMPARE(readFile(target)->size(), std::size_t{5});
}

void FileBytesTest::digestsAreTheStandardOnes()
{
    // FIPS 180-2, the examples for SHA-256.
    const std::string abc{"abc"};
    QCOMPARE(spall::sha256(std::as_bytes(std::span{abc})),
             std::string{"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"});
    QCOMPARE(spall::sha256({}),
             std::string{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"});
    const auto path = m_folder / "million.txt";
    QVERIFY(writeFileAtomically(path, std::string(1'000'000, 'a')).has_value());
    QCOMPARE(*sha256OfFile(path),
             std::string{"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"});
}

QTEST_GUILESS_MAIN(FileBytesTest)
#include "file_bytes_test.moc"
