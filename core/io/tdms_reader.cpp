// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tdms_reader.h"

#include "core/io/tdms_metadata.h"
#include "core/io/tdms_raw_data.h"
#include "core/io/tdms_scale.h"
#include "core/io/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string_view>

namespace spall::io {
namespace {

constexpr std::size_t kLeadBytes = 28;
constexpr std::uint64_t kLongestMetadata = 1ULL << 26U;
constexpr std::size_t kMostObjects = 65'536;
enum Contents : std::uint32_t {
    kHasMetadata = 2,
    kHasNewList = 4,
    kHasRawData = 8,
    kIsInterleaved = 32,
    kIsBigEndian = 64,
    kIsDaqmx = 128
};

struct Lead {
    std::uint32_t contents = 0;
    std::uint64_t rawAt = 0; ///< bytes from the beginning of the file
    std::uint64_t nextAt = 0;
};

class TdmsParser {
public:
    TdmsParser(std::ifstream& file, std::uint64_t size, std::stop_token stop)
        : m_file(file), m_size(size), m_rows(std::move(stop))
    {
    }

    /// errors: FileUnreadable, Cancelled; without a place.
    Result<FileContents> parse()
    {
        std::uint64_t at = 0;
        int segments = 0;
        while (m_size - at >= kLeadBytes && !m_rows.isStopped()) {
            const auto lead = readLead(at);
            if (!lead || !readSegment(*lead, at + kLeadBytes)) {
                if (segments == 0) {
                    return fail(ErrorCode::FileUnreadable,
                                "the TDMS file is damaged in its first segment",
                                {},
                                "copy or export the file again");
                }
                m_contents.warnings.push_back(fmt::format(
                    "The file is damaged behind segment {}; what stands before was read.",
                    segments));
                break;
            }
            ++segments;
            at = lead->nextAt;
        }
        if (m_rows.isStopped()) {
            return fail(ErrorCode::Cancelled, "reading was stopped");
        }
        m_contents.format = "TDMS";
        finish();
        return std::move(m_contents);
    }

private:
    std::optional<Lead> readLead(std::uint64_t at)
    {
        std::array<char, kLeadBytes> bytes{};
        m_file.clear();
        m_file.seekg(static_cast<std::streamoff>(at));
        m_file.read(bytes.data(), bytes.size());
        if (m_file.gcount() != static_cast<std::streamsize>(bytes.size()) ||
            std::string_view{bytes.data(), 4} != "TDSm") {
            return std::nullopt;
        }
        Lead lead;
        lead.contents = static_cast<std::uint32_t>(decodeUnsigned(bytes.data() + 4, 4));
        const bool isBig = (lead.contents & kIsBigEndian) != 0;
        const std::uint64_t next = decodeUnsigned(bytes.data() + 12, 8, isBig);
        const std::uint64_t raw = decodeUnsigned(bytes.data() + 20, 8, isBig);
        const std::uint64_t left = m_size - at - kLeadBytes;
        // A writer that was killed leaves the length open: the segment goes to the end of the file.
        const std::uint64_t length = std::min(next, left);
        if (raw > length) {
            return std::nullopt;
        }
        m_isCut = m_isCut || next > left;
        lead.rawAt = at + kLeadBytes + raw;
        lead.nextAt = at + kLeadBytes + length;
        return lead;
    }

    bool readSegment(const Lead& lead, std::uint64_t metadataAt)
    {
        const std::uint64_t bytes = lead.rawAt - metadataAt;
        if ((lead.contents & kHasNewList) != 0) {
            m_active.clear();
        }
        if ((lead.contents & kHasMetadata) != 0) {
            if (bytes > kLongestMetadata) {
                return false;
            }
            std::vector<char> metadata(static_cast<std::size_t>(bytes));
            m_file.read(metadata.data(), static_cast<std::streamsize>(metadata.size()));
            const auto objects = parseTdmsMetadata(metadata, (lead.contents & kIsBigEndian) != 0);
            if (!objects) {
                return false;
            }
            for (const TdmsObject& object : *objects) {
                if (!take(object)) {
                    return false;
                }
            }
        }
        if ((lead.contents & kHasRawData) == 0) {
            return true;
        }
        m_file.clear();
        m_file.seekg(static_cast<std::streamoff>(lead.rawAt));
        return readRaw(lead);
    }

    bool take(const TdmsObject& object)
    {
        auto [place, isNew] = m_places.try_emplace(object.path, m_known.size());
        if (isNew) {
            if (m_known.size() >= kMostObjects) {
                return false;
            }
            m_known.push_back({object.path, {}, {}, {}});
        }
        TdmsChannel& known = m_known[place->second];
        for (const auto& [name, value] : object.properties) {
            known.properties[name] = value;
        }
        if (object.data == TdmsObject::Data::Indexed) {
            known.index = object.index;
        }
        const bool hasData = object.data != TdmsObject::Data::None && known.index.bytes > 0;
        // Named once more an object keeps its place: that is where its data lie.
        const auto active = std::find(m_active.begin(), m_active.end(), place->second);
        if (!hasData && active != m_active.end()) {
            m_active.erase(active);
        } else if (hasData && active == m_active.end()) {
            m_active.push_back(place->second);
        }
        return true;
    }

    bool readRaw(const Lead& lead)
    {
        std::vector<TdmsChannel*> active;
        for (const std::size_t at : m_active) {
            active.push_back(&m_known[at]);
        }
        if (active.empty()) {
            return true;
        }
        reserveFor(active, m_size - lead.rawAt);
        FileBytes source{m_file, lead.nextAt - lead.rawAt};
        TdmsRawData raw{source, lead.nextAt - lead.rawAt, m_rows};
        if ((lead.contents & kIsDaqmx) != 0) {
            return raw.readDaqmx(active);
        }
        return (lead.contents & kIsInterleaved) != 0 ? raw.readInterleaved(active)
                                                     : raw.readContiguous(active);
    }

    /// The group's name stands before the channel's where there are several groups.
    [[nodiscard]] std::string nameOf(const std::vector<std::string>& parts,
                                     std::size_t groups) const
    {
        return groups > 1 ? parts[0] + "/" + parts[1] : parts[1];
    }

    /// In the last chunk of a cut file the first channels go further than the others: all end
    /// together where that costs little, so that they stay side by side.
    void endTogether()
    {
        constexpr double kMostLost = 0.1;
        std::size_t shortest = SIZE_MAX;
        std::size_t longest = 0;
        for (const TdmsChannel& known : m_known) {
            if (!known.samples.empty()) {
                shortest = std::min(shortest, known.samples.size());
                longest = std::max(longest, known.samples.size());
            }
        }
        if (static_cast<double>(shortest) < (1.0 - kMostLost) * static_cast<double>(longest)) {
            return;
        }
        for (TdmsChannel& known : m_known) {
            known.samples.resize(std::min(known.samples.size(), shortest));
        }
    }

    void finish()
    {
        if (m_isCut) {
            endTogether();
        }
        std::set<std::string> groups;
        for (const TdmsChannel& known : m_known) {
            const auto parts = tdmsPathParts(known.path);
            if (parts.size() == 2) {
                groups.insert(parts[0]);
            }
        }
        for (TdmsChannel& known : m_known) {
            const auto parts = tdmsPathParts(known.path);
            if (parts.size() == 2) {
                addChannel(known, nameOf(parts, groups.size()));
            }
            addScalars(known, parts.empty() ? std::string{} : parts.back() + ".");
        }
        if (m_isCut) {
            m_contents.warnings.emplace_back("The file ends before its last segment does; the "
                                             "samples that are there were read.");
        }
    }

    void addChannel(TdmsChannel& known, std::string name)
    {
        if (known.samples.empty()) {
            m_contents.leftOut.push_back(name +
                                         (known.index.bytes > 0 ? " (no numbers)" : " (empty)"));
            return;
        }
        if (!applyTdmsScale(known.properties, known.samples)) {
            m_contents.warnings.push_back(fmt::format(
                "'{}' has a scale that is neither linear nor a polynomial: its values are those of "
                "the converter.",
                name));
        }
        FoundVector vector{std::move(name), {}, std::move(known.samples), {}, {}};
        for (const char* key : {"unit_string", "NI_UnitDescription"}) {
            const auto unit = known.properties.find(key);
            if (unit != known.properties.end() && vector.unit.empty()) {
                vector.unit = unit->second.text;
            }
        }
        const auto step = known.properties.find("wf_increment");
        if (step != known.properties.end() && step->second.number && *step->second.number > 0.0) {
            constexpr double kRounding = 1e-7;
            vector.rate = roundestRate(1.0 / *step->second.number, kRounding);
        }
        m_contents.vectors.push_back(std::move(vector));
    }

    void addScalars(const TdmsChannel& known, const std::string& owner)
    {
        for (const auto& [name, value] : known.properties) {
            if (value.number && !name.starts_with("NI_") && !name.starts_with("wf_")) {
                m_contents.scalars.push_back({owner + name, *value.number});
            }
        }
    }

    std::ifstream& m_file;
    std::uint64_t m_size;
    RowReader m_rows;
    std::vector<TdmsChannel> m_known;
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::vector<std::size_t> m_active; ///< objects with data, in the order of the file
    bool m_isCut = false;
    FileContents m_contents;
};

} // namespace

ReaderDescription TdmsReader::describe() const
{
    return {"TDMS", {".tdms"}};
}

Match TdmsReader::probe(std::span<const std::byte> head,
                        const std::filesystem::path& /*path*/) const
{
    const std::string_view text{reinterpret_cast<const char*>(head.data()), head.size()};
    return text.starts_with("TDSm") ? Match::Certain : Match::No;
}

Result<FileContents> TdmsReader::read(const std::filesystem::path& path,
                                      const std::stop_token& stop) const
{
    std::ifstream file{path, std::ios::binary};
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (!file || error) {
        return fail(ErrorCode::FileUnreadable,
                    "the file cannot be opened",
                    path.string(),
                    "check that you may read it");
    }
    Result<FileContents> contents = TdmsParser{file, size, stop}.parse();
    if (!contents) {
        contents.error().where = path.string();
    }
    return contents;
}

} // namespace spall::io
