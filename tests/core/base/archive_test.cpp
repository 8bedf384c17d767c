// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/base/file_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <functional>
#include <limits>

using spall::Archive;
using spall::ErrorCode;
using spall::fromBytes;
using spall::toBytes;

namespace {

constexpr std::size_t kFormatAt = 8;
constexpr std::size_t kLengthAt = 12;
constexpr std::size_t kHeaderAt = 20;
constexpr std::size_t kHashLength = 64;

Archive sample()
{
    Archive archive{"model", 3, {{"name", "Lager 3 µm"}, {"window", 2048}}, {}};
    archive.arrays["weights"] = {{2, 3}, {1.0F, -2.5F, 3.0F, 0.0F, 5.0F, 1e-30F}, {}};
    archive.arrays["quantiles"] = {{4}, {}, {0.1, 1e300, -0.0, 3.25}};
    archive.arrays["nothing"] = {{0, 7}, {}, {}};
    return archive;
}

/// Puts the right hash under changed bytes, so that only the change itself can be found out.
void sign(std::vector<std::byte>& bytes)
{
    bytes.resize(bytes.size() - kHashLength);
    const std::string hash = spall::sha256(bytes);
    const auto* first = reinterpret_cast<const std::byte*>(hash.data());
    bytes.insert(bytes.end(), first, first + kHashLength);
}

/// The bytes of the sample with its header text rewritten.
std::vector<std::byte> withHeader(const std::function<void(nlohmann::json&)>& change)
{
    auto bytes = toBytes(sample());
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data() + kLengthAt, sizeof(length));
    const auto* first = reinterpret_cast<const char*>(bytes.data() + kHeaderAt);
    auto header = nlohmann::json::parse(first, first + length);
    change(header);
    const std::string text = header.dump();
    const auto at = bytes.begin() + kHeaderAt;
    bytes.erase(at, at + static_cast<std::ptrdiff_t>(length));
    const auto* letters = reinterpret_cast<const std::byte*>(text.data());
    bytes.insert(bytes.begin() + kHeaderAt, letters, letters + text.size());
    length = text.size();
    std::memcpy(bytes.data() + kLengthAt, &length, sizeof(length));
    sign(bytes);
    return bytes;
}

ErrorCode codeOf(const std::vector<std::byte>& bytes)
{
    const auto archive = fromBytes(bytes, "model", 3, "m.spall");
    return archive ? ErrorCode::Internal : archive.error().code;
}

} // namespace

class ArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void theSameContentGivesTheSameBytes();
    void aFileComesBack();
    void everyChangedByteIsNoticed();
    void everyCutIsNoticed();
    void foreignFilesAreCalledForeign();
    void otherKindsAreRefused();
    void otherVersionsAreRefused_data();
    void otherVersionsAreRefused();
    void lyingSizesAreRefused_data();
    void lyingSizesAreRefused();
    void aHeaderLongerThanTheFileIsRefused();
    void brokenHeadersAreRefused();
};

void ArchiveTest::everythingComesBack()
{
    const auto original = sample();
    const auto archive = fromBytes(toBytes(original), "model", 3, "m.spall");
    QVERIFY(archive.has_value());
    QCOMPARE(archive->kind, original.kind);
    QCOMPARE(archive->version, 3);
    QVERIFY(archive->document == original.document);
    QCOMPARE(archive->arrays.size(), std::size_t{3});
    for (const auto& [name, array] : original.arrays) {
        const auto& found = archive->arrays.at(name);
        QVERIFY2(found.shape == array.shape, name.c_str());
        QVERIFY2(found.single == array.single, name.c_str());
        QVERIFY2(found.real == array.real, name.c_str());
    }
}

void ArchiveTest::theSameContentGivesTheSameBytes()
{
    QVERIFY(toBytes(sample()) == toBytes(sample()));
}

void ArchiveTest::aFileComesBack()
{
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "m.spall";
    QVERIFY(spall::saveArchive(path, sample()).has_value());
    const auto archive = spall::loadArchive(path, "model", 3);
    QVERIFY(archive.has_value());
    QVERIFY(archive->arrays.at("weights").single == sample().arrays.at("weights").single);
    const auto missing = spall::loadArchive(path.parent_path() / "none.spall", "model", 3);
    QCOMPARE(missing.error().code, ErrorCode::FileUnreadable);
}

void ArchiveTest::everyChangedByteIsNoticed()
{
    const auto bytes = toBytes(sample());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] ^= std::byte{0x20};
        const auto code = codeOf(changed);
        QVERIFY2(code == ErrorCode::UnknownFormat || code == ErrorCode::VersionMismatch,
                 qPrintable(QString::number(i)));
    }
}

void ArchiveTest::everyCutIsNoticed()
{
    const auto bytes = toBytes(sample());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::vector<std::byte> cut(bytes.begin(),
                                         bytes.begin() + static_cast<std::ptrdiff_t>(length));
        QCOMPARE(codeOf(cut), ErrorCode::UnknownFormat);
    }
}

void ArchiveTest::foreignFilesAreCalledForeign()
{
    const std::vector<std::byte> bytes(500, std::byte{'x'});
    const auto archive = fromBytes(bytes, "model", 3, "photo.jpg");
    QCOMPARE(archive.error().code, ErrorCode::UnknownFormat);
    QVERIFY(spall::sentence(archive.error()).find("not a Spall model") != std::string::npos);
    QCOMPARE(archive.error().where, std::string{"photo.jpg"});
}

void ArchiveTest::otherKindsAreRefused()
{
    const auto archive = fromBytes(toBytes(sample()), "session", 3, "m.spall");
    QCOMPARE(archive.error().code, ErrorCode::UnknownFormat);
    QVERIFY(archive.error().what.find("session") != std::string::npos);
}

void ArchiveTest::otherVersionsAreRefused_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("newer") << 4;
    QTest::newRow("none") << 0;
    QTest::newRow("negative") << -1;
}

void ArchiveTest::otherVersionsAreRefused()
{
    QFETCH(int, version);
    auto archive = sample();
    archive.version = version;
    const auto found = fromBytes(toBytes(archive), "model", 3, "m.spall");
    QCOMPARE(found.error().code, ErrorCode::VersionMismatch);
    QVERIFY(found.error().what.find(std::to_string(version)) != std::string::npos);
    auto bytes = toBytes(sample());
    bytes[kFormatAt] = std::byte{2};
    QCOMPARE(codeOf(bytes), ErrorCode::VersionMismatch);
}

void ArchiveTest::lyingSizesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("one row more") << "shape" << QByteArray{"[3, 3]"};
    QTest::newRow("far more than memory") << "shape" << QByteArray{"[1000000, 1000000]"};
    QTest::newRow("product beyond 64 bits")
        << "shape" << QByteArray{"[4294967296, 4294967296, 4294967296]"};
    QTest::newRow("side beyond 63 bits") << "shape" << QByteArray{"[9223372036854775807, 2]"};
    QTest::newRow("zero hides a large side")
        << "shape" << QByteArray{"[0, 9223372036854775807, 9223372036854775807, -1]"};
    QTest::newRow("negative side") << "shape" << QByteArray{"[-2, 3]"};
    QTest::newRow("no shape") << "shape" << QByteArray{"null"};
    QTest::newRow("words for sides") << "shape" << QByteArray{R"(["two", 3])"};
    QTest::newRow("offset behind the end") << "offset" << QByteArray{"100000"};
    QTest::newRow("offset that wraps round") << "offset" << QByteArray{"18446744073709551608"};
    QTest::newRow("unknown type") << "type" << QByteArray{R"("i4")"};
    QTest::newRow("no offset") << "offset" << QByteArray{R"("first")"};
}

void ArchiveTest::lyingSizesAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, value);
    const auto bytes = withHeader([&](nlohmann::json& header) {
        header["arrays"]["weights"][key.toStdString()] = nlohmann::json::parse(value.toStdString());
    });
    QCOMPARE(codeOf(bytes), ErrorCode::UnknownFormat);
}

void ArchiveTest::aHeaderLongerThanTheFileIsRefused()
{
    for (const std::uint64_t length :
         {std::uint64_t{1} << 20U, std::numeric_limits<std::uint64_t>::max()}) {
        auto bytes = toBytes(sample());
        std::memcpy(bytes.data() + kLengthAt, &length, sizeof(length));
        sign(bytes);
        QCOMPARE(codeOf(bytes), ErrorCode::UnknownFormat);
    }
}

void ArchiveTest::brokenHeadersAreRefused()
{
    auto bytes = toBytes(sample());
    bytes[kHeaderAt] = std::byte{'?'};
    sign(bytes);
    QCOMPARE(codeOf(bytes), ErrorCode::UnknownFormat);
    for (const char* key : {"kind", "version", "document", "arrays"}) {
        const auto without = withHeader([&](nlohmann::json& header) { header.erase(key); });
        QCOMPARE(codeOf(without), ErrorCode::UnknownFormat);
    }
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archive_test.moc"
